import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { type ReactElement, useEffect } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf, type Page } from '~/api/page';
import { type DeclarationDetail, type DocumentLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { useGo } from '~/ui/use-go';

interface Standard {
  id: string;
  label: string;
}

interface DeclarationValues {
  standardId: string;
  kind: 'first' | 'again';
  reason?: string;
  chosen: string[];
}

/** Every effective procedure, page after page: the scope is the whole set. */
async function allEffective(signal: AbortSignal): Promise<DocumentLine[]> {
  const lines: DocumentLine[] = [];
  let after: string | null = null;
  do {
    const page: Page<DocumentLine> = await api.get(
      withQuery('/documents', { scope: 'effective', limit: 100, after }),
      signal,
    );
    lines.push(...page.items.filter((line) => line.kind === 'procedure'));
    after = page.next;
  } while (after !== null);
  return lines;
}

interface ScopeFieldProps {
  value?: string[];
  onChange?: (value: string[]) => void;
  lines: readonly DocumentLine[];
}

function ScopeField({ value = [], onChange, lines }: ScopeFieldProps): ReactElement {
  const { declarations, decisions } = useText();
  const all = lines.map((line) => line.documentId);
  const every = value.length === all.length;
  const toggle = (id: string): void =>
    onChange?.(value.includes(id) ? value.filter((each) => each !== id) : [...value, id]);
  return (
    <div className="choose" role="group" aria-label={declarations.scope}>
      <div className="choose-head">
        <Checkbox
          checked={every}
          indeterminate={value.length > 0 && !every}
          onChange={() => onChange?.(every ? [] : all)}
        >
          {decisions.chooseAll}
        </Checkbox>
        <span className="quiet" aria-live="polite">
          {declarations.inScope(value.length)}
        </span>
      </div>
      {lines.map((line) => (
        <div key={line.documentId} className="choose-line">
          <Checkbox checked={value.includes(line.documentId)} onChange={() => toggle(line.documentId)}>
            <strong>{line.code}</strong> {line.title} <span className="quiet">{line.series}</span>
          </Checkbox>
        </div>
      ))}
    </div>
  );
}

function StandardField(props: {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}): ReactElement {
  const standards = useQuery({
    queryKey: ['/declarations', 'standards'],
    queryFn: async ({ signal }) => listOf<Standard>(await api.get('/declarations/standards', signal)),
  });
  return (
    <Select
      {...props}
      loading={standards.isPending}
      options={(standards.data ?? []).map(({ id, label }) => ({ value: id, label }))}
    />
  );
}

function DeclarationForm({ lines }: { lines: DocumentLine[] }): ReactElement {
  const { declarations, common } = useText();
  const go = useGo();
  const required = useRequired();
  const [form] = Form.useForm<DeclarationValues>();
  const kind = Form.useWatch('kind', form);
  const create = useAction<DeclarationValues, DeclarationDetail>(
    ({ standardId, kind: which, reason, chosen }, key) => {
      const excludeDocumentIds = lines.map((line) => line.documentId).filter((id) => !chosen.includes(id));
      const body = { standardId, kind: which, excludeDocumentIds, ...(reason ? { reason } : {}) };
      return api.post('/declarations', { body, key });
    },
    { stale: ['/declarations'], done: (declaration) => go(`/declarations/${declaration.id}`) },
  );
  useFieldProblems(form, create.error);
  useEffect(() => {
    form.setFieldValue(
      'chosen',
      lines.map((line) => line.documentId),
    );
  }, [form, lines]);
  return (
    <Form<DeclarationValues>
      className="panel panel-pad form-page"
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={{ kind: 'first', chosen: [] }}
      onFinish={(values) => create.mutate(values)}
    >
      <Form.Item name="standardId" label={declarations.standard} rules={required}>
        <StandardField />
      </Form.Item>
      <Form.Item name="kind" label={declarations.kind}>
        <Radio.Group
          options={[
            { value: 'first', label: declarations.kinds.first },
            { value: 'again', label: declarations.kinds.again },
          ]}
        />
      </Form.Item>
      {kind === 'again' ? (
        <Form.Item name="reason" label={declarations.reason} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="chosen"
        label={declarations.scope}
        extra={declarations.scopeHint}
        rules={[{ required: true, type: 'array', min: 1, message: common.required }]}
      >
        <ScopeField lines={lines} />
      </Form.Item>
      {create.error === null ? null : <ProblemNotice error={create.error} title={common.error.action} />}
      <div className="form-end">
        <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
          {declarations.save}
        </Button>
      </div>
    </Form>
  );
}

export function NewDeclarationScreen(): ReactElement {
  const { declarations } = useText();
  const lines = useQuery({
    queryKey: ['/documents', 'all-effective'],
    queryFn: ({ signal }) => allEffective(signal),
  });
  return (
    <>
      <PageHead title={declarations.newTitle} />
      <QueryView query={lines}>
        {(found) =>
          found.length === 0 ? (
            <section className="panel">
              <EmptyState title={declarations.noScope} steps={declarations.emptySteps} />
            </section>
          ) : (
            <DeclarationForm lines={found} />
          )
        }
      </QueryView>
    </>
  );
}
