import { Form, Input, Radio, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { PersonField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { useVersionAct, VERSION_STALE, type VersionDialogProps } from '../version-act';

/** Whom a station of each kind is offered to; the API decides. */
export const STATION_ROLES = {
  review: 'reviewer',
  'iso-check': 'secretary',
  'form-check': 'office-lead',
  approve: 'approver',
};

interface CheckValues {
  comment?: string;
}

interface CheckBody {
  kind: 'iso-check' | 'form-check';
  contentHash: string;
  comment: string | null;
}

/** Kiểm tra ISO or thể thức, whichever waits: recorded, without a password. */
export function CheckDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { ways } = useText();
  const [form] = Form.useForm<CheckValues>();
  const check = useVersionAct<CheckBody>(version, 'check', close);
  const isForm = version.route.some(({ kind, state }) => kind === 'form-check' && state === 'current');
  const kind = isForm ? 'form-check' : 'iso-check';
  return (
    <FormDialog<CheckValues>
      open={open}
      close={close}
      title={`${ways.checkTitle}: ${ways.steps[kind]}`}
      submit={ways.actions.check}
      form={form}
      onFinish={({ comment }) =>
        check.mutate({ kind, contentHash: version.rendition.sha256 ?? '', comment: comment ?? null })
      }
      pending={check.isPending}
      error={check.error}
    >
      <p className="quiet">{ways.checkNote}</p>
      <Form.Item name="comment" label={ways.comment}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

interface ReasonValues {
  reason: string;
}

export function RecallDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { ways, common } = useText();
  const [form] = Form.useForm<ReasonValues>();
  const recall = useVersionAct<ReasonValues>(version, 'recall', close);
  return (
    <FormDialog<ReasonValues>
      open={open}
      close={close}
      title={ways.recallTitle}
      submit={ways.actions.recall}
      form={form}
      onFinish={(values) => recall.mutate(values)}
      pending={recall.isPending}
      error={recall.error}
    >
      <p className="quiet">{ways.recallNote}</p>
      <Form.Item name="reason" label={common.reason} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

interface ReassignValues extends ReasonValues {
  stepId: string;
  personId: string;
}

export function ReassignDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { ways, common } = useText();
  const [form] = Form.useForm<ReassignValues>();
  const required = useRequired();
  const openSteps = version.route.filter(({ state }) => state === 'current' || state === 'waiting');
  const chosen = Form.useWatch<string | undefined>('stepId', form) ?? openSteps[0]?.id;
  const step = openSteps.find(({ id }) => id === chosen);
  const reassign = useAction<ReassignValues, unknown>(
    ({ stepId, ...body }, key) => api.post(`/versions/${version.id}/steps/${stepId}/assignee`, { body, key }),
    { stale: VERSION_STALE, done: close },
  );
  return (
    <FormDialog<ReassignValues>
      open={open}
      close={close}
      title={ways.reassignTitle}
      submit={ways.actions.reassign}
      form={form}
      initial={{ stepId: openSteps[0]?.id }}
      onFinish={(values) => reassign.mutate(values)}
      pending={reassign.isPending}
      error={reassign.error}
    >
      <Form.Item name="stepId" label={ways.step} rules={required}>
        <Select
          options={openSteps.map(({ id, kind, assigneeName }) => ({
            value: id,
            label: `${ways.steps[kind]}: ${assigneeName}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="personId" label={ways.newPerson} rules={required}>
        <PersonField role={step === undefined ? undefined : STATION_ROLES[step.kind]} />
      </Form.Item>
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

interface ConfirmValues {
  way: 'app' | 'paper';
  note?: string;
}

/** OF-05: the drafter's own word, or their word on paper held by whoever entered the draft. */
export function ConfirmDraftingDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { ways } = useText();
  const me = useMe();
  const [form] = Form.useForm<ConfirmValues>();
  const confirm = useVersionAct<{ way: 'app' | 'paper'; note: string | null }>(
    version,
    'drafting-confirmation',
    close,
  );
  const way = me.person.id === version.drafterId ? 'app' : 'paper';
  return (
    <FormDialog<ConfirmValues>
      open={open}
      close={close}
      title={ways.confirmTitle}
      submit={ways.actions.confirmDrafting}
      form={form}
      initial={{ way }}
      onFinish={(values) => confirm.mutate({ way: values.way, note: values.note ?? null })}
      pending={confirm.isPending}
      error={confirm.error}
    >
      <Form.Item name="way" label={ways.confirmWay} required>
        <Radio.Group options={[{ value: way, label: ways.confirmWays[way] }]} />
      </Form.Item>
      {way === 'paper' ? (
        <Form.Item name="note" label={ways.note} rules={useRequired()}>
          <Input />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
