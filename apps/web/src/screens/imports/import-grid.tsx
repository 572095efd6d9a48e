import { Checkbox } from 'antd';
import { type ReactElement } from 'react';
import { type ImportFieldChanges, type ImportItemView } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { Chip, type Tone } from '~/ui/state-chip';

const TONES: Record<ImportItemView['status'], Tone> = {
  reading: 'blue',
  refused: 'red',
  blocked: 'red',
  warned: 'amber',
  clean: 'green',
  skipped: 'grey',
  accepted: 'green',
};

export type ChangeRow = (row: ImportItemView, fields: ImportFieldChanges) => void;

interface CellProps {
  row: ImportItemView;
  name: 'code' | 'series' | 'title';
  label: string;
  onChange: ChangeRow;
}

/** A field in its cell: what is typed is kept when the cell is left. */
function Cell({ row, name, label, onChange }: CellProps): ReactElement {
  const value = row.fields[name] ?? '';
  const closed = row.status === 'accepted' || row.status === 'reading' || row.status === 'refused';
  if (closed) return <span>{value === '' ? '—' : value}</span>;
  return (
    <input
      key={value}
      className={value === '' ? 'grid-input grid-input-missing' : 'grid-input'}
      defaultValue={value}
      aria-label={`${label}: ${row.fileName}`}
      list={name === 'series' ? 'import-series' : undefined}
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        if (typed !== value && typed !== '') onChange(row, { [name]: typed });
      }}
    />
  );
}

function Problems({ row }: { row: ImportItemView }): ReactElement {
  const text = useText();
  const [first, ...others] = row.problems;
  if (first === undefined) return <span className="quiet">{text.imports.noProblems}</span>;
  return (
    <span className={`grid-problem grid-problem-${first.level}`}>
      {first.where === null ? '' : `${first.where}: `}
      {first.message}
      {others.length === 0 ? null : <em> {text.imports.more(others.length)}</em>}
    </span>
  );
}

interface ImportGridProps {
  rows: readonly ImportItemView[];
  chosen: ReadonlySet<string>;
  openId: string | undefined;
  onChoose: (ids: readonly string[], chosen: boolean) => void;
  onOpen: (id: string) => void;
  onChange: ChangeRow;
}

/** The review grid: one row for each file, edited in place. */
export function ImportGrid({
  rows,
  chosen,
  openId,
  onChoose,
  onOpen,
  onChange,
}: ImportGridProps): ReactElement {
  const text = useText();
  const words = text.imports;
  const { documents } = text;
  return (
    <div className="grid-scroll">
      <datalist id="import-series">
        {[...new Set(rows.flatMap(({ fields: { series } }) => (series === null ? [] : [series])))].map(
          (series) => (
            <option key={series} value={series} />
          ),
        )}
      </datalist>
      <table className="list-table import-grid" aria-label={words.grid}>
        <thead>
          <tr>
            <th scope="col" className="cell-narrow">
              <Checkbox
                aria-label={words.selectAll}
                checked={rows.length > 0 && rows.every(({ id }) => chosen.has(id))}
                onChange={(event) =>
                  onChoose(
                    rows.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
            </th>
            <th scope="col">{words.status}</th>
            <th scope="col">{documents.code}</th>
            <th scope="col">{documents.series}</th>
            <th scope="col">{documents.name}</th>
            <th scope="col" className="grid-more">
              {documents.issue}
            </th>
            <th scope="col" className="grid-more">
              {documents.issuedOn}
            </th>
            <th scope="col" className="grid-more">
              {words.found}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === openId ? 'grid-open' : undefined} data-status={row.status}>
              <td className="cell-narrow">
                <Checkbox
                  aria-label={words.select(row.fileName)}
                  checked={chosen.has(row.id)}
                  onChange={(event) => onChoose([row.id], event.target.checked)}
                />
              </td>
              <td className="cell-narrow" data-label={words.status}>
                <Chip tone={TONES[row.status]}>{words.statuses[row.status]}</Chip>
              </td>
              <td data-label={documents.code}>
                <Cell row={row} name="code" label={documents.code} onChange={onChange} />
              </td>
              <td data-label={documents.series}>
                <Cell row={row} name="series" label={documents.series} onChange={onChange} />
              </td>
              <td className="cell-main" data-label={documents.name}>
                <Cell row={row} name="title" label={documents.name} onChange={onChange} />
                <button
                  type="button"
                  className="grid-file"
                  aria-label={words.openRow(row.fileName)}
                  onClick={() => onOpen(row.id)}
                >
                  {row.folder === '' ? '' : `${row.folder}/`}
                  {row.fileName}
                </button>
              </td>
              <td className="cell-narrow grid-more" data-label={documents.issue}>
                {row.fields.issue ?? '—'}/{row.fields.revision ?? '—'}
              </td>
              <td className="cell-narrow grid-more" data-label={documents.issuedOn}>
                {formatDay(row.fields.issuedOn)}
              </td>
              <td className="grid-found grid-more" data-label={words.found}>
                <Problems row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
