import { foldVietnamese } from '@app/kernel';
import { cellUnder, columnOf, type Header, headerOf, type HeaderColumn, type TableKind } from './columns';
import { type FlowCell, type FlowItem, type FlowLine, type FlowRow, linesOf, rowLine } from './flow';
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
  const reader = new TableReader(kind);
  items.forEach((item, at) => {
    if (item.kind === 'line') reader.line(item);
    else reader.row(item, at, items[at + 1]);
  });
  return reader.tables.map(withSubheader);
}

interface OpenTable extends ReadTable {
  readonly rows: FlowRow[];
  /** The table of the paper in which the last row stood. */
  table: number;
}

class TableReader {
  readonly tables: OpenTable[] = [];
  readonly #kind: TableKind;
  #open: OpenTable | null = null;
  #above: FlowLine | null = null;

  constructor(kind: TableKind) {
    this.#kind = kind;
  }

  /** A table goes on behind a page's edge, not behind a sentence. */
  line(line: FlowLine): void {
    this.#open = null;
    this.#above = line;
  }

  row(row: FlowRow, at: number, next: FlowItem | undefined): void {
    const header = headerOf(row);
    if (header !== null) this.#head(header, { row, at, next });
    else if (this.#open !== null && isInside(this.#open, row)) {
      this.#open.table = row.table;
      this.#open.rows.push(row);
    } else this.#open = null;
  }

  #head(header: Header, { row, at, next }: { row: FlowRow; at: number; next: FlowItem | undefined }): void {
    const above = this.#above;
    this.#above = null;
    this.#open = null;
    if (header.kind !== this.#kind) return;
    const last = this.tables.at(-1);
    if (last !== undefined && isSameHeader(last.header, header) && goesOn(last, above, next))
      this.#open = last;
    else this.tables.push((this.#open = { header, rows: [], above, at, table: row.table }));
    this.#open.table = row.table;
  }
}

const OTHER_SECTION = /^(?:forms|records|content|basis)$/;

function isInside(open: OpenTable, row: FlowRow): boolean {
  const heading = headingOf(row);
  if (heading?.number != null && OTHER_SECTION.test(heading.topic)) return false;
  if (row.table === open.table) return true;
  const width = Math.max(...open.header.columns.map(({ to }) => to));
  return row.cells.at(-1)?.to === width || row.cells.length === open.header.columns.length;
}

/** Repeated on the next page, its numbers go on; a table that begins at 1 again is another case. */
function goesOn(last: OpenTable, above: FlowLine | null, next: FlowItem | undefined): boolean {
  const no = columnOf(last.header, 'no');
  if (next?.kind !== 'row' || no === null) return above === null;
  const number = /\d+/.exec(printedIn(cellUnder(next, no)))?.[0];
  return last.rows.length > 0 && (number === undefined || Number(number) > 1);
}

/** What a cell shows: its text, else the number that Word puts there. */
export function printedIn(cell: FlowCell | null): string {
  if (cell === null) return '';
  return cell.text === '' ? (cell.label ?? '') : cell.text;
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
