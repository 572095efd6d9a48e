import { Form, Input, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ConfirmClassRequest, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { FormDialog } from '~/ui/form-dialog';
import { VERSION_STALE, type VersionDialogProps } from './version-act';

/** What the approver says when they say nothing else. */
export function usualClass(version: VersionDetail): ConfirmClassRequest['changeClass'] {
  return version.confirmedClass ?? version.changeClass ?? 'minor';
}

/** The class itself, and the reason where it is another than proposed. */
export function ClassFields({
  version,
  reasonName,
}: {
  version: VersionDetail;
  reasonName: string;
}): ReactElement {
  const { common, drafting } = useText();
  const chosen = Form.useWatch<ConfirmClassRequest['changeClass'] | undefined>('changeClass');
  const differs = chosen !== undefined && chosen !== version.changeClass;
  const classes = Object.entries(drafting.reading.classes).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Form.Item name="changeClass" label={drafting.reading.changeClass}>
        <Radio.Group options={classes} />
      </Form.Item>
      {differs ? (
        <Form.Item
          name={reasonName}
          label={common.reason}
          rules={[{ required: true, message: common.required }]}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      ) : null}
    </>
  );
}

function ConfirmClassDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { versions, common } = useText();
  const [form] = Form.useForm<ConfirmClassRequest>();
  const confirm = useAction<ConfirmClassRequest, unknown>(
    ({ changeClass, reason }, key) =>
      api.post(`/versions/${version.id}/change-class`, {
        body: { changeClass, ...(reason ? { reason } : {}) },
        key,
      }),
    { stale: VERSION_STALE, done: close },
  );
  return (
    <FormDialog<ConfirmClassRequest>
      open={open}
      close={close}
      title={versions.confirmClass}
      submit={common.save}
      form={form}
      initial={{ changeClass: usualClass(version) }}
      onFinish={(values) => confirm.mutate(values)}
      pending={confirm.isPending}
      error={confirm.error}
    >
      <p className="quiet">{versions.confirmNote}</p>
      <ClassFields version={version} reasonName="reason" />
    </FormDialog>
  );
}

/** The class that the drafter proposes, and the approver's word on it (R7). */
export function ChangeClassFact({ version }: { version: VersionDetail }): ReactElement {
  const { versions, drafting } = useText();
  const [open, setOpen] = useState(false);
  const { classes } = drafting.reading;
  const { changeClass, confirmedClass, classConfirmerName, classReason } = version;
  return (
    <>
      {confirmedClass === null ? null : (
        <div>
          {classes[confirmedClass]}{' '}
          <span className="quiet">({versions.confirmedBy(classConfirmerName ?? '')})</span>
          {classReason === null ? null : <div>{classReason}</div>}
        </div>
      )}
      {changeClass && changeClass !== confirmedClass ? (
        <div className={confirmedClass === null ? undefined : 'quiet'}>
          {confirmedClass === null ? '' : `${versions.proposedClass}: `}
          {classes[changeClass]}
        </div>
      ) : null}
      {version.actions.confirmClass.allowed ? (
        <ActionButton
          action={version.actions.confirmClass}
          label={versions.confirmClass}
          onClick={() => setOpen(true)}
        />
      ) : null}
      <ConfirmClassDialog version={version} open={open} close={() => setOpen(false)} />
    </>
  );
}
