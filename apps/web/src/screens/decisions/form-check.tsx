import { Form, Input, Radio } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DecisionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatInstant } from '~/ui/dates';
import { FormDialog } from '~/ui/form-dialog';
import { Chip, type Tone } from '~/ui/state-chip';

interface CheckValues {
  verdict: 'passed' | 'returned';
  note?: string;
}

const TONES: Record<DecisionDetail['form']['state'], Tone> = {
  waiting: 'grey',
  passed: 'green',
  returned: 'amber',
};

/** What the office found of the form, and who. */
export function FormCheckFact({ form }: { form: DecisionDetail['form'] }): ReactElement {
  const { issuing } = useText();
  return (
    <>
      <Chip tone={TONES[form.state]}>{issuing.formStates[form.state]}</Chip>{' '}
      {form.state === 'waiting' && form.required ? (
        <span className="quiet">{issuing.formRequired}</span>
      ) : null}
      {form.checkerName === null || form.checkedAt === null || form.state === 'waiting' ? null : (
        <span className="quiet">{issuing.checkedBy(form.checkerName, formatInstant(form.checkedAt))}</span>
      )}
      {form.note === null || form.note === '' ? null : <div>{form.note}</div>}
    </>
  );
}

export function FormCheckDialog({
  decision,
  open,
  close,
}: {
  decision: DecisionDetail;
  open: boolean;
  close: () => void;
}): ReactElement {
  const { issuing, common } = useText();
  const [form] = Form.useForm<CheckValues>();
  const verdict = Form.useWatch('verdict', form);
  const check = useAction<CheckValues, unknown>(
    ({ verdict: found, note }, key) =>
      api.post(`/decisions/${decision.id}/form-check`, {
        body: { verdict: found, ...(note ? { note } : {}) },
        key,
      }),
    { stale: ['/decisions', '/journal'], done: close },
  );
  return (
    <FormDialog<CheckValues>
      open={open}
      close={close}
      title={issuing.form}
      submit={common.save}
      form={form}
      initial={{ verdict: 'passed' }}
      onFinish={(values) => check.mutate(values)}
      pending={check.isPending}
      error={check.error}
    >
      <p className="quiet">{issuing.formIntro}</p>
      <Form.Item name="verdict" label={issuing.formResult}>
        <Radio.Group
          options={[
            { value: 'passed', label: issuing.formPassed },
            { value: 'returned', label: issuing.formReturned },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={issuing.formNote}
        extra={issuing.formNoteHint}
        rules={[{ required: verdict === 'returned', message: common.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}
