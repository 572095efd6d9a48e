import { type ExtractedMargin } from '@app/kernel';
import { type Line, linesOf, type Piece, textOf } from './pdf-page';

export interface PdfMargins {
  readonly headers: ExtractedMargin[];
  readonly footers: ExtractedMargin[];
  /** Pieces of each page that belong to no margin. */
  readonly bodies: readonly (readonly Piece[])[];
}

const EDGE_LINES = 4;
const PAGE_COUNT = /trang\s*:?\s*\d+\s*(?:\/|của|trên)\s*\d+/iu;

/** Lines at the edge of a page are header or footer when they count pages, or when other pages have them too, page numbers apart. */
export function splitMargins(pages: readonly (readonly Piece[])[]): PdfMargins {
  const lines = pages.map((pieces) => linesOf(pieces));
  const tops = marginOf(lines, 'top');
  const bottoms = marginOf(lines, 'bottom');
  const bodies = pages.map((pieces, page) => {
    const taken = [...(tops.taken[page] ?? []), ...(bottoms.taken[page] ?? [])];
    return pieces.filter((piece) => !taken.some((line) => Math.abs(line.y - piece.y) < line.height * 0.45));
  });
  return { headers: tops.margins, footers: bottoms.margins, bodies };
}

interface Margin {
  readonly margins: ExtractedMargin[];
  readonly taken: readonly (readonly Line[])[];
}

function marginOf(pages: readonly (readonly Line[])[], edge: 'top' | 'bottom'): Margin {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const line of edgeOf(lines, edge)) counts.set(shapeOf(line), (counts.get(shapeOf(line)) ?? 0) + 1);
  const isShared = (line: Line): boolean =>
    PAGE_COUNT.test(textOf(line)) ||
    (pages.length > 2 && (counts.get(shapeOf(line)) ?? 0) > Math.max(1, pages.length * 0.25));
  const taken = pages.map((lines) => edgeOf(lines, edge).filter(isShared));
  const seen = new Map<string, ExtractedMargin>();
  for (const lines of taken) {
    const shape = lines.map(shapeOf).join('\n');
    if (lines.length > 0 && !seen.has(shape))
      seen.set(shape, { section: seen.size + 1, text: marginText(lines) });
  }
  return { margins: [...seen.values()], taken };
}

/** Pieces apart are cells: each on a line of its own, as in a header of Word. */
function marginText(lines: readonly Line[]): string {
  return lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('\n');
}

function edgeOf(lines: readonly Line[], edge: 'top' | 'bottom'): readonly Line[] {
  const size = Math.min(EDGE_LINES, Math.floor(lines.length / 2));
  return edge === 'top' ? lines.slice(0, size) : lines.slice(lines.length - size);
}

/** What stays the same from page to page: page numbers are masked, dates are not. */
function shapeOf(line: Line): string {
  return textOf(line).replace(/\b\d+\s*(?:\/|của|trên)\s*\d+\b(?!\s*\/)|^\d+$/giu, '#');
}
