import {
  type ExtractedCell,
  type ExtractedDocument,
  type ExtractedTable,
  plainSpaces,
  startsItem,
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
  /** Words that stand there: by them the page is found in the rendition of a Word file. */
  readonly quote?: string;
}

export const NOWHERE: Place = { where: '', page: null };
const QUOTE_LENGTH = 80;

export function flowOf(document: ExtractedDocument): FlowItem[] {
  const flow = new Flow();
  for (const block of document.blocks) {
    if (block.kind === 'table') flow.addTable(block);
    else flow.addLine(block.text, block.label ?? null, block.page);
  }
  return flow.items;
}

class Flow {
  readonly items: FlowItem[] = [];
  #tables = 0;
  #paragraphs = 0;

  addLine(raw: string, label: string | null, page: number | null): void {
    const text = withoutSymbols(raw);
    if (text.trim() === '' && label === null) return;
    this.#paragraphs += 1;
    const where = page === null ? `Đoạn ${this.#paragraphs}` : `Trang ${page}`;
    this.items.push({ kind: 'line', text, label, place: { where, page, quote: quoteIn(text) } });
  }

  addTable(table: ExtractedTable): void {
    if (isFrame(table)) {
      for (const [cell] of table.rows) if (cell) this.#addFramed(cell, table.page);
      return;
    }
    const number = (this.#tables += 1);
    const { page } = table;
    const name = page === null ? `Bảng ${number}` : `Trang ${page}, bảng ${number}`;
    table.rows.forEach((row, index) => {
      const quote = quoteIn(row.map(({ text }) => text).find((text) => text.length > 12) ?? '');
      const place = { where: `${name}, hàng ${index + 1}`, page, quote };
      this.items.push({ kind: 'row', cells: cellsOf(row), table: number, place });
      const inner = row.flatMap((cell) => cell.tables ?? []);
      for (const one of inner) if (isWorthReading(one)) this.addTable(one);
    });
  }

  /** A frame around a paragraph; in a PDF its lines are wrapped, in Word each is a paragraph. */
  #addFramed({ text, label, tables = [] }: ExtractedCell, page: number | null): void {
    const lines = withoutSymbols(text).split('\n');
    const paragraphs = page === null ? lines : joinWrapped(lines);
    paragraphs.forEach((line, index) => {
      this.addLine(line, index === 0 ? (label ?? null) : null, page);
    });
    for (const one of tables) if (isWorthReading(one)) this.addTable(one);
  }
}

function quoteIn(text: string): string {
  return tidyLine(text).slice(0, QUOTE_LENGTH);
}

/** Bullets of symbol fonts come as private characters. */
function withoutSymbols(text: string): string {
  return plainSpaces(text).replace(/[\ue000-\uf8ff]\s*/gu, '- ');
}

function isFrame({ rows }: ExtractedTable): boolean {
  return rows.every((row) => row.length === 1);
}

function joinWrapped(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last === undefined || startsItem(line)) joined.push(line);
    else joined[joined.length - 1] = `${last}\n${line}`;
  }
  return joined;
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
      text: withoutSymbols(text).trim(),
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
