import { Button, Form, Input, Radio } from 'antd';
import { type ReactElement, useRef } from 'react';
import { api } from '~/api/client';
import { type ApprovalFileView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DayField, PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { VERSION_STALE } from '../version-act';

const STALE = [...VERSION_STALE, '/approval-files'];

interface DialogProps {
  open: boolean;
  close: () => void;
}

interface BringValues {
  way: 'outside' | 'paper';
  files: File[];
  signers?: string;
  signedOn?: string | null;
  originalPlace?: string;
}

const ACCEPT = { outside: '.pdf', paper: '.pdf,.jpg,.jpeg,.png' } as const;

interface FilesFieldProps {
  value?: File[];
  onChange?: (files: File[]) => void;
  way: 'outside' | 'paper';
  id?: string;
}

function FilesField({ value = [], onChange, way, id }: FilesFieldProps): ReactElement {
  const { approvals } = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        accept={ACCEPT[way]}
        multiple={way === 'paper'}
        onChange={(event) => onChange?.([...(event.target.files ?? [])])}
      />
      <Button onClick={() => input.current?.click()}>{approvals.chooseFile}</Button>
      <span className="quiet"> {value.map(({ name }) => name).join(', ')}</span>
    </>
  );
}

function formOf({ way, files, signers, signedOn, originalPlace }: BringValues): FormData {
  const form = new FormData();
  form.set('way', way);
  // Fields stand before the files: the server reads the form as it comes.
  for (const [name, value] of Object.entries({ signers, signedOn, originalPlace }))
    if (value) form.set(name, value);
  for (const file of files) form.append('file', file, file.name);
  return form;
}

export function BringDialog({
  version,
  open,
  close,
}: DialogProps & { version: VersionDetail }): ReactElement {
  const { approvals } = useText();
  const [form] = Form.useForm<BringValues>();
  const way = Form.useWatch<BringValues['way'] | undefined>('way', form) ?? 'outside';
  const required = useRequired();
  const bring = useAction<BringValues, unknown>(
    (values, key) => api.post(`/versions/${version.id}/approval-files`, { body: formOf(values), key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<BringValues>
      open={open}
      close={close}
      title={approvals.bringTitle}
      submit={approvals.send}
      form={form}
      initial={{ way: 'outside', files: [] }}
      onFinish={(values) => bring.mutate(values)}
      pending={bring.isPending}
      error={bring.error}
    >
      <Form.Item name="way" label={approvals.way} required>
        <Radio.Group
          options={(['outside', 'paper'] as const).map((value) => ({ value, label: approvals.ways[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="files"
        label={approvals.file}
        help={approvals.fileHelp[way]}
        rules={[{ ...required[0], type: 'array', min: 1 } as never]}
      >
        <FilesField way={way} />
      </Form.Item>
      {way === 'outside' ? null : (
        <>
          <Form.Item name="signers" label={approvals.signers} rules={required}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
          </Form.Item>
          <Form.Item name="signedOn" label={approvals.signedOn} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="originalPlace" label={approvals.originalPlace} rules={required}>
            <Input maxLength={300} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

interface DecideValues {
  password: string;
  note?: string;
}

/** Recording a signed PDF, or vouching for a scan: both approve the version. */
export function DecideFileDialog({
  file,
  open,
  close,
}: DialogProps & { file: ApprovalFileView }): ReactElement {
  const { approvals } = useText();
  const [form] = Form.useForm<DecideValues>();
  const required = useRequired();
  const isPaper = file.way === 'paper';
  const decide = useAction<DecideValues, unknown>(
    (body, key) =>
      api.post(`/approval-files/${file.id}/${isPaper ? 'confirmation' : 'approval'}`, { body, key }),
    { stale: STALE, done: close },
  );
  const needsReason = isPaper ? file.scan?.outcome !== 'matches' : file.signed?.namesApprover === false;
  const reason = isPaper ? approvals.reasonUnreadable : approvals.reasonOtherName;
  return (
    <FormDialog<DecideValues>
      open={open}
      close={close}
      title={isPaper ? approvals.confirm : approvals.record}
      submit={isPaper ? approvals.confirm : approvals.record}
      form={form}
      onFinish={({ password, note }) => decide.mutate({ password, ...(note ? { note } : {}) })}
      pending={decide.isPending}
      error={decide.error}
    >
      <p>{isPaper ? approvals.confirmNote : approvals.recordNote}</p>
      <Form.Item
        name="note"
        label={needsReason ? reason : approvals.comment}
        {...(needsReason ? { rules: required } : {})}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <PasswordItem />
    </FormDialog>
  );
}

interface RefuseValues {
  reason: string;
}

export function RefuseFileDialog({
  file,
  open,
  close,
}: DialogProps & { file: ApprovalFileView }): ReactElement {
  const { approvals, common } = useText();
  const [form] = Form.useForm<RefuseValues>();
  const refuse = useAction<RefuseValues, unknown>(
    (body, key) => api.post(`/approval-files/${file.id}/refusal`, { body, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<RefuseValues>
      open={open}
      close={close}
      title={approvals.refuseTitle}
      submit={approvals.refuse}
      form={form}
      danger
      onFinish={(values) => refuse.mutate(values)}
      pending={refuse.isPending}
      error={refuse.error}
    >
      <Form.Item name="reason" label={common.reason} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
