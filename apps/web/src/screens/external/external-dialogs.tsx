import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import {
  type ExternalCheckRequest,
  type ExternalDocumentChanges,
  type ExternalDocumentFields,
  type ExternalDocumentLine,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { today } from '~/ui/dates';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';

export const KINDS = ['law', 'standard', 'ministry-template', 'other'] as const;
const OUTCOMES = ['still-valid', 'changed', 'expired'] as const;
const STALE = ['/external-documents', '/journal'];

interface DialogProps {
  line: ExternalDocumentLine;
  close: () => void;
}

/** "Đã kiểm tra, còn hiệu lực ngày …". */
export function CheckDialog({ line, close }: DialogProps): ReactElement {
  const { external } = useText();
  const [form] = Form.useForm<Omit<ExternalCheckRequest, 'key'>>();
  const required = useRequired();
  const check = useAction<Omit<ExternalCheckRequest, 'key'>, unknown>(
    (body, key) => api.post('/external-documents/checks', { body: { ...body, key: line.key }, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<Omit<ExternalCheckRequest, 'key'>>
      open
      close={close}
      title={external.check}
      submit={external.check}
      form={form}
      initial={{ checkedOn: today(), outcome: 'still-valid' }}
      onFinish={(values) => check.mutate(values)}
      pending={check.isPending}
      error={check.error}
    >
      <p>
        <strong>{[line.numberSymbol, line.title].filter(Boolean).join(' ')}</strong>
      </p>
      <Form.Item name="outcome" label={external.outcome} rules={required}>
        <Radio.Group
          className="radio-lines"
          options={OUTCOMES.map((value) => ({ value, label: external.outcomes[value] }))}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="checkedOn" label={external.checkedOn} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="nextCheckOn" label={external.nextCheck} extra={external.nextAuto}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="note" label={external.checkNote}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

type Fields = ExternalDocumentFields & ExternalDocumentChanges;

/** Enters a document by hand, or changes one that has a row of its own; its number stays what it is known by. */
export function ExternalDialog({
  line,
  close,
}: {
  line: ExternalDocumentLine | null;
  close: () => void;
}): ReactElement {
  const { external, common } = useText();
  const [form] = Form.useForm<Fields>();
  const required = useRequired();
  const save = useAction<Fields, unknown>(
    (body, key) =>
      line === null
        ? api.post('/external-documents', { body, key })
        : api.patch(`/external-documents/${line.id ?? ''}`, { body, key, ifMatch: line.rowVersion }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<Fields>
      open
      close={close}
      title={line === null ? external.enter : external.edit}
      submit={common.save}
      form={form}
      initial={line === null ? { kind: 'standard', checkMonths: 12 } : initialOf(line)}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.Item name="kind" label={external.kind} rules={required}>
        <Select options={KINDS.map((value) => ({ value, label: external.kinds[value] }))} />
      </Form.Item>
      {line === null ? (
        <Form.Item name="numberSymbol" label={external.number}>
          <Input />
        </Form.Item>
      ) : null}
      <Form.Item name="title" label={external.name} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="source" label={external.source}>
        <Input />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="issuedOn" label={external.issuedOn}>
          <DayField />
        </Form.Item>
        <Form.Item name="effectiveOn" label={external.effectiveOn}>
          <DayField />
        </Form.Item>
        <Form.Item name="checkMonths" label={external.months}>
          <InputNumber min={1} max={120} precision={0} />
        </Form.Item>
        <Form.Item name="nextCheckOn" label={external.nextCheck}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="location" label={external.location}>
        <Input />
      </Form.Item>
      {line === null ? null : (
        <Form.Item name="retired" valuePropName="checked">
          <Checkbox>{external.retired}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}

function initialOf(line: ExternalDocumentLine): Fields {
  const { kind, title, source, issuedOn, effectiveOn, location, checkMonths, nextCheckOn, status } = line;
  const dates = { issuedOn, effectiveOn, nextCheckOn };
  return { kind, title, source, location, checkMonths, ...dates, retired: status === 'retired' };
}
