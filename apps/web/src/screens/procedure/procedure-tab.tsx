import { useQuery } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ContentView } from '~/api/types';
import { useText } from '~/app/preferences';
import { QueryView } from '~/ui/query-view';
import { isEmptyContent, ProcedureView } from './procedure-view';

/** The tab "Quy trình" of a version. */
export function ProcedureTab({ versionId }: { versionId: string }): ReactElement {
  const words = useText().procedure;
  const kept = useQuery({
    queryKey: ['/versions', versionId, 'content'],
    queryFn: ({ signal }) => api.get<ContentView>(`/versions/${versionId}/content`, signal),
  });
  return (
    <div className="tab-body">
      <QueryView query={kept} rows={6}>
        {({ content }) =>
          isEmptyContent(content) ? (
            <p className="quiet">{words.nothing}</p>
          ) : (
            <ProcedureView content={content} />
          )
        }
      </QueryView>
    </div>
  );
}
