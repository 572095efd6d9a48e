import { type ReactElement } from 'react';
import { type UnitListImport } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatCount } from '~/ui/dates';
import { type Column, ListTable } from '~/ui/list-table';

type Refused = UnitListImport['refused'][number];
type Parent = UnitListImport['parents'][number];

function refusedColumns({ administration, common }: Dictionary): Column<Refused>[] {
  return [
    { key: 'line', title: administration.line, narrow: true, end: true, cell: (row) => row.line },
    { key: 'text', title: administration.content, main: true, cell: (row) => <code>{row.text}</code> },
    { key: 'reason', title: common.reason, cell: (row) => row.reason },
  ];
}

function parentColumns({ administration }: Dictionary): Column<Parent>[] {
  return [
    {
      key: 'name',
      title: administration.parents,
      main: true,
      cell: (row) => (
        <>
          {row.name}
          {row.aliases.length === 0 ? null : (
            <span className="row-note">{administration.parentAliases(row.aliases.join(', '))}</span>
          )}
        </>
      ),
    },
    { key: 'entries', title: administration.entries, narrow: true, end: true, cell: (row) => row.entries },
  ];
}

/** What the import would do: nothing has been kept yet. */
export function ImportPreview({
  result,
  pending,
}: {
  result: UnitListImport;
  pending: boolean;
}): ReactElement {
  const text = useText();
  const { administration } = text;
  const figures: [number, string][] = [
    [result.created, administration.created],
    [result.existing, administration.existing],
    [result.refused.length, administration.refused],
    [result.parents.length, administration.parents],
  ];
  return (
    <div aria-live="polite" aria-busy={pending}>
      <ul className="figures gap-below" aria-label={administration.preview}>
        {figures.map(([value, label]) => (
          <li key={label}>
            <strong>{formatCount(value)}</strong> {label}
          </li>
        ))}
      </ul>
      <div className="columns columns-wide">
        <section className="panel">
          <h2 className="panel-title">{administration.refused}</h2>
          {result.refused.length === 0 ? (
            <p className="quiet panel-pad">{administration.noRefused}</p>
          ) : (
            <ListTable
              label={administration.refused}
              columns={refusedColumns(text)}
              rows={result.refused}
              rowKey={(row) => `${row.line}-${row.code}`}
            />
          )}
        </section>
        <section className="panel">
          <h2 className="panel-title">{administration.parents}</h2>
          <ListTable
            label={administration.parents}
            columns={parentColumns(text)}
            rows={result.parents}
            rowKey={(row) => row.name}
          />
        </section>
      </div>
    </div>
  );
}
