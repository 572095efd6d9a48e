import { useQuery } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ContentFields, type ContentView } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { blank } from '~/ui/office-forms';
import { type PrintableForm, PrintMenu } from '~/ui/print-menu';
import { QueryView } from '~/ui/query-view';
import { isEmptyContent, ProcedureView } from './procedure-view';

/** A tracking slip for each case of the procedure. */
function slipsOf(versionId: string, { cases }: ContentFields, { forms }: Dictionary): PrintableForm[] {
  return cases.map(({ name }, at) => ({
    key: `slip-${String(at)}`,
    label: name === '' ? forms.slip : forms.ofCase(forms.slip, name),
    docx: `/versions/${versionId}/tracking-slip.docx?case=${String(at)}`,
    print: { path: `/versions/${versionId}/tracking-slip-prints?case=${String(at)}`, body: {} },
  }));
}

/** The tab "Quy trình" of a version. */
export function ProcedureTab({ versionId }: { versionId: string }): ReactElement {
  const text = useText();
  const words = text.procedure;
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
            <>
              {content.cases.length === 0 ? null : (
                <PrintMenu forms={[...slipsOf(versionId, content, text), blank('slip', text)]} />
              )}
              <ProcedureView content={content} />
            </>
          )
        }
      </QueryView>
    </div>
  );
}
