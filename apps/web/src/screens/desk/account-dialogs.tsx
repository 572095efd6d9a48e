import { Form, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import {
  type AccountLine,
  type MachineLine,
  type OpenAccountRequest,
  type OpenLookupRequest,
  type PositionRequest,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { UnitField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';

const AGENCY_ROLES = [
  'reader',
  'author',
  'secretary',
  'unit-focal',
  'reviewer',
  'approver',
  'head',
  'clerk',
  'office-lead',
  'auditor',
  'agency-admin',
] as const;
const FORMULAS = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;

type Role = PositionRequest['roles'][number]['role'];
/** As typed: roles as one list of words. */
type Typed<Request extends PositionRequest> = Omit<Request, 'roles'> & { roles: Role[] };

function sent<Request extends PositionRequest>({ roles, ...rest }: Typed<Request>): Request {
  return { ...rest, roles: roles.map((role) => ({ role })) } as unknown as Request;
}

function PositionFields({ also = [] }: { also?: readonly Role[] }): ReactElement {
  const { desk } = useText();
  const required = useRequired();
  const roles = [...new Set<Role>([...AGENCY_ROLES, ...also])];
  return (
    <>
      <div className="field-grid">
        <Form.Item name="positionTitle" label={desk.position} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="unitId" label={desk.unit}>
          <UnitField allowClear />
        </Form.Item>
        <Form.Item name="formula" label={desk.formula}>
          <Select
            options={FORMULAS.map((value) => ({ value, label: value === '' ? desk.noFormula : value }))}
          />
        </Form.Item>
        <Form.Item name="isoTitle" label={desk.isoTitle}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="roles" label={desk.roles} rules={[{ ...required[0], type: 'array' }]}>
        <Select
          mode="multiple"
          options={roles.map((value) => ({ value, label: desk.roleNames[value] ?? value }))}
        />
      </Form.Item>
    </>
  );
}

function PasswordField({ label }: { label: string }): ReactElement {
  const { desk } = useText();
  return (
    <Form.Item name="password" label={label} rules={useRequired()} extra={desk.passwordRule}>
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}

export function OpenAccountDialog({ close }: { close: () => void }): ReactElement {
  const { desk } = useText();
  const [form] = Form.useForm<Typed<OpenAccountRequest>>();
  const required = useRequired();
  const open = useAction<OpenAccountRequest, unknown>((body, key) => api.post('/accounts', { body, key }), {
    stale: ['/accounts', '/people'],
    done: () => {
      say(desk.opened);
      close();
    },
  });
  return (
    <FormDialog<Typed<OpenAccountRequest>>
      open
      close={close}
      title={desk.openAccount}
      submit={desk.openAccount}
      form={form}
      initial={{ formula: '', roles: ['reader'] }}
      onFinish={(values) => open.mutate(sent<OpenAccountRequest>(values))}
      pending={open.isPending}
      error={open.error}
      width={680}
    >
      <div className="field-grid">
        <Form.Item name="fullName" label={desk.name} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={desk.email} rules={required}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="login" label={desk.login} rules={required}>
          <Input autoComplete="off" autoCapitalize="none" />
        </Form.Item>
        <PasswordField label={desk.firstPassword} />
      </div>
      <p className="quiet">{desk.firstPasswordNote}</p>
      <PositionFields />
      <Form.Item name="identityBasis" label={desk.identityBasis} rules={required}>
        <Input placeholder={desk.identityBasisHint} />
      </Form.Item>
    </FormDialog>
  );
}

export function ChangeAccountDialog({
  account,
  close,
}: {
  account: AccountLine;
  close: () => void;
}): ReactElement {
  const { desk, common } = useText();
  const [form] = Form.useForm<Typed<PositionRequest>>();
  const change = useAction<PositionRequest, unknown>(
    (body) => api.put(`/accounts/${account.id}`, { body, ifMatch: account.rowVersion }),
    {
      stale: ['/accounts', '/people'],
      done: () => {
        say(desk.changed);
        close();
      },
    },
  );
  const roles = account.roles.map(({ role }) => role);
  return (
    <FormDialog<Typed<PositionRequest>>
      open
      close={close}
      title={`${desk.change}: ${account.fullName}`}
      submit={common.save}
      form={form}
      initial={{
        positionTitle: account.positionTitle,
        formula: account.formula as PositionRequest['formula'],
        isoTitle: account.isoTitle,
        unitId: account.unitId,
        roles,
      }}
      onFinish={(values) => change.mutate(sent<PositionRequest>(values))}
      pending={change.isPending}
      error={change.error}
      width={680}
    >
      <PositionFields also={roles} />
    </FormDialog>
  );
}

export function LookupDialog({ close }: { close: () => void }): ReactElement {
  const { desk } = useText();
  const [form] = Form.useForm<OpenLookupRequest>();
  const required = useRequired();
  const machines = usePages<MachineLine>('/shared-machines');
  const standing = itemsOf(machines.data).filter(({ withdrawnAt }) => withdrawnAt === null);
  const open = useAction<OpenLookupRequest, unknown>(
    (body, key) => api.post('/accounts/lookups', { body, key }),
    {
      stale: ['/accounts'],
      done: () => {
        say(desk.opened);
        close();
      },
    },
  );
  return (
    <FormDialog<OpenLookupRequest>
      open
      close={close}
      title={desk.openLookup}
      submit={desk.openLookup}
      form={form}
      onFinish={(values) => open.mutate(values)}
      pending={open.isPending}
      error={open.error}
    >
      <p className="quiet">{desk.lookupNote}</p>
      <Form.Item name="name" label={desk.counterName} rules={required}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="machineId"
        label={desk.machine}
        rules={required}
        extra={machines.isSuccess && standing.length === 0 ? desk.machinesEmpty : undefined}
      >
        <Select
          loading={machines.isPending}
          options={standing.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="login" label={desk.login} rules={required}>
        <Input autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <PasswordField label={desk.newPassword} />
    </FormDialog>
  );
}
