import { Button, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { type DecisionDetail, type DecisionLineView } from '~/api/types';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { Icon } from '~/ui/icon';
import { type WithdrawalValue } from './decision-values';
import { DocumentField } from './document-field';

export function withdrawalsOf(decision: DecisionDetail): WithdrawalValue[] {
  return decision.withdrawals.map(({ documentId, reason, successorId }) => ({
    documentId,
    reason,
    successorId: successorId ?? null,
  }));
}

/** Documents that the decision ends, each with its reason and what follows it. */
export function Withdrawals({ held }: { held: readonly DecisionLineView[] }): ReactElement {
  const { issuing } = useText();
  const required = useRequired();
  const lineOf = (at: number): DecisionLineView | null =>
    held.filter(({ action }) => action === 'withdraw')[at] ?? null;
  return (
    <Form.List name="withdrawals">
      {(rows, { add, remove }) => (
        <div className="edit-list">
          <h3>{issuing.withdrawals}</h3>
          <p className="quiet">{issuing.withdrawalsNote}</p>
          {rows.map((row) => (
            <div key={row.key} className="edit-row withdrawal-row">
              <Form.Item name={[row.name, 'documentId']} label={issuing.document} rules={required}>
                <DocumentField label={issuing.document} known={lineOf(row.name)} />
              </Form.Item>
              <Form.Item name={[row.name, 'reason']} label={issuing.why} rules={required}>
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
              </Form.Item>
              <Form.Item name={[row.name, 'successorId']} label={issuing.successor}>
                <DocumentField
                  label={issuing.successor}
                  known={lineOf(row.name)?.successor ?? null}
                  allowClear
                />
              </Form.Item>
              <Button
                type="text"
                aria-label={issuing.removeWithdrawal}
                title={issuing.removeWithdrawal}
                icon={<Icon name="trash" size={16} />}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<Icon name="plus" size={16} />} onClick={() => add({ reason: '' })}>
            {issuing.addWithdrawal}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
