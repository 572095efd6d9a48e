import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type AgencyLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { SearchField } from '~/ui/search-field';
import { AdministrationHead, ImportUnitsLink } from './administration-head';

function columnsOf({ administration, common }: Dictionary): Column<AgencyLine>[] {
  const kinds: Record<string, string> = common.kind;
  return [
    { key: 'code', title: administration.code, narrow: true, cell: (line) => line.code ?? '—' },
    { key: 'name', title: administration.agencyName, main: true, cell: (line) => line.name },
    { key: 'kind', title: administration.kind, narrow: true, cell: (line) => kinds[line.kind] ?? line.kind },
    { key: 'parent', title: administration.parent, cell: (line) => line.parentName ?? '—' },
    {
      key: 'validity',
      title: administration.validity,
      narrow: true,
      cell: (line) =>
        `${formatDay(line.validFrom)} – ${line.validUntil === null ? '' : formatDay(line.validUntil)}`,
    },
    { key: 'present', title: administration.present, cell: (line) => line.presentAgencyName ?? '—' },
  ];
}

export function AgenciesScreen(): ReactElement {
  const text = useText();
  const { q, historical } = useSearch({ from: '/shell/agencies' });
  const navigate = useNavigate();
  const lines = usePages<AgencyLine>('/agencies', { q, historical: historical === true });
  return (
    <>
      <AdministrationHead actions={<ImportUnitsLink />} />
      <section className="panel">
        <div className="list-tools">
          <SearchField
            value={q}
            label={text.administration.search}
            onSearch={(next) =>
              void navigate({ to: '/agencies', search: { q: next, historical }, replace: true })
            }
          />
          <Segmented<'current' | 'historical'>
            aria-label={text.administration.kind}
            value={historical === true ? 'historical' : 'current'}
            onChange={(next) =>
              void navigate({
                to: '/agencies',
                search: { q, historical: next === 'historical' ? true : undefined },
                replace: true,
              })
            }
            options={[
              { value: 'current', label: text.administration.current },
              { value: 'historical', label: text.administration.historical },
            ]}
          />
        </div>
        <PagedTable
          query={lines}
          label={text.administration.agencies}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={text.administration.agenciesEmpty} />}
        />
      </section>
    </>
  );
}
