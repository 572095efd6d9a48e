import { useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DecisionDetail, type DecisionFields } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { useGo } from '~/ui/use-go';
import { DecisionFieldsForm } from './decision-form';
import { decisionFieldsOf, type DecisionValues } from './decision-values';
import { useIssuingSetting } from './issuing-setting';

interface NewDecisionProps {
  legalBases: string[];
  /** Chosen beforehand, out of the address. */
  versionIds: string[];
}

function NewDecisionForm({ legalBases, versionIds }: NewDecisionProps): ReactElement {
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
    <Form<DecisionValues>
      className="panel panel-pad form-page"
      form={form}
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError
      initialValues={{
        abstract: text.decisions.defaultAbstract,
        legalBases,
        formula: '',
        from: 'signing',
        effectiveFrom: null,
        versionIds,
        withdrawals: [],
        replacesId: null,
      }}
      onFinish={(values) => create.mutate(decisionFieldsOf(values))}
    >
      <DecisionFieldsForm held={[]} />
      {create.error === null ? null : <ProblemNotice error={create.error} title={text.common.error.action} />}
      <div className="form-end">
        <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
          {text.decisions.create}
        </Button>
      </div>
    </Form>
  );
}

/** A decision begins with the căn cứ that the agency has set. */
export function NewDecisionScreen(): ReactElement {
  const { decisions } = useText();
  const setting = useIssuingSetting();
  const { versions = '' } = useSearch({ from: '/shell/decisions/new' });
  const versionIds = versions.split(',').filter((id) => id !== '');
  return (
    <>
      <PageHead title={decisions.newTitle} />
      <QueryView query={setting}>
        {({ legalBases }) => <NewDecisionForm legalBases={legalBases} versionIds={versionIds} />}
      </QueryView>
    </>
  );
}
