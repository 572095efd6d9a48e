import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ChangeDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';

interface WithdrawValues {
  reason: string;
}

interface WithdrawProps {
  change: ChangeDetail;
  open: boolean;
  close: () => void;
}

/** One line that everybody who was asked will read. */
export function WithdrawDialog({ change, open, close }: WithdrawProps): ReactElement {
  const { impact } = useText();
  const [form] = Form.useForm<WithdrawValues>();
  const required = useRequired();
  const withdraw = useAction<WithdrawValues, ChangeDetail>(
    (body, key) =>
      api.post(`/legal-changes/${change.id}/withdrawal`, { body, key, ifMatch: change.rowVersion }),
    {
      stale: ['/legal-changes', '/legal-texts', '/assessments', '/documents', '/work-items'],
      done: () => {
        say(impact.withdrawDone);
        close();
      },
    },
  );
  return (
    <FormDialog<WithdrawValues>
      open={open}
      close={close}
      title={impact.withdrawTitle}
      submit={impact.withdraw}
      form={form}
      onFinish={(values) => withdraw.mutate(values)}
      pending={withdraw.isPending}
      error={withdraw.error}
      danger
    >
      <p>{impact.withdrawNote}</p>
      <Form.Item name="reason" label={impact.withdrawReason} rules={required}>
        <Input maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
