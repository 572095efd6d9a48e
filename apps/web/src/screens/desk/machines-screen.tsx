import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type MachineLine, type MachinePolicy } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';

function columnsOf({ desk }: Dictionary, withdraw: (line: MachineLine) => void): Column<MachineLine>[] {
  return [
    {
      key: 'name',
      title: desk.counterName,
      main: true,
      cell: (line) => <span className="row-title">{line.name}</span>,
    },
    {
      key: 'state',
      title: desk.state,
      cell: (line) =>
        line.withdrawnAt === null ? (
          <Chip tone="green">{desk.standing}</Chip>
        ) : (
          <>
            <span className="quiet">
              {desk.withdrawnAt(formatInstant(line.withdrawnAt), line.withdrawnByName ?? '')}
            </span>
            <br />
            {line.withdrawReason}
          </>
        ),
    },
    { key: 'by', title: desk.placedBy, cell: (line) => line.placedByName },
    { key: 'at', title: desk.placedAt, narrow: true, cell: (line) => formatInstant(line.placedAt) },
    {
      key: 'signed',
      title: desk.lastSigned,
      narrow: true,
      cell: (line) => formatInstant(line.lastSignedAt),
    },
    {
      key: 'act',
      title: '',
      narrow: true,
      end: true,
      cell: (line) =>
        line.withdrawnAt === null ? (
          <Button size="small" onClick={() => withdraw(line)}>
            {desk.withdraw}
          </Button>
        ) : null,
    },
  ];
}

function WithdrawDialog({ machine, close }: { machine: MachineLine; close: () => void }): ReactElement {
  const { desk, common } = useText();
  const [form] = Form.useForm<{ reason: string }>();
  const withdraw = useAction<{ reason: string }, unknown>(
    (body, key) => api.post(`/shared-machines/${machine.id}/withdrawal`, { body, key }),
    {
      stale: ['/shared-machines'],
      done: () => {
        say(desk.withdrawn);
        close();
      },
    },
  );
  return (
    <FormDialog<{ reason: string }>
      open
      close={close}
      title={`${desk.withdraw}: ${machine.name}`}
      submit={desk.withdraw}
      danger
      form={form}
      onFinish={(values) => withdraw.mutate(values)}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      <p className="quiet">{desk.withdrawNote}</p>
      <Form.Item name="reason" label={common.reason} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  );
}

function LockMinutes(): ReactElement {
  const { desk } = useText();
  const client = useQueryClient();
  const KEY = '/shared-machine-policy';
  const policy = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<MachinePolicy>(KEY, signal),
  });
  const set = useAction<MachinePolicy, MachinePolicy>((body) => api.put(KEY, { body }), {
    stale: [KEY],
    done: (saved) => {
      client.setQueryData([KEY], saved);
      say(desk.lockAfter);
    },
  });
  const error = policy.error ?? set.error;
  return (
    <div className="list-tools">
      {error === null ? null : <ProblemNotice error={error} />}
      <label htmlFor="lock-minutes">{desk.lockAfter}</label>
      <InputNumber<number>
        id="lock-minutes"
        min={1}
        max={15}
        precision={0}
        disabled={policy.data === undefined || set.isPending}
        value={policy.data?.lockMinutes ?? null}
        onChange={(lockMinutes) => {
          if (lockMinutes !== null && lockMinutes !== policy.data?.lockMinutes) set.mutate({ lockMinutes });
        }}
      />
    </div>
  );
}

/** Máy dùng chung of the agency (OF-08). */
export function MachinesScreen(): ReactElement {
  const text = useText();
  const { desk } = text;
  const [withdrawing, setWithdrawing] = useState<MachineLine | null>(null);
  const lines = usePages<MachineLine>('/shared-machines');
  return (
    <>
      <AdministrationHead note={desk.machinesNote} />
      <section className="panel">
        <LockMinutes />
        <PagedTable
          query={lines}
          label={desk.machines}
          columns={columnsOf(text, setWithdrawing)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={desk.machinesEmpty} steps={desk.machinesSteps} />}
        />
      </section>
      {withdrawing === null ? null : (
        <WithdrawDialog machine={withdrawing} close={() => setWithdrawing(null)} />
      )}
    </>
  );
}
