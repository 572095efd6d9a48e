import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { PageHead, TabLinks } from '~/ui/page-head';

export function AdoptionHead({ actions }: { actions?: ReactNode }): ReactElement {
  const { adoption } = useText();
  return (
    <PageHead title={adoption.title} actions={actions}>
      <TabLinks
        label={adoption.tabs}
        tabs={[
          { to: '/adoptions', label: adoption.title },
          { to: '/offerings', label: adoption.offeringsTitle },
          { to: '/continuations', label: adoption.continuationsTitle },
        ]}
      />
    </PageHead>
  );
}
