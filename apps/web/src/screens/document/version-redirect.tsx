import { Navigate, useParams } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { QueryView } from '~/ui/query-view';
import { useVersion } from './queries';

/** `/versions/:id`, as notices and work items write it, opens the page of its document. */
export function VersionRedirect(): ReactElement {
  const { versionId } = useParams({ from: '/shell/versions/$versionId' });
  const version = useVersion(versionId);
  return (
    <QueryView query={version}>
      {(found) => (
        <Navigate
          to="/documents/$documentId"
          params={{ documentId: found.documentId }}
          search={{ version: found.id }}
          replace
        />
      )}
    </QueryView>
  );
}
