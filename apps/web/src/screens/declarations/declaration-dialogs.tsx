import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DeclarationDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { Facts } from '~/ui/facts';
import { DayField, PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';

interface DeclarationDialogProps {
  declaration: DeclarationDetail;
  open: boolean;
  close: () => void;
}

function useDeclarationAct<Input>(
  { declaration, close }: DeclarationDialogProps,
  act: string,
  words?: string,
): ReturnType<typeof useAction<Input, DeclarationDetail>> {
  return useAction<Input, DeclarationDetail>(
    (body, key) => api.post(`/declarations/${declaration.id}/${act}`, { body, key }),
    {
      stale: ['/declarations'],
      done: () => {
        if (words !== undefined) say(words);
        close();
      },
    },
  );
}

interface SignValues {
  password: string;
}

export function SignDialog(props: DeclarationDialogProps): ReactElement {
  const { declarations, documentPage } = useText();
  const me = useMe();
  const [form] = Form.useForm<SignValues>();
  const sign = useDeclarationAct<SignValues>(props, 'signature');
  return (
    <FormDialog<SignValues>
      open={props.open}
      close={props.close}
      title={declarations.signTitle}
      submit={declarations.sign}
      form={form}
      onFinish={(values) => sign.mutate(values)}
      pending={sign.isPending}
      error={sign.error}
    >
      <Facts
        facts={[
          [documentPage.signerIs, `${me.person.fullName}, ${me.agency.name}`],
          [declarations.standard, props.declaration.standard],
          [declarations.procedures, props.declaration.procedures],
          [documentPage.meaning, declarations.signMeaning],
        ]}
      />
      <PasswordItem />
    </FormDialog>
  );
}

interface RegisterValues {
  number: string;
  signedOn: string;
}

export function RegisterDialog(props: DeclarationDialogProps): ReactElement {
  const { declarations } = useText();
  const required = useRequired();
  const [form] = Form.useForm<RegisterValues>();
  const register = useDeclarationAct<RegisterValues>(props, 'registration', declarations.registered);
  return (
    <FormDialog<RegisterValues>
      open={props.open}
      close={props.close}
      title={declarations.registerTitle}
      submit={declarations.register}
      form={form}
      onFinish={(values) => register.mutate(values)}
      pending={register.isPending}
      error={register.error}
    >
      <p className="quiet">{declarations.registerNote}</p>
      <div className="field-grid">
        <Form.Item name="number" label={declarations.number} rules={required}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="signedOn" label={declarations.signedOn} rules={required}>
          <DayField />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

interface WithdrawValues {
  reason: string;
  password: string;
}

export function WithdrawDialog(props: DeclarationDialogProps): ReactElement {
  const { declarations, common } = useText();
  const required = useRequired();
  const [form] = Form.useForm<WithdrawValues>();
  const withdraw = useDeclarationAct<WithdrawValues>(props, 'withdrawal');
  return (
    <FormDialog<WithdrawValues>
      open={props.open}
      close={props.close}
      title={declarations.withdrawTitle}
      submit={declarations.withdraw}
      form={form}
      onFinish={(values) => withdraw.mutate(values)}
      pending={withdraw.isPending}
      error={withdraw.error}
      danger
    >
      <p className="quiet">{declarations.withdrawNote}</p>
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <PasswordItem />
    </FormDialog>
  );
}
