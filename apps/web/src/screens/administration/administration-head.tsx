import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { LinkButton } from '~/ui/link-button';
import { PageHead, TabLinks } from '~/ui/page-head';

/** Only the tabs that the person may open stand here; each has its acts beside it. */
export function AdministrationHead({ note, actions }: { note?: string; actions?: ReactNode }): ReactElement {
  const { administration, adoption, way } = useText();
  const mayImport = useOpens('importUnits');
  const seesDelegations = useOpens('delegations');
  return (
    <PageHead title={administration.title} note={note} actions={actions}>
      <TabLinks
        label={administration.tabs}
        tabs={[
          ...(mayImport ? [{ to: '/unit-lists', label: administration.unitLists }] : []),
          { to: '/agencies', label: administration.agencies },
          { to: '/successions', label: adoption.successionsTitle },
          ...(seesDelegations ? [{ to: '/delegations', label: way.delegations }] : []),
        ]}
      />
    </PageHead>
  );
}

export function ImportUnitsLink(): ReactElement | null {
  const { administration } = useText();
  const mayImport = useOpens('importUnits');
  if (!mayImport) return null;
  return (
    <LinkButton primary href="/unit-lists/new" icon="upload">
      {administration.import}
    </LinkButton>
  );
}
