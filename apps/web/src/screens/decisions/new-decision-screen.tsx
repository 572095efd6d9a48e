import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DecisionDetail, type DecisionFields } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';
import { DecisionFieldsForm, decisionFieldsOf, type DecisionValues } from './decision-form';

/** A starter that the secretary mends; the agency's own decision on competence goes before it. */
const START_BASES = [
  'Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;',
];

export function NewDecisionScreen(): ReactElement {
  const text = useText();
  const go = useGo();
  const [form] = Form.useForm<DecisionValues>();
  const create = useAction<DecisionFields, DecisionDetail>(
    (body, key) => api.post('/decisions', { body, key }),
    {
      stale: ['/decisions', '/documents', '/versions'],
      done: (decision) => go(`/decisions/${decision.id}`),
    },
  );
  useFieldProblems(form, create.error);
  return (
    <>
      <PageHead title={text.decisions.newTitle} />
      <Form<DecisionValues>
        className="panel panel-pad form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError
        initialValues={{
          abstract: text.decisions.defaultAbstract,
          legalBases: START_BASES,
          formula: '',
          from: 'signing',
          effectiveFrom: null,
          versionIds: [],
        }}
        onFinish={(values) => create.mutate(decisionFieldsOf(values, []))}
      >
        <DecisionFieldsForm held={[]} />
        {create.error === null ? null : (
          <ProblemNotice error={create.error} title={text.common.error.action} />
        )}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
            {text.decisions.create}
          </Button>
        </div>
      </Form>
    </>
  );
}
