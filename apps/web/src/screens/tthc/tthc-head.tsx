import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { useMe, useOpens } from '~/session/me';
import { PageHead, TabLinks } from '~/ui/page-head';

/** The screens of TTHC stand beside those of external texts. */
export function TthcHead({ actions }: { actions?: ReactNode }): ReactElement {
  const { tthc } = useText();
  const seesCoverage = useOpens('coverage');
  const mayLink = useOpens('linkTthc');
  const isProvince = useMe().agency.kind === 'province';
  return (
    <PageHead title={tthc.title} actions={actions}>
      <TabLinks
        label={tthc.tabs}
        tabs={[
          { to: '/administrative-procedures', label: tthc.register },
          { to: '/announcements', label: tthc.announcements },
          ...(seesCoverage ? [{ to: '/coverage', label: tthc.coverage }] : []),
          ...(mayLink ? [{ to: '/procedure-matches', label: tthc.matching }] : []),
          ...(seesCoverage && isProvince ? [{ to: '/coverage/agencies', label: tthc.province }] : []),
          { to: '/legal-texts', label: tthc.external },
        ]}
      />
    </PageHead>
  );
}
