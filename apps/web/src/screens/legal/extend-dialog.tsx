import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';

interface ExtendValues {
  until: string;
  reason: string;
}

/** More time with a reason (R13): for own assessments, or by the steward of a change for one agency. */
export function ExtendDialog({
  path,
  subject,
  close,
}: {
  path: string;
  subject: { assessmentIds: string[] } | { agencyId: string };
  close: () => void;
}): ReactElement {
  const { impact } = useText();
  const [form] = Form.useForm<ExtendValues>();
  const required = useRequired();
  const extend = useAction<ExtendValues, unknown>(
    (values, key) => api.post(path, { body: { ...subject, ...values }, key }),
    {
      stale: ['/assessments', '/legal-changes', '/work-items'],
      done: () => {
        say(impact.extended);
        close();
      },
    },
  );
  return (
    <FormDialog<ExtendValues>
      open
      close={close}
      title={impact.extendTitle}
      submit={impact.extend}
      form={form}
      onFinish={(values) => extend.mutate(values)}
      pending={extend.isPending}
      error={extend.error}
    >
      <p>{impact.extendNote}</p>
      <Form.Item name="until" label={impact.until} rules={required}>
        <DayField />
      </Form.Item>
      <Form.Item name="reason" label={impact.extendReason} rules={required}>
        <Input maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
