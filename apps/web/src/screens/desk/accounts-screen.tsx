import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Form, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type AccountLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay, formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';
import { ChangeAccountDialog, LookupDialog, OpenAccountDialog } from './account-dialogs';

type Opened =
  | { dialog: 'account' | 'lookup'; account: null }
  | { dialog: 'change' | 'close' | 'reset'; account: AccountLine };

function Marks({ account }: { account: AccountLine }): ReactElement {
  const { desk } = useText();
  return (
    <span className="chip-line">
      <Chip tone={account.isOpen ? 'green' : 'grey'}>
        {account.isOpen ? desk.states.open : desk.closedOn(formatDay(account.endsBefore))}
      </Chip>
      {account.kind === 'lookup' ? <Chip tone="blue">{desk.kinds.lookup}</Chip> : null}
      {account.lockedUntil === null ? null : <Chip tone="red">{desk.locked}</Chip>}
      {account.isOpen && account.temporary ? <Chip tone="amber">{desk.temporary}</Chip> : null}
      {account.hasSecondFactor ? <Chip tone="blue">{desk.withSecondFactor}</Chip> : null}
    </span>
  );
}

function Acts({
  account,
  open,
}: {
  account: AccountLine;
  open: (opened: Opened) => void;
}): ReactElement | null {
  const { desk } = useText();
  if (account.isOwn) return <span className="quiet">{desk.own}</span>;
  if (!account.isOpen) return null;
  const acts =
    account.kind === 'lookup' ? (['reset', 'close'] as const) : (['change', 'reset', 'close'] as const);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map((key) => ({ key, label: desk[key], danger: key === 'close' })),
        onClick: ({ key }) => open({ dialog: key as (typeof acts)[number], account }),
      }}
    >
      <Button size="small" aria-label={`${desk.change}: ${account.fullName}`}>
        …
      </Button>
    </Dropdown>
  );
}

function columnsOf({ desk }: Dictionary, open: (opened: Opened) => void): Column<AccountLine>[] {
  return [
    {
      key: 'name',
      title: desk.name,
      main: true,
      cell: (line) => (
        <>
          <span className="row-title">{line.fullName}</span>
          <br />
          <span className="quiet">{line.login}</span>
        </>
      ),
    },
    {
      key: 'position',
      title: desk.position,
      cell: (line) => (
        <>
          {[line.formula, line.positionTitle].filter((part) => part !== '').join(' ')}
          <br />
          <span className="quiet">{line.unitName ?? line.machineName ?? ''}</span>
        </>
      ),
    },
    {
      key: 'roles',
      title: desk.roles,
      cell: (line) => line.roles.map(({ role }) => desk.roleNames[role] ?? role).join(', '),
    },
    { key: 'state', title: desk.state, cell: (line) => <Marks account={line} /> },
    {
      key: 'seen',
      title: desk.lastSeen,
      narrow: true,
      cell: (line) => formatInstant(line.lastSeenAt),
    },
    {
      key: 'act',
      title: '',
      narrow: true,
      end: true,
      cell: (line) => <Acts account={line} open={open} />,
    },
  ];
}

function CloseDialog({ account, close }: { account: AccountLine; close: () => void }): ReactElement {
  const { desk, common } = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const required = useRequired();
  const end = useAction<{ reason: string }, unknown>(
    (body, key) => api.post(`/accounts/${account.id}/closing`, { body, key }),
    {
      stale: ['/accounts', '/people'],
      done: () => {
        say(desk.closed);
        close();
      },
    },
  );
  return (
    <FormDialog<{ reason: string }>
      open
      close={close}
      title={`${desk.close}: ${account.fullName}`}
      submit={desk.close}
      danger
      form={form}
      onFinish={(values) => end.mutate(values)}
      pending={end.isPending}
      error={end.error}
    >
      <p className="quiet">{desk.closeNote}</p>
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  );
}

function ResetDialog({ account, close }: { account: AccountLine; close: () => void }): ReactElement {
  const { desk } = useText();
  const [form] = Form.useForm<{ password: string }>();
  const required = useRequired();
  const reset = useAction<{ password: string }, unknown>(
    (body, key) => api.post(`/accounts/${account.id}/password`, { body, key }),
    {
      stale: ['/accounts'],
      done: () => {
        say(desk.resetDone);
        close();
      },
    },
  );
  return (
    <FormDialog<{ password: string }>
      open
      close={close}
      title={`${desk.reset}: ${account.fullName}`}
      submit={desk.reset}
      form={form}
      onFinish={(values) => reset.mutate(values)}
      pending={reset.isPending}
      error={reset.error}
    >
      {account.kind === 'person' ? <p className="quiet">{desk.firstPasswordNote}</p> : null}
      <Form.Item name="password" label={desk.newPassword} rules={required} extra={desk.passwordRule}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}

function Dialogs({ opened, close }: { opened: Opened | null; close: () => void }): ReactElement | null {
  if (opened === null) return null;
  if (opened.account === null)
    return opened.dialog === 'account' ? <OpenAccountDialog close={close} /> : <LookupDialog close={close} />;
  const dialogs = { change: ChangeAccountDialog, close: CloseDialog, reset: ResetDialog };
  const Shown = dialogs[opened.dialog];
  return <Shown account={opened.account} close={close} />;
}

/** Accounts of the agency: open, change, close (RI-04, RI-12), and the lookup accounts of counters (OF-08). */
export function AccountsScreen(): ReactElement {
  const text = useText();
  const { desk } = text;
  const filters = useSearch({ from: '/shell/accounts' });
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  const lines = usePages<AccountLine>('/accounts', { ...filters });
  const choose = (change: typeof filters): void =>
    void navigate({ to: '/accounts', search: { ...filters, ...change }, replace: true });
  return (
    <>
      <AdministrationHead
        note={desk.accountsNote}
        actions={
          <>
            <Button onClick={() => setOpened({ dialog: 'lookup', account: null })}>{desk.openLookup}</Button>
            <Button type="primary" onClick={() => setOpened({ dialog: 'account', account: null })}>
              {desk.openAccount}
            </Button>
          </>
        }
      />
      <section className="panel">
        <div className="list-tools">
          <Select<'open' | 'closed'>
            className="filter-select"
            allowClear
            aria-label={desk.state}
            placeholder={desk.state}
            value={filters.state}
            onChange={(state?: 'open' | 'closed') => choose({ state })}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: desk.states[value] }))}
          />
          <Select<'person' | 'lookup'>
            className="filter-select"
            allowClear
            aria-label={desk.kind}
            placeholder={desk.kind}
            value={filters.kind}
            onChange={(kind?: 'person' | 'lookup') => choose({ kind })}
            options={(['person', 'lookup'] as const).map((value) => ({ value, label: desk.kinds[value] }))}
          />
        </div>
        <PagedTable
          query={lines}
          label={desk.accounts}
          columns={columnsOf(text, setOpened)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={desk.accountsEmpty} />}
        />
      </section>
      <Dialogs opened={opened} close={() => setOpened(null)} />
    </>
  );
}
