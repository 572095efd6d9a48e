import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { listOf } from '~/api/page';
import { type CodeGapView, type CodePatternFields, type CodePatternView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';

function Gap({
  patternId,
  gap,
  maySet,
}: {
  patternId: string;
  gap: CodeGapView;
  maySet: boolean;
}): ReactElement {
  const { changeSets, common } = useText();
  const required = useRequired();
  const explain = useAction<{ explanation: string }, unknown>(
    ({ explanation }, key) =>
      api.post(`/code-patterns/${patternId}/gaps`, { body: { number: gap.number, explanation }, key }),
    { stale: ['/code-patterns'] },
  );
  return (
    <li>
      <strong>{gap.code}</strong> {gap.explanation ?? <span className="quiet">{changeSets.unexplained}</span>}
      {gap.by === null ? null : <span className="quiet"> ({gap.by})</span>}
      {maySet && gap.explanation === null ? (
        <Form layout="inline" onFinish={(values: { explanation: string }) => explain.mutate(values)}>
          <Form.Item name="explanation" rules={required}>
            <Input aria-label={changeSets.explain} placeholder={changeSets.explain} />
          </Form.Item>
          <Button htmlType="submit" loading={explain.isPending}>
            {common.save}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

function Pattern({ rule, maySet }: { rule: CodePatternView; maySet: boolean }): ReactElement {
  const { changeSets, documents } = useText();
  return (
    <li>
      <p>
        <strong>{rule.pattern}</strong> · {documents.kinds[rule.kind]}
        {rule.series === '' ? '' : ` · ${rule.series}`} · {changeSets.next}: <strong>{rule.next}</strong>
      </p>
      {rule.gaps.length === 0 ? (
        <p className="quiet">{changeSets.noGaps}</p>
      ) : (
        <>
          <p>{changeSets.gaps}</p>
          <ul>
            {rule.gaps.map((gap) => (
              <Gap key={gap.number} patternId={rule.id} gap={gap} maySet={maySet} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

/** How codes are made, which come next, and why a number was left out (DI-02). */
export function CodePatterns({ maySet }: { maySet: boolean }): ReactElement {
  const { changeSets, documents, common } = useText();
  const [form] = Form.useForm<CodePatternFields>();
  const required = useRequired();
  const patterns = useQuery({
    queryKey: ['/code-patterns'],
    queryFn: async ({ signal }) => listOf<CodePatternView>(await api.get('/code-patterns', signal)),
  });
  const add = useAction<CodePatternFields, unknown>(
    ({ series, ...fields }, key) =>
      api.post('/code-patterns', { body: { ...fields, ...(series ? { series } : {}) }, key }),
    { stale: ['/code-patterns'], done: () => form.resetFields() },
  );
  const kinds = Object.entries(documents.kinds).map(([value, label]) => ({ value, label }));
  return (
    <section className="panel panel-pad form-page">
      <h2>{changeSets.codes}</h2>
      <p className="quiet">{changeSets.codesNote}</p>
      <QueryView query={patterns}>
        {(rules) => (
          <ul className="line-list">
            {rules.map((rule) => (
              <Pattern key={rule.id} rule={rule} maySet={maySet} />
            ))}
          </ul>
        )}
      </QueryView>
      {maySet ? (
        <Form<CodePatternFields>
          form={form}
          layout="vertical"
          initialValues={{ kind: 'procedure' }}
          onFinish={(values) => add.mutate(values)}
        >
          {add.error === null ? null : <ProblemNotice error={add.error} title={common.error.action} />}
          <div className="field-grid">
            <Form.Item name="kind" label={documents.kind} rules={required}>
              <Select options={kinds} />
            </Form.Item>
            <Form.Item name="series" label={changeSets.series}>
              <Input />
            </Form.Item>
            <Form.Item name="pattern" label={changeSets.pattern} rules={required}>
              <Input spellCheck={false} placeholder="QT {nn}/CX-HCTP" />
            </Form.Item>
          </div>
          <Button htmlType="submit" loading={add.isPending}>
            {changeSets.addPattern}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}
