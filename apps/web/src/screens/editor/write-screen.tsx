import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { api } from '~/api/client';
import { type DocumentPage, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { useGo } from '~/ui/use-go';
import { VersionFieldsForm } from '../drafting/version-fields';
import { fieldsOf, type Known, valuesFrom, type VersionValues } from '../drafting/version-values';

function WriteForm({ documentId, known }: { documentId?: string; known: Known | null }): ReactElement {
  const text = useText();
  const go = useGo();
  const me = useMe();
  const [form] = Form.useForm<VersionValues>();
  const begin = useAction<VersionValues, VersionDetail>(
    (values, key) => {
      const body = { ...fieldsOf(values), ...(values.keepRepeatedCode ? { keepRepeatedCode: true } : {}) };
      return api.post(
        documentId === undefined ? '/documents/written' : `/documents/${documentId}/versions/written`,
        { body, key },
      );
    },
    { stale: ['/documents'], done: (version) => go(`/versions/${version.id}/editor`) },
  );
  const initial = useMemo(
    () => ({ ...valuesFrom(null, known), drafterId: me.person.id }),
    [known, me.person.id],
  );
  useFieldProblems(form, begin.error);
  return (
    <section className="panel panel-pad">
      <Form<VersionValues>
        className="form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
        initialValues={initial}
        onFinish={() => begin.mutate(form.getFieldsValue(true) as VersionValues)}
      >
        <VersionFieldsForm documentId={documentId} further={documentId !== undefined} />
        {begin.error === null ? null : <ProblemNotice error={begin.error} title={text.common.error.action} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={begin.isPending}>
            {text.editor.begin}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function NextForm({ documentId }: { documentId: string }): ReactElement {
  const page = useQuery({
    queryKey: ['/documents', documentId],
    queryFn: ({ signal }) => api.get<DocumentPage>(`/documents/${documentId}`, signal),
  });
  return (
    <QueryView query={page}>
      {({ current: { code, series, title, kind, owningUnitId } }) => (
        <WriteForm
          documentId={documentId}
          known={{ code, series, title, kind, owningUnitId: owningUnitId ?? null }}
        />
      )}
    </QueryView>
  );
}

/** The cover of a document that is written here; its sections follow in the editor. */
export function WriteScreen(): ReactElement {
  const { editor } = useText();
  const { documentId } = useSearch({ from: '/shell/documents/new' });
  return (
    <>
      <PageHead
        title={documentId === undefined ? editor.newTitle : editor.nextTitle}
        note={documentId === undefined ? editor.newNote : editor.nextNote}
      />
      {documentId === undefined ? <WriteForm known={null} /> : <NextForm documentId={documentId} />}
    </>
  );
}
