import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { LinkButton } from '~/ui/link-button';
import { PageHead, type TabLink, TabLinks } from '~/ui/page-head';

/** Only the tabs that the person may open stand here; each has its acts beside it. */
export function AdministrationHead({ note, actions }: { note?: string; actions?: ReactNode }): ReactElement {
  const { administration, adoption, agencyExports, reminders, way } = useText();
  const mayImport = useOpens('importUnits');
  const definesRoutes = useOpens('routes');
  const seesDelegations = useOpens('delegations');
  const desks = useDeskTabs();
  const seesRules = useOpens('reminderRules');
  const mayExport = useOpens('exportAgency');
  const seesBackups = useOpens('backups');
  return (
    <PageHead title={administration.title} note={note} actions={actions}>
      <TabLinks
        label={administration.tabs}
        tabs={[
          ...desks,
          ...(mayImport ? [{ to: '/unit-lists', label: administration.unitLists }] : []),
          { to: '/agencies', label: administration.agencies },
          { to: '/successions', label: adoption.successionsTitle },
          ...(seesDelegations ? [{ to: '/delegations', label: way.delegations }] : []),
          ...(definesRoutes ? [{ to: '/routes', label: way.routes }] : []),
          ...(seesRules ? [{ to: '/reminder-rules', label: reminders.rules }] : []),
          { to: '/working-calendar', label: reminders.calendar },
          ...(mayExport ? [{ to: '/agency-exports', label: agencyExports.title }] : []),
          ...(seesBackups ? [{ to: '/backups', label: agencyExports.backupsTitle }] : []),
        ]}
      />
    </PageHead>
  );
}

/** Accounts, machines and who did what at them. */
function useDeskTabs(): TabLink[] {
  const { apiTokens, desk } = useText();
  const tabs: [boolean, TabLink][] = [
    [useOpens('accounts'), { to: '/accounts', label: desk.accounts }],
    [useOpens('machines'), { to: '/shared-machines', label: desk.machines }],
    [useOpens('signingPairs'), { to: '/signing-pairs', label: desk.pairs }],
    [useOpens('apiTokens'), { to: '/api-tokens', label: apiTokens.title }],
    [useOpens('accessLog'), { to: '/access-log', label: desk.log }],
  ];
  return tabs.filter(([opens]) => opens).map(([, tab]) => tab);
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
