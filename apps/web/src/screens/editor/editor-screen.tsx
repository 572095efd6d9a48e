import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { api } from '~/api/client';
import { type ContentView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DownloadButton } from '~/ui/download';
import { useFieldProblems } from '~/ui/form-dialog';
import { LinkButton } from '~/ui/link-button';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';
import { CaseFields } from './case-fields';
import { contentOf, type EditorValues, editorValues } from './editor-values';
import { Lines } from './lines';

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="panel panel-pad gap-below">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function SectionFields(): ReactElement {
  const { editor } = useText();
  return (
    <Lines name="sections" add={editor.addSection}>
      {(index) => (
        <>
          <div className="editor-heading">
            <Form.Item name={[index, 'number']} label={editor.number}>
              <Input />
            </Form.Item>
            <Form.Item name={[index, 'heading']} label={editor.heading}>
              <Input />
            </Form.Item>
          </div>
          <Form.Item name={[index, 'text']} label={editor.text}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 20 }} />
          </Form.Item>
        </>
      )}
    </Lines>
  );
}

function FurtherFields(): ReactElement {
  const { editor } = useText();
  return (
    <>
      <Part title={editor.forms}>
        <Lines name="forms" add={editor.addForm}>
          {(index) => (
            <div className="editor-heading">
              <Form.Item name={[index, 'code']} label={editor.formCode}>
                <Input />
              </Form.Item>
              <Form.Item name={[index, 'name']} label={editor.formName}>
                <Input />
              </Form.Item>
            </div>
          )}
        </Lines>
      </Part>
      <Part title={editor.records}>
        <Lines name="records" add={editor.addRecord}>
          {(index) => (
            <div className="editor-record">
              <Form.Item name={[index, 'name']} label={editor.recordName}>
                <Input />
              </Form.Item>
              <Form.Item name={[index, 'place']} label={editor.place}>
                <Input />
              </Form.Item>
              <Form.Item name={[index, 'retention']} label={editor.retention}>
                <Input />
              </Form.Item>
            </div>
          )}
        </Lines>
      </Part>
      <Part title={editor.amendments}>
        <Lines name="amendments" add={editor.addAmendment}>
          {(index) => (
            <>
              <div className="editor-record">
                <Form.Item name={[index, 'summary']} label={editor.summary}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
                </Form.Item>
                <Form.Item name={[index, 'basis']} label={editor.basis}>
                  <Input />
                </Form.Item>
                <Form.Item name={[index, 'revision']} label={editor.revision}>
                  <InputNumber min={0} max={999} precision={0} />
                </Form.Item>
              </div>
            </>
          )}
        </Lines>
      </Part>
    </>
  );
}

function EditorForm({ version, view }: { version: VersionDetail; view: ContentView }): ReactElement {
  const text = useText();
  const { editor } = text;
  const [form] = Form.useForm<EditorValues>();
  const client = useQueryClient();
  const initial = useMemo(() => editorValues(view.content), [view.content]);
  const save = useAction<EditorValues, ContentView>(
    (values, key) =>
      api.put(`/versions/${version.id}/content`, {
        body: { content: contentOf(values), makesPaper: values.makesPaper ?? false },
        key,
        ifMatch: view.rowVersion,
      }),
    {
      stale: ['/documents', '/versions', '/journal'],
      done: (kept) => {
        client.setQueryData(['/versions', version.id, 'content'], kept);
        form.setFieldsValue({ makesPaper: false });
        say(editor.saved);
      },
    },
  );
  useFieldProblems(form, save.error);
  if (!version.actions.edit.allowed) {
    return <Alert type="info" showIcon title={editor.closed} description={version.actions.edit.reason} />;
  }
  return (
    <Form<EditorValues>
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={() => save.mutate(form.getFieldsValue(true) as EditorValues)}
    >
      <Alert type="info" showIcon title={editor.origin[view.origin]} className="gap-below" />
      <Part title={editor.sections}>
        <SectionFields />
      </Part>
      <Part title={editor.cases}>
        <CaseFields />
      </Part>
      <Part title={editor.dossier}>
        <Form.Item name="dossier" extra={editor.dossierHint}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 20 }} aria-label={editor.dossier} />
        </Form.Item>
        <Form.Item name="fee" label={editor.fee}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
      </Part>
      <FurtherFields />
      <div className="editor-foot panel panel-pad">
        {save.error === null ? null : <ProblemNotice error={save.error} title={text.common.error.action} />}
        {view.origin === 'read' ? (
          <Form.Item name="makesPaper" valuePropName="checked" noStyle>
            <Checkbox>{editor.makesPaper}</Checkbox>
          </Form.Item>
        ) : null}
        <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
          {editor.save}
        </Button>
      </div>
    </Form>
  );
}

export function EditorScreen(): ReactElement {
  const { editor } = useText();
  const { versionId } = useParams({ from: '/shell/versions/$versionId/editor' });
  const version = useQuery({
    queryKey: ['/versions', versionId],
    queryFn: ({ signal }) => api.get<VersionDetail>(`/versions/${versionId}`, signal),
  });
  const content = useQuery({
    queryKey: ['/versions', versionId, 'content'],
    queryFn: ({ signal }) => api.get<ContentView>(`/versions/${versionId}/content`, signal),
    // What is being written is not thrown away by a look in the background.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <QueryView query={version}>
      {(shown) => (
        <>
          <PageHead
            title={editor.title}
            note={`${shown.code} ${shown.title}`}
            actions={
              <>
                <DownloadButton
                  path={`/versions/${versionId}/tracking-slip.docx`}
                  name="phieu-theo-doi.docx"
                  label={editor.slip}
                />
                <LinkButton href={`/documents/${shown.documentId}?version=${shown.id}`}>
                  {editor.back}
                </LinkButton>
              </>
            }
          />
          <QueryView query={content} rows={10}>
            {(view) => <EditorForm version={shown} view={view} />}
          </QueryView>
        </>
      )}
    </QueryView>
  );
}
