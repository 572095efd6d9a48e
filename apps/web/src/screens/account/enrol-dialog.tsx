import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type RecoveryCodes, type SecondFactorSecret } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';

interface CodeValues {
  code: string;
  agreed: boolean;
}

function PasswordStep({
  close,
  done,
}: {
  close: () => void;
  done: (secret: SecondFactorSecret) => void;
}): ReactElement {
  const { account } = useText();
  const [form] = Form.useForm<{ password: string }>();
  const begin = useAction<{ password: string }, SecondFactorSecret>(
    (body, key) => api.post('/me/second-factor', { body, key }),
    { stale: [], done },
  );
  return (
    <FormDialog<{ password: string }>
      open
      close={close}
      title={account.enable}
      submit={account.continue}
      form={form}
      onFinish={(values) => begin.mutate(values)}
      pending={begin.isPending}
      error={begin.error}
    >
      <p className="quiet">{account.explain}</p>
      <PasswordItem />
    </FormDialog>
  );
}

interface CodeStepProps {
  secret: SecondFactorSecret;
  undertaking: string;
  close: () => void;
  done: (codes: RecoveryCodes) => void;
}

function CodeStep({ secret, undertaking, close, done }: CodeStepProps): ReactElement {
  const { account } = useText();
  const [form] = Form.useForm<CodeValues>();
  const confirm = useAction<string, RecoveryCodes>(
    (code, key) => api.post('/me/second-factor/confirmation', { body: { code, undertaken: 'yes' }, key }),
    { stale: ['/me/second-factor'], done },
  );
  return (
    <FormDialog<CodeValues>
      open
      close={close}
      title={account.enable}
      submit={account.confirm}
      form={form}
      onFinish={({ code }) => confirm.mutate(code)}
      pending={confirm.isPending}
      error={confirm.error}
    >
      <p>{account.scan}</p>
      <p>
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.qr)}`}
          alt={account.qr}
          width={220}
          height={220}
        />
      </p>
      <p className="quiet">
        {account.byHand} <code>{secret.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Form.Item name="code" label={account.code} rules={useRequired()}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Form.Item>
      <p className="form-label">{account.undertaking}</p>
      <blockquote>{undertaking}</blockquote>
      <Form.Item
        name="agreed"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, value: unknown) =>
              value === true ? Promise.resolve() : Promise.reject(new Error(account.agreeNeeded)),
          },
        ]}
      >
        <Checkbox>{account.agree}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

/** Password, then code and undertaking, then the recovery codes, shown once. */
export function EnrolDialog({
  undertaking,
  close,
}: {
  undertaking: string;
  close: () => void;
}): ReactElement {
  const { account } = useText();
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes !== null) {
    return (
      <Modal
        open
        title={account.recoveryTitle}
        closable={false}
        footer={
          <Button type="primary" onClick={close}>
            {account.recoveryDone}
          </Button>
        }
      >
        <p>{account.recoveryNote}</p>
        <ul className="plain-list">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Modal>
    );
  }
  return secret === null ? (
    <PasswordStep close={close} done={setSecret} />
  ) : (
    <CodeStep
      secret={secret}
      undertaking={undertaking}
      close={close}
      done={({ recoveryCodes }) => setCodes(recoveryCodes)}
    />
  );
}
