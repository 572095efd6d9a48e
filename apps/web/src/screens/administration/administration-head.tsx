import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { LinkButton } from '~/ui/link-button';
import { PageHead, TabLinks } from '~/ui/page-head';

export function AdministrationHead(): ReactElement {
  const { administration, adoption } = useText();
  const mayImport = useOpens('importUnits');
  return (
    <PageHead
      title={administration.title}
      actions={
        mayImport ? (
          <LinkButton primary href="/unit-lists/new" icon="upload">
            {administration.import}
          </LinkButton>
        ) : undefined
      }
    >
      <TabLinks
        label={administration.tabs}
        tabs={[
          { to: '/unit-lists', label: administration.unitLists },
          { to: '/agencies', label: administration.agencies },
          { to: '/successions', label: adoption.successionsTitle },
        ]}
      />
    </PageHead>
  );
}
