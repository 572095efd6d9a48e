import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type RecordDetail, type RecordFields, type RecordLineView, type RecordTypeView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, today } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { DayField, matches, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { Chip, type Tone } from '~/ui/state-chip';
import { useGo } from '~/ui/use-go';
import { retentionWords } from './record-types-screen';
import { UpkeepHead } from './upkeep-head';

const STATES = ['open', 'completed', 'destroyed', 'transferred'] as const;

export const RECORD_TONES: Record<RecordLineView['state'], Tone> = {
  open: 'amber',
  completed: 'green',
  destroyed: 'grey',
  transferred: 'grey',
};

function columnsOf({ upkeep, documents }: Dictionary): Column<RecordLineView>[] {
  return [
    {
      key: 'state',
      title: documents.state,
      narrow: true,
      cell: (line) => (
        <Chip tone={RECORD_TONES[line.state]}>
          {line.holdReason === null ? upkeep.recordStates[line.state] : upkeep.held}
        </Chip>
      ),
    },
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
    { key: 'opened', title: upkeep.openedOn, narrow: true, cell: (line) => formatDay(line.openedOn) },
    {
      key: 'until',
      title: upkeep.disposeAfter,
      narrow: true,
      cell: (line) =>
        line.disposeAfter === null
          ? retentionWords(line.retentionMonths, upkeep)
          : formatDay(line.disposeAfter),
    },
  ];
}

function OpenDialog({ close }: { close: () => void }): ReactElement {
  const { upkeep } = useText();
  const [form] = Form.useForm<RecordFields>();
  const required = useRequired();
  const go = useGo();
  const types = usePages<RecordTypeView>('/record-types');
  const open = useAction<RecordFields, RecordDetail>((body, key) => api.post('/records', { body, key }), {
    stale: ['/records', '/record-types', '/journal'],
    done: ({ id }) => go(`/records/${id}`),
  });
  return (
    <FormDialog<RecordFields>
      open
      close={close}
      title={upkeep.openRecord}
      submit={upkeep.openRecord}
      form={form}
      initial={{ openedOn: today() }}
      onFinish={(values) => open.mutate(values)}
      pending={open.isPending}
      error={open.error}
    >
      <Form.Item name="typeId" label={upkeep.typeName} rules={required}>
        <Select
          loading={types.isPending}
          showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
          options={itemsOf(types.data).map((type) => ({
            value: type.id,
            label: type.code === null ? type.name : `${type.name} (${type.code})`,
          }))}
          onPopupScroll={() => {
            if (types.hasNextPage && !types.isFetchingNextPage) void types.fetchNextPage();
          }}
        />
      </Form.Item>
      <Form.Item name="title" label={upkeep.recordTitle} rules={required}>
        <Input />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="reference" label={upkeep.reference}>
          <Input />
        </Form.Item>
        <Form.Item name="openedOn" label={upkeep.openedOn} rules={required}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="place" label={upkeep.keptAt}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}

export function RecordsScreen(): ReactElement {
  const text = useText();
  const { upkeep } = text;
  const filters = useSearch({ from: '/shell/records' });
  const navigate = useNavigate();
  const mayKeep = useOpens('keepRecords');
  const [opening, setOpening] = useState(false);
  const choose = (change: typeof filters): void =>
    void navigate({ to: '/records', search: { ...filters, ...change }, replace: true });
  const lines = usePages<RecordLineView>('/records', { q: filters.q, state: filters.state });
  return (
    <>
      <UpkeepHead
        actions={
          mayKeep ? (
            <Button type="primary" onClick={() => setOpening(true)}>
              {upkeep.openRecord}
            </Button>
          ) : null
        }
      />
      <section className="panel">
        <div className="list-tools">
          <SearchField value={filters.q} label={upkeep.searchRecords} onSearch={(q) => choose({ q })} />
          <Select
            allowClear
            aria-label={text.documents.state}
            placeholder={text.documents.state}
            value={filters.state}
            onChange={(state: (typeof STATES)[number] | undefined) => choose({ state })}
            options={STATES.map((value) => ({ value, label: upkeep.recordStates[value] }))}
            style={{ minWidth: 170 }}
          />
          <DownloadButton
            path={withQuery('/records.xlsx', { q: filters.q, state: filters.state })}
            name="ho-so-luu.xlsx"
            label={text.forms.sheet}
          />
        </div>
        <PagedTable
          query={lines}
          label={upkeep.records}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/records/${line.id}`}
          empty={<EmptyState title={upkeep.recordsEmpty} steps={upkeep.recordsSteps} />}
        />
      </section>
      {opening ? <OpenDialog close={() => setOpening(false)} /> : null}
    </>
  );
}
