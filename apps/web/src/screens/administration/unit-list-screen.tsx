import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { itemsOf, type Page, usePages } from '~/api/page';
import { type AgencyLine, type UnitListEntry, type UnitListLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { PageHead } from '~/ui/page-head';
import { describeProblem } from '~/ui/problem-notice';

interface PresentFieldProps {
  listId: string;
  entry: UnitListEntry;
}

function PresentField({ listId, entry }: PresentFieldProps): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const agencies = useQuery({
    queryKey: ['/agencies', 'choose', typed],
    queryFn: ({ signal }) =>
      api.get<Page<AgencyLine>>(
        withQuery('/agencies', { q: typed.trim(), historical: false, limit: 20 }),
        signal,
      ),
    enabled: open,
    placeholderData: (before) => before,
  });
  const point = useAction<string | null, UnitListEntry>(
    (agencyId, key) =>
      api.put(`/unit-lists/${listId}/entries/${entry.id}/present-agency`, {
        body: { agencyId },
        key,
        ifMatch: entry.rowVersion,
      }),
    { stale: [`/unit-lists/${listId}/entries`, '/unit-lists'] },
  );
  const found = (agencies.data?.items ?? []).map((agency) => ({ value: agency.id, label: agency.name }));
  const current =
    entry.presentAgencyId === null || found.some((each) => each.value === entry.presentAgencyId)
      ? []
      : [{ value: entry.presentAgencyId, label: entry.presentAgencyName ?? '' }];
  return (
    <>
      <Select
        className="present-field"
        aria-label={`${text.administration.choosePresent}: ${entry.name}`}
        placeholder={text.administration.notYet}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={entry.presentAgencyId ?? undefined}
        loading={agencies.isFetching || point.isPending}
        options={[...current, ...found]}
        onOpenChange={setOpen}
        onChange={(agencyId: string | undefined) => point.mutate(agencyId ?? null)}
      />
      {point.error === null ? null : (
        <p className="overdue" role="alert">
          {describeProblem(point.error, text)}
        </p>
      )}
    </>
  );
}

function columnsOf(
  { administration }: Dictionary,
  listId: string,
  mayPoint: boolean,
): Column<UnitListEntry>[] {
  return [
    { key: 'year', title: administration.year, narrow: true, cell: (entry) => entry.year ?? '—' },
    {
      key: 'ordinal',
      title: administration.ordinal,
      narrow: true,
      end: true,
      cell: (entry) => entry.ordinal ?? '—',
    },
    { key: 'name', title: administration.unitName, main: true, cell: (entry) => entry.name },
    { key: 'parent', title: administration.parentName, cell: (entry) => entry.parentName },
    {
      key: 'present',
      title: administration.present,
      cell: (entry) =>
        mayPoint ? (
          <PresentField listId={listId} entry={entry} />
        ) : (
          (entry.presentAgencyName ?? administration.notYet)
        ),
    },
  ];
}

export function UnitListScreen(): ReactElement {
  const text = useText();
  const mayPoint = useOpens('importUnits');
  const { listId } = useParams({ from: '/shell/unit-lists/$listId' });
  const lists = usePages<UnitListLine>('/unit-lists');
  const list = itemsOf(lists.data).find((line) => line.id === listId);
  const entries = usePages<UnitListEntry>(`/unit-lists/${listId}/entries`);
  return (
    <>
      <PageHead
        title={list?.title ?? text.administration.unitLists}
        note={
          list === undefined
            ? undefined
            : `${text.administration.asOf} ${formatDay(list.asOf)} · ${text.administration.matched}: ${text.administration.matchedOf(list.matched, list.entries)}`
        }
      />
      <section className="panel">
        <PagedTable
          query={entries}
          label={list?.title ?? text.administration.unitLists}
          columns={columnsOf(text, listId, mayPoint)}
          rowKey={(entry) => entry.id}
          empty={<EmptyState title={text.administration.empty} />}
        />
      </section>
    </>
  );
}
