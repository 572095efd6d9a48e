import { Form, Input, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DelegationFields, type DelegationLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay, today } from '~/ui/dates';
import { DayField, PersonField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';

const STALE = ['/delegations', '/versions', '/work-items', '/held-steps', '/journal'];

interface EnterValues extends DelegationFields {
  letterDate: string;
}

/** The letter is kept as it is cited: kind, number and date in one line. */
export function EnterDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { way, ways } = useText();
  const [form] = Form.useForm<EnterValues>();
  const required = useRequired();
  const startsOn = Form.useWatch<string | null | undefined>('startsOn', form);
  const enter = useAction<EnterValues, unknown>(
    ({ letterDate, letter, ...fields }, key) =>
      api.post('/delegations', {
        body: { ...fields, letter: way.letterOf(letter.trim(), formatDay(letterDate)) },
        key,
      }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<EnterValues>
      open={open}
      close={close}
      title={way.enterDelegation}
      submit={way.enterDelegation}
      form={form}
      initial={{ reason: 'absence', formula: 'KT.', scope: [], startsOn: today() }}
      onFinish={(values) => enter.mutate(values)}
      pending={enter.isPending}
      error={enter.error}
      width={680}
    >
      <p className="quiet">{way.delegationNote}</p>
      <div className="field-grid">
        <Form.Item name="fromPersonId" label={way.from} rules={required}>
          <PersonField />
        </Form.Item>
        <Form.Item name="toPersonId" label={way.to} rules={required}>
          <PersonField />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={way.reasonLabel} rules={required}>
        <Radio.Group options={Object.entries(way.reasons).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="startsOn" label={way.startsOn} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="endsOn" label={way.endsOn}>
          <DayField min={startsOn ?? undefined} />
        </Form.Item>
        <Form.Item name="formula" label={way.formula} rules={required}>
          <Select options={Object.entries(way.formulas).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="scope" label={way.scope}>
          <Select
            mode="multiple"
            placeholder={way.allSteps}
            options={Object.entries(ways.steps).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="letter" label={way.letterField} extra={way.letterHint} rules={required}>
        <Input maxLength={250} />
      </Form.Item>
      <Form.Item name="letterDate" label={way.letterDate} rules={required}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

interface EndValues {
  reason: string;
}

export function EndDialog({ line, close }: { line: DelegationLine | null; close: () => void }): ReactElement {
  const { way } = useText();
  const [form] = Form.useForm<EndValues>();
  const required = useRequired();
  const end = useAction<EndValues, unknown>(
    (body, key) => api.post(`/delegations/${line?.id ?? ''}/end`, { body, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<EndValues>
      open={line !== null}
      close={close}
      title={way.endTitle}
      submit={way.end}
      danger
      form={form}
      onFinish={(values) => end.mutate(values)}
      pending={end.isPending}
      error={end.error}
    >
      <p>
        {line?.fromName} → {line?.toName}, {line?.letter}
      </p>
      <p className="quiet">{way.endNote}</p>
      <Form.Item name="reason" label={way.endReason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}
