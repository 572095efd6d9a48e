import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type InternalProcessFields, type TthcDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { today } from '~/ui/dates';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { stepsOf } from './pasted-steps';

interface ProcessValues extends Omit<InternalProcessFields, 'steps'> {
  lines: string;
}

export function ProcessDialog({
  procedure,
  close,
}: {
  procedure: TthcDetail;
  close: () => void;
}): ReactElement {
  const { tthc } = useText();
  const required = useRequired();
  const [form] = Form.useForm<ProcessValues>();
  const add = useAction<ProcessValues, TthcDetail>(
    ({ lines, ...fields }, key) =>
      api.post(`/administrative-procedures/${procedure.id}/internal-processes`, {
        body: { ...fields, steps: stepsOf(lines) },
        key,
      }),
    { stale: ['/administrative-procedures', '/documents', '/journal'], done: close },
  );
  return (
    <FormDialog<ProcessValues>
      open
      close={close}
      title={tthc.processTitle}
      submit={tthc.save}
      form={form}
      initial={{ validFrom: today(), timeLimit: procedure.timeLimit }}
      onFinish={(values) => add.mutate(values)}
      pending={add.isPending}
      error={add.error}
      width={760}
    >
      <div className="field-grid">
        <Form.Item name="decisionNumber" label={tthc.decisionNumber}>
          <Input spellCheck={false} placeholder="1234/QĐ-UBND" />
        </Form.Item>
        <Form.Item name="decisionOn" label={tthc.decisionOn}>
          <DayField />
        </Form.Item>
        <Form.Item name="decisionIssuer" label={tthc.decisionIssuer}>
          <Input />
        </Form.Item>
        <Form.Item name="validFrom" label={tthc.processFrom} rules={required}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="timeLimit" label={tthc.processLimit}>
        <Input />
      </Form.Item>
      <Form.Item name="lines" label={tthc.steps} extra={tthc.stepsHint} rules={required}>
        <Input.TextArea
          autoSize={{ minRows: 6, maxRows: 16 }}
          placeholder="Tiếp nhận hồ sơ | Trung tâm Phục vụ hành chính công | 0,5 ngày"
        />
      </Form.Item>
    </FormDialog>
  );
}
