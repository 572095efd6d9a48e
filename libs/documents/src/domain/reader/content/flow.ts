import {
  type ExtractedCell,
  type ExtractedDocument,
  type ExtractedTable,
  plainSpaces,
  tidyLine,
} from '@app/kernel';

/** The document as one stream of paragraphs and table rows, in the order of the paper: section headings stand in either. */
export type FlowItem = FlowLine | FlowRow;

export interface FlowLine {
  readonly kind: 'line';
  readonly text: string;
  /** The number that Word prints by itself. */
  readonly label: string | null;
  readonly place: Place;
}

export interface FlowRow {
  readonly kind: 'row';
  readonly cells: readonly FlowCell[];
  /** Counted from 0: rows of one table share it. */
  readonly table: number;
  readonly place: Place;
}

export interface FlowCell {
  readonly text: string;
  readonly label: string | null;
  /** Grid column in which the cell begins, and the one after its end. */
  readonly from: number;
  readonly to: number;
  readonly isContinued: boolean;
}

/** Where something stands: for people, and the page where the format knows it. */
export interface Place {
  readonly where: string;
  readonly page: number | null;
}

export function flowOf(document: ExtractedDocument): FlowItem[] {
  const items: FlowItem[] = [];
  const counts = { tables: 0, paragraphs: 0 };
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      addTable(items, block, counts);
      continue;
    }
    const text = plainSpaces(block.text);
    if (text.trim() === '' && block.label === undefined) continue;
    counts.paragraphs += 1;
    const where = block.page === null ? `Đoạn ${counts.paragraphs}` : `Trang ${block.page}`;
    items.push({ kind: 'line', text, label: block.label ?? null, place: { where, page: block.page } });
  }
  return items;
}

function addTable(items: FlowItem[], table: ExtractedTable, counts: { tables: number }): void {
  const number = (counts.tables += 1);
  const page = table.page === null ? '' : `Trang ${table.page}, `;
  table.rows.forEach((row, index) => {
    const where = `${page}${page === '' ? 'Bảng' : 'bảng'} ${number}, hàng ${index + 1}`;
    items.push({ kind: 'row', cells: cellsOf(row), table: number, place: { where, page: table.page } });
    for (const inner of row.flatMap((cell) => cell.tables ?? []))
      if (isWorthReading(inner)) addTable(items, inner, counts);
  });
}

/** A table inside a cell is often a frame around a picture. */
function isWorthReading({ rows }: ExtractedTable): boolean {
  return rows.length > 1 && rows.some((row) => row.length > 2);
}

function cellsOf(row: readonly ExtractedCell[]): FlowCell[] {
  let column = 0;
  return row.map(({ text, span, label, merged }) => {
    const from = column;
    column += span;
    return {
      text: plainSpaces(text).trim(),
      label: label ?? null,
      from,
      to: column,
      isContinued: merged === 'continues',
    };
  });
}

/** The whole text of a row on one line. */
export function rowLine({ cells }: FlowRow): string {
  return tidyLine(cells.map(({ text }) => text).join(' '));
}

/** Lines of a cell, each tidy, none empty. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '');
}

/** A number without what closes it: `1.` → `1`, `b)` → `b`, `Bước 2:` → `2`. */
export function bareNumber(text: string): string {
  return tidyLine(text)
    .replace(/^(?:bước|mục)\s+/iu, '')
    .replace(/^[([]+/u, '')
    .replace(/[\s.,:;)\]/–-]+$/u, '');
}

/** A line that introduces a table, without its bullet or number. */
export function tidyPlace(text: string): string {
  return tidyLine(text).replace(/^(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])\s*/u, '');
}
