import { foldVietnamese } from '@app/kernel';
import { cellUnder, columnOf, type Header, headerOf, type HeaderColumn, type TableKind } from './columns';
import { type FlowItem, type FlowLine, type FlowRow, linesOf, rowLine } from './flow';
import { headingOf } from './headings';

/** A table that was understood: its header, its rows, and the line above that may name its case. */
export interface ReadTable {
  readonly header: Header;
  readonly rows: readonly FlowRow[];
  readonly above: FlowLine | null;
  readonly at: number;
}

/** Tables of one kind in the order of the paper; a table torn by a page or with its header repeated is one. */
export function tablesOf(items: readonly FlowItem[], kind: TableKind): ReadTable[] {
  const tables: { header: Header; rows: FlowRow[]; above: FlowLine | null; at: number; table: number }[] = [];
  let open: (typeof tables)[number] | null = null;
  let above: FlowLine | null = null;
  for (const [at, item] of items.entries()) {
    if (item.kind === 'line') {
      // A table goes on behind a page's edge, not behind a sentence.
      open = null;
      above = item;
      continue;
    }
    const header = headerOf(item);
    if (header !== null) {
      const last = tables.at(-1);
      const isRepeated =
        header.kind === kind &&
        last !== undefined &&
        isSameHeader(last.header, header) &&
        goesOn(last, above, items[at + 1]);
      if (isRepeated) open = { ...last, table: item.table };
      else if (header.kind === kind) tables.push((open = { header, rows: [], above, at, table: item.table }));
      else open = null;
      if (open && isRepeated) tables[tables.length - 1] = open;
    } else if (open && isInside(open, item)) {
      open.table = item.table;
      open.rows.push(item);
    } else open = null;
  }
  return tables.map(({ header, rows, above: line, at }) => withSubheader({ header, rows, above: line, at }));
}

function isInside(open: { header: Header; table: number }, row: FlowRow): boolean {
  const heading = headingOf(row);
  if (
    heading !== null &&
    heading.number !== null &&
    heading.topic !== 'other' &&
    /^(?:forms|records|content|basis)$/.test(heading.topic)
  )
    return false;
  if (row.table === open.table) return true;
  const width = Math.max(...open.header.columns.map(({ to }) => to));
  return row.cells.at(-1)?.to === width || row.cells.length === open.header.columns.length;
}

/** Repeated on the next page, its numbers go on; a table that begins at 1 again is another case. */
function goesOn(
  last: { rows: readonly FlowRow[]; header: Header; table: number },
  above: FlowLine | null,
  next: FlowItem | undefined,
): boolean {
  const no = columnOf(last.header, 'no');
  if (next?.kind !== 'row' || no === null) return above === null;
  const cell = cellUnder(next, no);
  const number = Number(/\d+/.exec(cell?.text === '' ? (cell.label ?? '') : (cell?.text ?? ''))?.[0] ?? NaN);
  return last.rows.length > 0 && (Number.isNaN(number) ? next.table === last.table : number > 1);
}

function isSameHeader(one: Header, other: Header): boolean {
  const words = ({ columns }: Header): string => columns.map(({ text }) => foldVietnamese(text)).join('|');
  return words(one) === words(other);
}

/** `Thời gian` over `Không xác minh | Có xác minh`: the second row of a header. */
function withSubheader(table: ReadTable): ReadTable {
  const [first, ...rows] = table.rows;
  const time = table.header.columns.find(({ column }) => column === 'time');
  if (first === undefined || time === undefined || table.header.kind !== 'steps') return table;
  const under = first.cells.filter(
    (cell) => cell.from >= time.from && cell.from < time.to && cell.text !== '',
  );
  const others = first.cells.filter((cell) => !under.includes(cell) && cell.text !== '');
  if (under.length < 2 || others.length > 0) return table;
  const columns = table.header.columns.flatMap((column): HeaderColumn[] =>
    column === time
      ? under.map(({ text, from, to }) => ({
          column: 'time',
          text: `${time.text} ${linesOf(text).join(' ')}`,
          from,
          to,
        }))
      : [column],
  );
  return { ...table, header: { ...table.header, columns }, rows };
}

/** A row of one text only: the name of a phase or of a case, or a total. */
export function soleText(row: FlowRow): string | null {
  const filled = row.cells.filter(
    ({ text, label, isContinued }) => text !== '' || label !== null || isContinued,
  );
  return filled.length === 1 && row.cells.length <= 2 ? rowLine(row) : null;
}
