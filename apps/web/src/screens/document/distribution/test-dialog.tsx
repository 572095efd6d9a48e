import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type AttemptResult, type ReadingTestView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';

interface Answers {
  answers: number[];
}

/** The short test of a major change; it may be taken again. */
export function TestDialog({ versionId, close }: { versionId: string; close: () => void }): ReactElement {
  const { distribution } = useText();
  const [form] = Form.useForm<Answers>();
  const required = useRequired();
  const test = useQuery({
    queryKey: ['/versions', versionId, 'test'],
    queryFn: ({ signal }) => api.get<ReadingTestView>(`/versions/${versionId}/test`, signal),
  });
  const take = useAction<Answers, AttemptResult>(
    ({ answers }, key) =>
      api.post(`/versions/${versionId}/test-attempts`, {
        body: { answers: answers.map((option) => ({ option })) },
        key,
      }),
    {
      stale: ['/versions'],
      done: ({ passed, score }) => {
        say(passed ? distribution.passed(score) : distribution.failed(score), passed ? 'done' : 'failed');
        close();
      },
    },
  );
  return (
    <FormDialog<Answers>
      open
      close={close}
      title={distribution.test}
      submit={distribution.send}
      form={form}
      onFinish={(values) => take.mutate(values)}
      pending={take.isPending}
      error={take.error ?? test.error}
    >
      {(test.data?.questions ?? []).map((question, at) => (
        <Form.Item
          key={question.text}
          name={['answers', at]}
          label={`${String(at + 1)}. ${question.text}`}
          rules={required}
        >
          <Radio.Group
            className="options-down"
            options={question.options.map((label, value) => ({ label, value }))}
          />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
