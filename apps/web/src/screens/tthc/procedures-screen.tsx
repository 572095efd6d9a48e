import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf, usePages } from '~/api/page';
import { type TthcField, type TthcLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type TthcFilters } from '~/app/routes/tthc';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { matches } from '~/ui/fields';
import { LinkButton } from '~/ui/link-button';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { Chip, type Tone } from '~/ui/state-chip';
import { TthcHead } from './tthc-head';

export const TTHC_TONES: Record<TthcLine['status'], Tone> = {
  'in-force': 'green',
  'not-yet': 'blue',
  suspended: 'amber',
  ended: 'grey',
};

function columnsOf({ tthc }: Dictionary): Column<TthcLine>[] {
  return [
    {
      key: 'status',
      title: tthc.status,
      narrow: true,
      cell: (line) => <Chip tone={TTHC_TONES[line.status]}>{tthc.statuses[line.status]}</Chip>,
    },
    {
      key: 'code',
      title: tthc.code,
      narrow: true,
      cell: (line) => (line.code === null ? '—' : <span className="code-cell">{line.code}</span>),
    },
    {
      key: 'name',
      title: tthc.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/administrative-procedures/${line.id}`} className="row-title">
          {line.name}
        </RowLink>
      ),
    },
    { key: 'field', title: tthc.field, cell: (line) => line.field },
    { key: 'level', title: tthc.level, narrow: true, cell: (line) => tthc.levels[line.level] },
    { key: 'limit', title: tthc.timeLimit, cell: (line) => line.timeLimit ?? '—' },
    {
      key: 'duty',
      title: tthc.duty,
      narrow: true,
      cell: (line) => (line.duty ? <Chip tone="blue">{tthc.scopes.own}</Chip> : '—'),
    },
  ];
}

function Filters({
  filters,
  choose,
}: {
  filters: TthcFilters;
  choose: (change: TthcFilters) => void;
}): ReactElement {
  const { tthc } = useText();
  const fields = useQuery({
    queryKey: ['/administrative-procedures', 'fields'],
    queryFn: async ({ signal }) =>
      listOf<TthcField>(await api.get('/administrative-procedures/fields', signal)),
  });
  return (
    <div className="list-tools">
      <SearchField value={filters.q} label={tthc.search} onSearch={(q) => choose({ q })} />
      <Select<string, { value: string; label: string }>
        aria-label={tthc.field}
        allowClear
        placeholder={tthc.allFields}
        value={filters.field}
        onChange={(field: string | undefined) => choose({ field })}
        options={(fields.data ?? []).map(({ key, name, procedures }) => ({
          value: key,
          label: `${name} (${String(procedures)})`,
        }))}
        showSearch={{ filterOption: (typed, option) => matches(option?.label ?? '', typed) }}
      />
      <Select<NonNullable<TthcFilters['level']>>
        aria-label={tthc.level}
        allowClear
        placeholder={tthc.level}
        value={filters.level}
        onChange={(level: TthcFilters['level']) => choose({ level })}
        options={(['commune', 'province', 'other'] as const).map((value) => ({
          value,
          label: tthc.levels[value],
        }))}
      />
      <Segmented<'all' | 'own'>
        aria-label={tthc.scope}
        value={filters.scope ?? 'all'}
        onChange={(scope) => choose({ scope: scope === 'all' ? undefined : scope })}
        options={(['all', 'own'] as const).map((value) => ({ value, label: tthc.scopes[value] }))}
      />
    </div>
  );
}

function NoProcedures({ filtered }: { filtered: boolean }): ReactElement {
  const { tthc } = useText();
  return filtered ? (
    <EmptyState title={tthc.nothingFound} />
  ) : (
    <EmptyState title={tthc.empty} steps={tthc.emptySteps} />
  );
}

export function ProceduresScreen(): ReactElement {
  const text = useText();
  const { tthc } = text;
  const filters = useSearch({ from: '/shell/administrative-procedures' });
  const navigate = useNavigate();
  const mayRecord = useOpens('recordTthc');
  const lines = usePages<TthcLine>('/administrative-procedures', { ...filters });
  return (
    <>
      <TthcHead
        actions={
          <>
            <DownloadButton
              path={withQuery('/administrative-procedures.xlsx', { ...filters })}
              name={`${tthc.sheetName}.xlsx`}
              label={tthc.toSheet}
            />
            {mayRecord ? (
              <LinkButton primary href="/administrative-procedures/new" icon="plus">
                {tthc.add}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <section className="panel">
        <Filters
          filters={filters}
          choose={(change) =>
            void navigate({
              to: '/administrative-procedures',
              search: { ...filters, ...change },
              replace: true,
            })
          }
        />
        <PagedTable
          query={lines}
          label={tthc.register}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/administrative-procedures/${line.id}`}
          empty={<NoProcedures filtered={JSON.stringify(filters) !== '{}'} />}
        />
      </section>
    </>
  );
}
