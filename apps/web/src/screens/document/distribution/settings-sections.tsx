import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { ApiProblem } from '~/api/problem';
import { type ClassificationView, type ReadingTestView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired, useUnits } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { Icon } from '~/ui/icon';

/** The lists are not on the form while it says "internal". */
type ClassificationValues = Pick<ClassificationView, 'classification'> & Partial<ClassificationView>;

function ClassificationDialog({
  documentId,
  known,
  close,
}: {
  documentId: string;
  known: ClassificationView;
  close: () => void;
}): ReactElement {
  const { distribution, common } = useText();
  const [form] = Form.useForm<ClassificationValues>();
  const restricted = Form.useWatch('classification', form) === 'restricted';
  const units = useUnits();
  const save = useAction<ClassificationValues, unknown>(
    ({ classification, unitIds, roles }) =>
      api.put(`/documents/${documentId}/classification`, {
        body: { classification, unitIds: unitIds ?? [], roles: roles ?? [] },
      }),
    { stale: ['/documents', '/versions', '/journal'], done: close },
  );
  return (
    <FormDialog<ClassificationValues>
      open
      close={close}
      title={distribution.classification}
      submit={common.save}
      form={form}
      initial={known}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.Item name="classification">
        <Radio.Group
          className="options-down"
          options={[
            { value: 'internal', label: distribution.internal },
            { value: 'restricted', label: distribution.restricted },
          ]}
        />
      </Form.Item>
      {restricted ? (
        <>
          <Form.Item name="unitIds" label={distribution.units}>
            <Select mode="multiple" options={units.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="roles" label={distribution.roles}>
            <Select
              mode="multiple"
              options={Object.entries(distribution.roleNames).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
        </>
      ) : null}
    </FormDialog>
  );
}

/** Who may read the document at all (DI-16). */
export function ClassificationSection({ documentId }: { documentId: string }): ReactElement {
  const { distribution } = useText();
  const [open, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['/documents', documentId, 'classification'],
    queryFn: ({ signal }) => api.get<ClassificationView>(`/documents/${documentId}/classification`, signal),
  });
  const known = found.data;
  return (
    <section>
      <h2>{distribution.classification}</h2>
      {known === undefined ? null : <p>{distribution[known.classification]}</p>}
      <Button disabled={known === undefined} onClick={() => setOpen(true)}>
        {distribution.setClassification}
      </Button>
      {open && known !== undefined ? (
        <ClassificationDialog documentId={documentId} known={known} close={() => setOpen(false)} />
      ) : null}
    </section>
  );
}

interface TestValues {
  questions: { text: string; options: string }[];
  passMark: number;
}

/** One option a line; the right one is marked by a star, as on paper. */
function questionOf({ text, options }: TestValues['questions'][number]): {
  text: string;
  options: string[];
  answer: number;
} {
  const lines = options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const answer = lines.findIndex((line) => line.startsWith('*'));
  return {
    text,
    options: lines.map((line) => line.replace(/^\*\s*/, '')),
    answer: answer === -1 ? lines.length : answer,
  };
}

function TestEditor({
  versionId,
  known,
  close,
}: {
  versionId: string;
  known: ReadingTestView | null;
  close: () => void;
}): ReactElement {
  const { distribution, common } = useText();
  const [form] = Form.useForm<TestValues>();
  const required = useRequired();
  const save = useAction<TestValues, unknown>(
    ({ questions, passMark }) =>
      api.put(`/versions/${versionId}/test`, {
        body: { questions: questions.map(questionOf), passMark },
        ifMatch: known?.rowVersion ?? 0,
      }),
    { stale: ['/versions', '/journal'], done: close },
  );
  const questions = known?.questions.map(({ text, options, answer }) => ({
    text,
    options: options.map((option, at) => (at === answer ? `* ${option}` : option)).join('\n'),
  })) ?? [{ text: '', options: '' }];
  return (
    <FormDialog<TestValues>
      open
      close={close}
      title={distribution.test}
      submit={common.save}
      form={form}
      initial={{ questions, passMark: known?.passMark ?? 80 }}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.List name="questions">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key}>
                <Form.Item name={[name, 'text']} label={distribution.question(name + 1)} rules={required}>
                  <Input maxLength={1000} />
                </Form.Item>
                <Form.Item name={[name, 'options']} label={distribution.options} rules={required}>
                  <Input.TextArea autoSize={{ minRows: 3 }} />
                </Form.Item>
                <Button
                  className="question-end"
                  icon={<Icon name="trash" size={16} />}
                  onClick={() => remove(name)}
                >
                  {common.remove}
                </Button>
              </div>
            ))}
            <Button icon={<Icon name="plus" size={16} />} onClick={() => add({ text: '', options: '' })}>
              {distribution.addQuestion}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="passMark" label={distribution.passMark} rules={required}>
        <InputNumber min={1} max={100} />
      </Form.Item>
    </FormDialog>
  );
}

/** The short test of a major change, written before anybody has taken it (R7). */
export function TestSection({ version }: { version: VersionDetail }): ReactElement {
  const { distribution } = useText();
  const [open, setOpen] = useState(false);
  const test = useQuery({
    queryKey: ['/versions', version.id, 'test'],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<ReadingTestView>(`/versions/${version.id}/test`, signal);
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
  const known = test.data ?? null;
  return (
    <section>
      <h2>{distribution.test}</h2>
      <p className="quiet">
        {known === null ? distribution.noTest : distribution.testLine(known.questions.length, known.passMark)}
      </p>
      {(known?.attempts ?? 0) === 0 ? (
        <Button onClick={() => setOpen(true)}>{distribution.setTest}</Button>
      ) : null}
      {open ? <TestEditor versionId={version.id} known={known} close={() => setOpen(false)} /> : null}
    </section>
  );
}
