import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { fieldsOf, TextFormParts, type TextValues } from './text-form';

export function NewTextScreen(): ReactElement {
  const { legal, common } = useText();
  const go = useGo();
  const [form] = Form.useForm<TextValues>();
  const create = useAction<TextValues, LegalTextDetail>(
    (values, key) => api.post('/legal-texts', { body: fieldsOf(values), key }),
    {
      stale: ['/legal-texts', '/legal-changes'],
      done: (text) => {
        if (text.changeId !== null) say(legal.savedChange);
        go(text.changeId === null ? `/legal-texts/${text.id}` : `/legal-changes/${text.changeId}`);
      },
    },
  );
  useFieldProblems(form, create.error);
  return (
    <>
      <PageHead title={legal.record} />
      <Form<TextValues>
        className="panel panel-pad form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError
        initialValues={{ aliases: [], articles: [], relations: [], effectiveOn: null }}
        onFinish={(values) => create.mutate(values)}
      >
        <TextFormParts />
        {create.error === null ? null : <ProblemNotice error={create.error} title={common.error.action} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
            {legal.save}
          </Button>
        </div>
      </Form>
    </>
  );
}
