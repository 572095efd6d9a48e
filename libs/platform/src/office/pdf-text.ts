import { readFile } from 'node:fs/promises';
import {
  type ExtractedBlock,
  type ExtractedCell,
  type ExtractedDocument,
  type ExtractedMargin,
  tidyLine,
} from '@app/kernel';
import { type TextItem } from 'pdfjs-dist/types/src/display/api';

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}
interface Line {
  readonly y: number;
  readonly height: number;
  readonly pieces: Piece[];
}

/** Pieces of a line further apart than this many letter heights stand in different cells. */
const CELL_GAP = 1.2;
const MARGIN_LINES = 4;
const MAX_PAGES = 2_000;

/** Text of a PDF by lines and, where lines have wide gaps, cells; header and footer lines told apart by what pages repeat. */
export async function extractPdf(path: string): Promise<ExtractedDocument> {
  const pages = await readPages(new Uint8Array(await readFile(path)));
  const margins = repeatedMargins(pages);
  const blocks = pages.flatMap((lines, index) => pageBlocks(lines, index + 1, margins));
  return { format: 'pdf', blocks, headers: margins.headers, footers: margins.footers, pages: pages.length };
}

async function readPages(data: Uint8Array): Promise<Line[][]> {
  // Loaded when a PDF is read: it is large, and most processes never need it.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: Line[][] = [];
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      pages.push(linesOf(content.items.filter((item): item is TextItem => 'str' in item)));
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** Text items by their height on the page, then from left to right. */
function linesOf(items: readonly TextItem[]): Line[] {
  const lines: { y: number; height: number; items: TextItem[] }[] = [];
  for (const item of items) {
    if (item.str === '') continue;
    const y = Number(item.transform[5]);
    const height = item.height > 0 ? item.height : 10;
    const line = lines.find(
      (candidate) => Math.abs(candidate.y - y) < Math.max(candidate.height, height) * 0.45,
    );
    if (line) line.items.push(item);
    else lines.push({ y, height, items: [item] });
  }
  return lines
    .sort((a, b) => b.y - a.y)
    .map(({ y, height, items: row }) => ({ y, height, pieces: piecesOf(row, height) }))
    .filter(({ pieces }) => pieces.length > 0);
}

function piecesOf(items: readonly TextItem[], height: number): Piece[] {
  const pieces: { text: string; x: number; end: number }[] = [];
  for (const item of [...items].sort((a, b) => Number(a.transform[4]) - Number(b.transform[4]))) {
    const x = Number(item.transform[4]);
    const end = x + item.width;
    const last = pieces.at(-1);
    if (item.str.trim() === '') continue;
    if (!last || x - last.end > height * CELL_GAP) pieces.push({ text: item.str, x, end });
    else {
      last.text += (x - last.end > height * 0.15 ? ' ' : '') + item.str;
      last.end = Math.max(last.end, end);
    }
  }
  return pieces.map((piece) => ({ ...piece, text: tidyLine(piece.text) })).filter(({ text }) => text !== '');
}

interface Margins {
  readonly headers: ExtractedMargin[];
  readonly footers: ExtractedMargin[];
  /** Lines that belong to a margin, as `page:index`. */
  readonly taken: ReadonlySet<string>;
}

/** A line at the edge of a page is a header or footer when another page has it too, page numbers apart, or when it counts pages. */
function repeatedMargins(pages: readonly Line[][]): Margins {
  const taken = new Set<string>();
  const headers = marginOf(pages, 'top', taken);
  const footers = marginOf(pages, 'bottom', taken);
  return { headers, footers, taken };
}

function marginOf(pages: readonly Line[][], edge: 'top' | 'bottom', taken: Set<string>): ExtractedMargin[] {
  const counts = new Map<string, number>();
  for (const lines of pages) for (const index of edgeOf(lines, edge)) count(counts, shapeOf(lines[index]));
  const seen = new Set<string>();
  const margins: ExtractedMargin[] = [];
  pages.forEach((lines, page) => {
    const mine = edgeOf(lines, edge).filter((index) => isMargin(lines[index], counts, pages.length));
    for (const index of mine) taken.add(`${page}:${index}`);
    const text = mine.map((index) => textOf(lines[index])).join('\n');
    const shape = mine.map((index) => shapeOf(lines[index])).join('\n');
    if (text === '' || seen.has(shape)) return;
    seen.add(shape);
    margins.push({ section: margins.length + 1, text });
  });
  return margins;
}

function edgeOf(lines: readonly Line[], edge: 'top' | 'bottom'): number[] {
  const size = Math.min(MARGIN_LINES, Math.floor(lines.length / 2));
  return Array.from({ length: size }, (_, index) => (edge === 'top' ? index : lines.length - size + index));
}

function isMargin(line: Line | undefined, counts: ReadonlyMap<string, number>, pages: number): boolean {
  const text = textOf(line);
  if (/trang\s*:?\s*\d+\s*\/\s*\d+/iu.test(text)) return true;
  return pages > 2 && (counts.get(shapeOf(line)) ?? 0) > Math.max(1, pages * 0.25);
}

/** What stays the same from page to page: numbers of pages are masked, dates are not. */
function shapeOf(line: Line | undefined): string {
  return textOf(line).replace(/(trang\s*:?\s*)?\b\d+\s*\/\s*\d+\b(?!\s*\/)|^\d+$/giu, '#');
}

function textOf(line: Line | undefined): string {
  return line?.pieces.map(({ text }) => text).join('   ') ?? '';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Runs of lines with cells become a table, other lines paragraphs. */
function pageBlocks(lines: readonly Line[], page: number, margins: Margins): ExtractedBlock[] {
  const body = lines.filter((_, index) => !margins.taken.has(`${page - 1}:${index}`));
  const blocks: ExtractedBlock[] = [];
  let table: Line[] = [];
  const flush = (): void => {
    if (table.length > 0) blocks.push({ kind: 'table', rows: rowsOf(table), page });
    table = [];
  };
  for (const line of body) {
    if (line.pieces.length > 1 || (table.length > 0 && isInTable(line, table))) table.push(line);
    else {
      flush();
      blocks.push({ kind: 'paragraph', text: textOf(line), page });
    }
  }
  flush();
  return blocks;
}

/** A lone piece right under a table line, indented like one of its cells, is that cell going on. */
function isInTable(line: Line, table: readonly Line[]): boolean {
  const last = table.at(-1);
  const piece = line.pieces[0];
  if (!last || !piece || last.y - line.y > line.height * 2.2) return false;
  return table.some(
    ({ pieces }) =>
      pieces.length > 1 &&
      pieces.some(({ x, end }, index) => index > 0 && piece.x >= x - 12 && piece.x <= end),
  );
}

/** Columns are where the pieces of the fullest line begin. */
function rowsOf(lines: readonly Line[]): ExtractedCell[][] {
  const starts = columnStarts(lines);
  return lines.map(({ pieces }) => {
    const cells = starts.map((): ExtractedCell => ({ text: '', span: 1 }));
    for (const { text, x, end } of pieces) {
      const column = nearest(starts, x, end);
      cells[column] = {
        text: [cells[column]?.text, text].filter((part) => part !== undefined && part !== '').join(' '),
        span: 1,
      };
    }
    return cells;
  });
}

function columnStarts(lines: readonly Line[]): number[] {
  const widest = lines.reduce((most, line) => (line.pieces.length > most.pieces.length ? line : most));
  return widest.pieces.map(({ x }) => x);
}

/** By middle, since cells are often centred. */
function nearest(starts: readonly number[], x: number, end: number): number {
  const middle = (x + end) / 2;
  let column = 0;
  starts.forEach((start, index) => {
    if (middle >= start - 6) column = index;
  });
  return column;
}
