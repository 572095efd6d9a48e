import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { PageHead, TabLinks } from '~/ui/page-head';

/** The screens of TTHC stand beside those of external texts. */
export function TthcHead({ actions }: { actions?: ReactNode }): ReactElement {
  const { tthc } = useText();
  return (
    <PageHead title={tthc.title} actions={actions}>
      <TabLinks
        label={tthc.tabs}
        tabs={[
          { to: '/administrative-procedures', label: tthc.register },
          { to: '/legal-texts', label: tthc.external },
        ]}
      />
    </PageHead>
  );
}
