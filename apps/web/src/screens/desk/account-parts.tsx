import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, type CheckboxChangeEvent, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type MachineRequest, type PasswordChange, type PasswordView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe, useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';

const KEY = '/me/password';

function PasswordDialog({
  undertaking,
  close,
}: {
  undertaking: string | null;
  close: () => void;
}): ReactElement {
  const { desk, account } = useText();
  const [form] = Form.useForm<PasswordChange>();
  const required = useRequired();
  const change = useAction<PasswordChange, unknown>((body) => api.post(KEY, { body }), {
    stale: [KEY],
    done: () => {
      say(desk.passwordChanged);
      close();
    },
  });
  return (
    <FormDialog<PasswordChange>
      open
      close={close}
      title={desk.password}
      submit={desk.password}
      form={form}
      onFinish={(values) => change.mutate(values)}
      pending={change.isPending}
      error={change.error}
    >
      <Form.Item name="password" label={desk.currentPassword} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={desk.newPassword} rules={required} extra={desk.passwordRule}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {undertaking === null ? null : (
        <>
          <blockquote>{undertaking}</blockquote>
          <Form.Item
            name="undertaken"
            valuePropName="checked"
            getValueFromEvent={(event: CheckboxChangeEvent) => (event.target.checked ? 'yes' : undefined)}
            rules={[{ required: true, message: account.agreeNeeded }]}
          >
            <Checkbox>{account.agree}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

/** One's own password: nobody signs with one that somebody else chose (RI-12). */
export function PasswordPart(): ReactElement {
  const { desk, common } = useText();
  const [open, setOpen] = useState(false);
  const state = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<PasswordView>(KEY, signal),
  });
  const { data } = state;
  return (
    <section>
      <h2>{common.password}</h2>
      {state.error === null ? null : <ProblemNotice error={state.error} />}
      {data === undefined ? null : <p className="quiet">{desk.passwordSince(formatInstant(data.setAt))}</p>}
      {data?.temporary === true ? <p className="overdue">{desk.passwordTemporary}</p> : null}
      {data?.temporary === false && data.isOld ? <p className="overdue">{desk.passwordOld}</p> : null}
      <div className="page-actions">
        <Button type={data?.temporary === true ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {desk.password}
        </Button>
      </div>
      {open ? <PasswordDialog undertaking={data?.undertaking ?? null} close={() => setOpen(false)} /> : null}
    </section>
  );
}

function PlaceDialog({ close }: { close: () => void }): ReactElement {
  const { desk } = useText();
  const [form] = Form.useForm<MachineRequest>();
  const place = useAction<MachineRequest, unknown>(
    (body, key) => api.post('/shared-machines', { body, key }),
    {
      stale: ['/shared-machines'],
      done: () => {
        say(desk.placed);
        close();
      },
    },
  );
  return (
    <FormDialog<MachineRequest>
      open
      close={close}
      title={desk.place}
      submit={desk.place}
      form={form}
      onFinish={(values) => place.mutate(values)}
      pending={place.isPending}
      error={place.error}
    >
      <p className="quiet">{desk.placeNote}</p>
      <Form.Item name="name" label={desk.counterName} rules={useRequired()}>
        <Input autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

/** The browser at hand as a machine of a counter (OF-08). */
export function MachinePart(): ReactElement | null {
  const { desk } = useText();
  const { machine } = useMe();
  const mayPlace = useOpens('placeMachine');
  const [open, setOpen] = useState(false);
  if (machine === null && !mayPlace) return null;
  return (
    <section>
      <h2>{desk.machines}</h2>
      {machine === null ? (
        <>
          <p className="quiet">{desk.placeNote}</p>
          <div className="page-actions">
            <Button onClick={() => setOpen(true)}>{desk.place}</Button>
          </div>
        </>
      ) : (
        <p>{desk.isPlaced(machine.name)}</p>
      )}
      {open ? <PlaceDialog close={() => setOpen(false)} /> : null}
    </section>
  );
}
