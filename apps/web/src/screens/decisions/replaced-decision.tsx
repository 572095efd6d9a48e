import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf, type Page } from '~/api/page';
import { type DecisionLine, type DecisionRefView, type StandingDocument } from '~/api/types';
import { useText } from '~/app/preferences';
import { matches } from '~/ui/fields';
import { type DecisionValues, type WithdrawalValue } from './decision-values';

interface ReplacedFieldProps {
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  known: DecisionRefView | null;
}

function ReplacedField({ value, onChange, known, id }: ReplacedFieldProps): ReactElement {
  const decisions = useQuery({
    queryKey: ['/decisions', 'registered'],
    queryFn: ({ signal }) => api.get<Page<DecisionLine>>(withQuery('/decisions', { limit: 100 }), signal),
    staleTime: 60_000,
  });
  const registered = (decisions.data?.items ?? []).filter(({ state }) => state === 'registered');
  const missing = known !== null && registered.every((line) => line.id !== known.id) ? [known] : [];
  return (
    <Select
      id={id}
      allowClear
      loading={decisions.isPending}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
      options={[...missing, ...registered].map((line) => ({
        value: line.id,
        label: `${line.number ?? ''} – ${line.abstract}`,
      }))}
    />
  );
}

/** What the older decision leaves in force beside this one's own list. */
function Standing({ decisionId }: { decisionId: string }): ReactElement | null {
  const { issuing } = useText();
  const form = Form.useFormInstance<DecisionValues>();
  const withdrawals = Form.useWatch<WithdrawalValue[] | undefined>('withdrawals', form) ?? [];
  const chosen = Form.useWatch<string[] | undefined>('versionIds', form) ?? [];
  const standing = useQuery({
    queryKey: ['/decisions', decisionId, 'standing'],
    queryFn: async ({ signal }) =>
      listOf<StandingDocument>(await api.get(`/decisions/${decisionId}/standing`, signal)),
  });
  const left = (standing.data ?? []).filter(({ documentId }) =>
    withdrawals.every((line) => line.documentId !== documentId),
  );
  if (left.length === 0) return null;
  return (
    <div className="field-problems" aria-live="polite">
      <p>{issuing.standing(left.length)}:</p>
      <ul>
        {left.map((line) => (
          <li key={line.documentId}>
            <strong>{line.code}</strong> {line.title}
          </li>
        ))}
      </ul>
      {chosen.length > 0 ? null : (
        <Button
          onClick={() =>
            form.setFieldValue('withdrawals', [
              ...withdrawals,
              ...left.map(({ documentId }) => ({ documentId, reason: issuing.standingReason })),
            ])
          }
        >
          {issuing.endStanding}
        </Button>
      )}
    </div>
  );
}

/** The older decision that this one replaces, and what would stay in force of it. */
export function ReplacedDecision({ known }: { known: DecisionRefView | null }): ReactElement {
  const { issuing } = useText();
  const form = Form.useFormInstance<DecisionValues>();
  const replacesId = Form.useWatch('replacesId', form);
  return (
    <>
      <Form.Item name="replacesId" label={issuing.replaces} extra={issuing.replacesHint}>
        <ReplacedField known={known} />
      </Form.Item>
      {replacesId ? <Standing decisionId={replacesId} /> : null}
    </>
  );
}
