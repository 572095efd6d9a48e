import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { PageHead, TabLinks } from '~/ui/page-head';
import { UploadLink } from './upload-link';

export function DraftingHead({ actions }: { actions?: ReactElement | null }): ReactElement {
  const { changeSets, drafting, imports, way } = useText();
  const mayUpload = useOpens('upload');
  const seesDecisions = useOpens('decisions');
  const mayImport = useOpens('import');
  return (
    <PageHead
      title={drafting.title}
      actions={
        <>
          {actions}
          {mayUpload ? <UploadLink /> : null}
        </>
      }
    >
      <TabLinks
        label={drafting.tabs}
        tabs={[
          { to: '/drafting', label: drafting.inProgress },
          { to: '/held', label: way.heldTitle },
          { to: '/change-sets', label: changeSets.title },
          ...(seesDecisions ? [{ to: '/decisions', label: drafting.decisions }] : []),
          ...(mayImport ? [{ to: '/imports', label: imports.tab }] : []),
        ]}
      />
    </PageHead>
  );
}
