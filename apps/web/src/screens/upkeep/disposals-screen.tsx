import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import {
  type DisposableLine,
  type DisposalDetail,
  type DisposalFields,
  type DisposalLineView,
} from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, localDayOf } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { useGo } from '~/ui/use-go';
import { UpkeepHead } from './upkeep-head';

export const DISPOSAL_TONES: Record<DisposalLineView['state'], Tone> = {
  proposed: 'amber',
  approved: 'amber',
  declined: 'grey',
  executed: 'green',
};

export function disposableColumns({ upkeep }: Dictionary): Column<DisposableLine>[] {
  return [
    { key: 'reference', title: upkeep.reference, narrow: true, cell: (line) => line.reference ?? '—' },
    {
      key: 'title',
      title: upkeep.recordTitle,
      main: true,
      cell: (line) => (
        <RowLink href={`/records/${line.id}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'type', title: upkeep.typeName, cell: (line) => line.typeName },
    { key: 'place', title: upkeep.keptAt, cell: (line) => line.place ?? '—' },
    { key: 'closed', title: upkeep.closedOn, narrow: true, cell: (line) => formatDay(line.closedOn) },
    { key: 'until', title: upkeep.disposeAfter, narrow: true, cell: (line) => formatDay(line.disposeAfter) },
  ];
}

function listColumns({ upkeep, documents, common }: Dictionary): Column<DisposalLineView>[] {
  return [
    {
      key: 'state',
      title: documents.state,
      narrow: true,
      cell: (line) => <Chip tone={DISPOSAL_TONES[line.state]}>{upkeep.disposalStates[line.state]}</Chip>,
    },
    {
      key: 'method',
      title: upkeep.method,
      main: true,
      cell: (line) => (
        <RowLink href={`/disposals/${line.id}`} className="row-title">
          {upkeep.methods[line.method]}
        </RowLink>
      ),
    },
    { key: 'reason', title: common.reason, cell: (line) => line.reason },
    { key: 'by', title: upkeep.proposedBy, cell: (line) => line.proposedName },
    {
      key: 'at',
      title: upkeep.proposedAt,
      narrow: true,
      cell: (line) => formatDay(localDayOf(line.proposedAt)),
    },
    { key: 'count', title: upkeep.count, narrow: true, end: true, cell: (line) => line.records },
  ];
}

type ProposeValues = Omit<DisposalFields, 'recordIds'>;

function ProposeDialog({ recordIds, close }: { recordIds: string[]; close: () => void }): ReactElement {
  const { upkeep, common } = useText();
  const [form] = Form.useForm<ProposeValues>();
  const required = useRequired();
  const go = useGo();
  const propose = useAction<ProposeValues, DisposalDetail>(
    (values, key) => api.post('/disposals', { body: { ...values, recordIds }, key }),
    { stale: ['/disposals', '/records', '/journal'], done: ({ id }) => go(`/disposals/${id}`) },
  );
  return (
    <FormDialog<ProposeValues>
      open
      close={close}
      title={upkeep.proposeTitle(recordIds.length)}
      submit={upkeep.propose}
      form={form}
      initial={{ method: 'destroy' }}
      onFinish={(values) => propose.mutate(values)}
      pending={propose.isPending}
      error={propose.error}
    >
      <Form.Item name="method" label={upkeep.method} rules={required}>
        <Radio.Group
          options={(['destroy', 'transfer'] as const).map((value) => ({
            value,
            label: upkeep.methods[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={common.reason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

function Candidates(): ReactElement {
  const text = useText();
  const { upkeep } = text;
  const mayKeep = useOpens('keepRecords');
  const lines = usePages<DisposableLine>('/disposals/candidates');
  const [chosen, setChosen] = useState<string[]>([]);
  const [proposing, setProposing] = useState(false);
  const all = itemsOf(lines.data).map(({ id }) => id);
  const toggle = (id: string, on: boolean): void =>
    setChosen((known) => (on ? [...known, id] : known.filter((each) => each !== id)));
  const tick: Column<DisposableLine> = {
    key: 'tick',
    title: '',
    narrow: true,
    cell: (line) => (
      <Checkbox
        aria-label={line.title}
        checked={chosen.includes(line.id)}
        onChange={(event) => toggle(line.id, event.target.checked)}
      />
    ),
  };
  return (
    <section className="panel gap-below">
      <h2 className="panel-title">{upkeep.candidates}</h2>
      <div className="list-tools">
        <span className="quiet">{upkeep.candidatesNote}</span>
        {mayKeep && all.length > 0 ? (
          <>
            <Button onClick={() => setChosen(all)}>{upkeep.chooseAll}</Button>
            <Button type="primary" disabled={chosen.length === 0} onClick={() => setProposing(true)}>
              {`${upkeep.propose} (${String(chosen.length)})`}
            </Button>
          </>
        ) : null}
        <DownloadButton
          path="/disposals/candidates.xlsx"
          name="ho-so-het-thoi-han-luu.xlsx"
          label={text.forms.sheet}
        />
      </div>
      <PagedTable
        query={lines}
        label={upkeep.candidates}
        columns={mayKeep ? [tick, ...disposableColumns(text)] : disposableColumns(text)}
        rowKey={(line) => line.id}
        empty={<EmptyState title={upkeep.noCandidates} />}
      />
      {proposing ? <ProposeDialog recordIds={chosen} close={() => setProposing(false)} /> : null}
    </section>
  );
}

export function DisposalsScreen(): ReactElement {
  const text = useText();
  const lists = usePages<DisposalLineView>('/disposals');
  return (
    <>
      <UpkeepHead
        actions={<DownloadButton path="/disposals.xlsx" name="ho-so-het-han.xlsx" label={text.forms.sheet} />}
      />
      <Candidates />
      <section className="panel">
        <h2 className="panel-title">{text.upkeep.lists}</h2>
        <PagedTable
          query={lists}
          label={text.upkeep.lists}
          columns={listColumns(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/disposals/${line.id}`}
          empty={<EmptyState title={text.upkeep.noLists} />}
        />
      </section>
    </>
  );
}
