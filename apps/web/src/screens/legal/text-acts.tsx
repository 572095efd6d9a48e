import { Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';

const STALE = ['/legal-texts', '/legal-changes', '/versions', '/unresolved-citations', '/outdated-citations'];

interface DialogProps {
  text: LegalTextDetail;
  open: boolean;
  close: () => void;
}

function WithdrawDialog({ text, open, close }: DialogProps): ReactElement {
  const { register } = useText();
  const required = useRequired();
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useAction<{ reason: string }, LegalTextDetail>(
    ({ reason }, key) =>
      api.post(`/legal-texts/${text.id}/withdrawal`, { body: { reason, rowVersion: text.rowVersion }, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<{ reason: string }>
      open={open}
      close={close}
      title={register.withdraw}
      submit={register.withdraw}
      form={form}
      onFinish={(values) => withdraw.mutate(values)}
      pending={withdraw.isPending}
      error={withdraw.error}
      danger
    >
      <p>{register.withdrawNote}</p>
      <Form.Item name="reason" label={register.reason} rules={[...required, { min: 5 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

interface AliasValues {
  name: string;
  year?: number | null;
}

function AliasDialog({ text, open, close }: DialogProps): ReactElement {
  const { legal, register } = useText();
  const required = useRequired();
  const [form] = Form.useForm<AliasValues>();
  const add = useAction<AliasValues, LegalTextDetail>(
    ({ name, year }, key) =>
      api.post(`/legal-texts/${text.id}/aliases`, { body: { name: name.trim(), year: year ?? null }, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<AliasValues>
      open={open}
      close={close}
      title={register.addAlias}
      submit={register.addAlias}
      form={form}
      onFinish={(values) => add.mutate(values)}
      pending={add.isPending}
      error={add.error}
    >
      <p className="quiet">{legal.aliasesHint}</p>
      <Form.Item name="name" label={legal.alias} rules={required}>
        <Input placeholder="Luật Hộ tịch" />
      </Form.Item>
      <Form.Item name="year" label={legal.year}>
        <InputNumber min={1945} max={2100} controls={false} />
      </Form.Item>
    </FormDialog>
  );
}

/** What may be done with a record; each closed button says why. */
export function TextActs({ text }: { text: LegalTextDetail }): ReactElement {
  const { register } = useText();
  const go = useGo();
  const [open, setOpen] = useState<'withdraw' | 'alias' | null>(null);
  const confirm = useAction<undefined, LegalTextDetail>(
    (_, key) => api.post(`/legal-texts/${text.id}/confirmation`, { body: {}, key }),
    { stale: STALE, done: () => say(register.saved) },
  );
  const { actions } = text;
  const awaitsHand = text.state === 'recorded' && text.changeId === null && actions.correct.allowed;
  return (
    <div className="page-actions">
      {awaitsHand ? (
        <ActionButton
          action={actions.correct}
          label={register.confirmText}
          primary
          loading={confirm.isPending}
          onClick={() => confirm.mutate(undefined)}
        />
      ) : null}
      <ActionButton
        action={actions.correct}
        label={register.correct}
        onClick={() => go(`/legal-texts/${text.id}/edit`)}
      />
      <ActionButton
        action={actions.addAlias}
        label={register.addAlias}
        icon="plus"
        onClick={() => setOpen('alias')}
      />
      <ActionButton
        action={actions.withdraw}
        label={register.withdraw}
        danger
        onClick={() => setOpen('withdraw')}
      />
      <WithdrawDialog text={text} open={open === 'withdraw'} close={() => setOpen(null)} />
      <AliasDialog text={text} open={open === 'alias'} close={() => setOpen(null)} />
    </div>
  );
}
