import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type UnitListLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay, formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { AdministrationHead, ImportUnitsLink } from './administration-head';

function columnsOf({ administration }: Dictionary): Column<UnitListLine>[] {
  return [
    {
      key: 'title',
      title: administration.listTitle,
      main: true,
      cell: (line) => (
        <RowLink href={`/unit-lists/${line.id}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'asOf', title: administration.asOf, narrow: true, cell: (line) => formatDay(line.asOf) },
    { key: 'basis', title: administration.legalBasis, cell: (line) => line.legalBasis ?? '—' },
    { key: 'entries', title: administration.entries, narrow: true, end: true, cell: (line) => line.entries },
    {
      key: 'matched',
      title: administration.matched,
      narrow: true,
      end: true,
      cell: (line) => administration.matchedOf(line.matched, line.entries),
    },
    {
      key: 'at',
      title: administration.importedAt,
      narrow: true,
      cell: (line) => formatInstant(line.importedAt),
    },
  ];
}

export function UnitListsScreen(): ReactElement {
  const text = useText();
  const lines = usePages<UnitListLine>('/unit-lists');
  return (
    <>
      <AdministrationHead actions={<ImportUnitsLink />} />
      <section className="panel">
        <PagedTable
          query={lines}
          label={text.administration.unitLists}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/unit-lists/${line.id}`}
          empty={<EmptyState title={text.administration.empty} steps={text.administration.emptySteps} />}
        />
      </section>
    </>
  );
}
