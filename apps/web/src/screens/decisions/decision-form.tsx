import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { listOf } from '~/api/page';
import { type DecisionLineView, type DecisionRefView, type DocumentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { DayField, PersonField, useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';
import { ProblemNotice } from '~/ui/problem-notice';
import { Waiting } from '~/ui/waiting';
import { type DecisionValues } from './decision-values';
import { ReplacedDecision } from './replaced-decision';
import { Withdrawals } from './withdrawals';

type Candidate = Pick<DocumentLine, 'versionId' | 'code' | 'series' | 'title' | 'issue' | 'revision'>;

interface CandidatesProps {
  value?: string[];
  onChange?: (value: string[]) => void;
  candidates: readonly Candidate[];
}

function Candidates({ value = [], onChange, candidates }: CandidatesProps): ReactElement {
  const { decisions, documentPage } = useText();
  const all = candidates.map((candidate) => candidate.versionId);
  const chosenAll = all.length > 0 && all.every((id) => value.includes(id));
  const toggle = (id: string): void =>
    onChange?.(value.includes(id) ? value.filter((each) => each !== id) : [...value, id]);
  if (candidates.length === 0) return <p className="quiet">{decisions.noCandidates}</p>;
  return (
    <div className="choose" role="group" aria-label={decisions.candidates}>
      <div className="choose-head">
        <Checkbox
          checked={chosenAll}
          indeterminate={value.length > 0 && !chosenAll}
          onChange={() => onChange?.(chosenAll ? [] : all)}
        >
          {decisions.chooseAll}
        </Checkbox>
        <span className="quiet" aria-live="polite">
          {decisions.chosen(value.length)}
        </span>
      </div>
      {candidates.map((candidate) => (
        <div key={candidate.versionId} className="choose-line">
          <Checkbox
            checked={value.includes(candidate.versionId)}
            onChange={() => toggle(candidate.versionId)}
          >
            <strong>{candidate.code}</strong> {candidate.title}
            <span className="quiet">
              {' '}
              {candidate.series} · {documentPage.edition(candidate.issue, candidate.revision)}
            </span>
          </Checkbox>
        </div>
      ))}
    </div>
  );
}

/** Approved versions, with those that the draft already holds. */
function useCandidates(held: readonly DecisionLineView[]): {
  candidates: Candidate[];
  pending: boolean;
  error: unknown;
  retry: () => void;
} {
  const query = useQuery({
    queryKey: ['/decisions', 'candidates'],
    queryFn: async ({ signal }) => listOf<DocumentLine>(await api.get('/decisions/candidates', signal)),
  });
  const free = query.data ?? [];
  const kept = held.filter(
    (line) => line.action !== 'withdraw' && !free.some((each) => each.versionId === line.versionId),
  );
  return {
    candidates: [...kept, ...free],
    pending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/** Căn cứ, one per line of the paper; used by a decision and by the agency's setting. */
export function LegalBases({ title }: { title?: string }): ReactElement {
  const { decisions } = useText();
  const required = useRequired();
  return (
    <Form.List name="legalBases">
      {(rows, { add, remove }) => (
        <div className="edit-list">
          <h3>{title ?? decisions.bases}</h3>
          {rows.map((row) => (
            <div key={row.key} className="edit-row base-row">
              <Form.Item name={row.name} rules={required}>
                <Input.TextArea
                  aria-label={decisions.base(row.name + 1)}
                  autoSize={{ minRows: 1, maxRows: 4 }}
                />
              </Form.Item>
              <Button
                type="text"
                aria-label={decisions.removeBase}
                title={decisions.removeBase}
                icon={<Icon name="trash" size={16} />}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add('')}>
            {decisions.addBase}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function EffectiveFrom(): ReactElement {
  const { decisions } = useText();
  const form = Form.useFormInstance<DecisionValues>();
  const from = Form.useWatch('from', form);
  const required = useRequired();
  return (
    <>
      <Form.Item name="from" label={decisions.effectiveFrom} required>
        <Radio.Group
          options={[
            { value: 'signing', label: decisions.fromSigning },
            { value: 'day', label: decisions.fromDay },
          ]}
        />
      </Form.Item>
      {from === 'day' ? (
        <Form.Item name="effectiveFrom" label={decisions.effectiveOn} rules={required}>
          <DayField />
        </Form.Item>
      ) : null}
    </>
  );
}

function VersionsItem({ held }: { held: readonly DecisionLineView[] }): ReactElement {
  const { decisions, issuing } = useText();
  const { candidates, pending, error, retry } = useCandidates(held);
  if (pending) return <Waiting rows={3} />;
  return (
    <>
      {error === null ? null : <ProblemNotice error={error} retry={retry} />}
      <Form.Item
        name="versionIds"
        label={decisions.candidates}
        required
        dependencies={['withdrawals']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string[] | undefined) => {
              const ended = (getFieldValue('withdrawals') as unknown[] | undefined) ?? [];
              return (value ?? []).length + ended.length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(issuing.needOne));
            },
          }),
        ]}
      >
        <Candidates candidates={candidates} />
      </Form.Item>
    </>
  );
}

/** The fields of an issuing decision, for preparing and for mending it. */
export function DecisionFieldsForm({
  held,
  replaces = null,
}: {
  held: readonly DecisionLineView[];
  replaces?: DecisionRefView | null;
}): ReactElement {
  const { decisions } = useText();
  const required = useRequired();
  const formulas = Object.entries(decisions.formulas).map(([value, label]) => ({ value, label }));
  return (
    <>
      <VersionsItem held={held} />
      <Withdrawals held={held} />
      <ReplacedDecision known={replaces} />
      <Form.Item name="abstract" label={decisions.abstract} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <LegalBases />
      <div className="field-grid">
        <Form.Item name="signerId" label={decisions.signer} rules={required}>
          <PersonField role="head" />
        </Form.Item>
        <Form.Item name="formula" label={decisions.formula}>
          <Select options={formulas} />
        </Form.Item>
      </div>
      <EffectiveFrom />
    </>
  );
}
