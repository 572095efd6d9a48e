import { Form, Input, Radio } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type AssessmentLine, type ReviewSheetDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { reasonLine } from './reasons';

interface SheetValues {
  rows: { outcome: 'not-needed' | 'must-revise'; reason?: string }[];
  password: string;
}

/** One Phiếu rà soát over the chosen documents: each row its outcome, one password. */
export function SheetDialog({
  rows,
  close,
}: {
  rows: readonly AssessmentLine[];
  close: () => void;
}): ReactElement {
  const text = useText();
  const { impact, legal } = text;
  const [form] = Form.useForm<SheetValues>();
  const required = useRequired();
  const go = useGo();
  const sign = useAction<SheetValues, ReviewSheetDetail>(
    ({ rows: values, password }, key) =>
      api.post('/review-sheets', {
        body: { rows: rows.map(({ id }, at) => ({ assessmentId: id, ...values[at] })), password },
        key,
      }),
    {
      stale: [
        '/assessments',
        '/review-sheets',
        '/legal-changes',
        '/documents',
        '/change-sets',
        '/work-items',
      ],
      done: (sheet) => {
        say(impact.sheetSigned);
        close();
        go(`/review-sheets/${sheet.id}`);
      },
    },
  );
  const outcomes = [
    { value: 'must-revise', label: legal.outcomes['must-revise'] },
    { value: 'not-needed', label: legal.outcomes['not-needed'] },
  ];
  return (
    <FormDialog<SheetValues>
      open
      close={close}
      title={impact.sheetTitle}
      submit={impact.sheetSign}
      form={form}
      onFinish={(values) => sign.mutate(values)}
      pending={sign.isPending}
      error={sign.error}
      width={880}
    >
      <p>{impact.sheetHint}</p>
      {rows.length > 1 ? (
        <Form.Item label={impact.allOutcome}>
          <Radio.Group
            options={outcomes}
            onChange={(event) => {
              for (const at of rows.keys())
                form.setFieldValue(['rows', at, 'outcome'], event.target.value as string);
            }}
          />
        </Form.Item>
      ) : null}
      {rows.map((row, at) => (
        <fieldset key={row.id} className="sheet-row">
          <legend>
            <span className="code-cell">{row.code}</span> {row.title}
          </legend>
          <p className="quiet">
            {row.changeText}: {row.reasons.map((reason) => reasonLine(text, reason)).join('; ')}
          </p>
          <Form.Item name={['rows', at, 'outcome']} rules={required}>
            <Radio.Group options={outcomes} aria-label={impact.rowOutcome(row.code)} />
          </Form.Item>
          <Form.Item
            noStyle
            shouldUpdate={(before: SheetValues, after: SheetValues) =>
              before.rows[at]?.outcome !== after.rows[at]?.outcome
            }
          >
            {({ getFieldValue }) => (
              <Form.Item
                name={['rows', at, 'reason']}
                rules={getFieldValue(['rows', at, 'outcome']) === 'not-needed' ? required : []}
              >
                <Input.TextArea
                  aria-label={impact.rowReason(row.code)}
                  placeholder={legal.outcomeReason}
                  autoSize={{ minRows: 1, maxRows: 4 }}
                />
              </Form.Item>
            )}
          </Form.Item>
        </fieldset>
      ))}
      <PasswordItem />
    </FormDialog>
  );
}
