import { tidyLine } from '@app/kernel';
import { type TextItem } from 'pdfjs-dist/types/src/display/api';

/** Text at a place of a page; y grows upwards, as in PDF. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
}

export interface Line {
  readonly y: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** Pieces further apart than this many letter heights are not one run of words. */
const WIDE_GAP = 1.2;
const WORD_GAP = 0.15;

/** Places of the text items that show something. */
export function piecesOf(items: readonly TextItem[]): Piece[] {
  return items.flatMap((item) => {
    if (item.str.trim() === '') return [];
    const x = Number(item.transform[4]);
    const height = item.height > 0 ? item.height : 10;
    return [{ text: item.str, x, end: x + item.width, y: Number(item.transform[5]), height }];
  });
}

/** Pieces by their height on the page, then from left to right; near ones joined to runs of words. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: { y: number; height: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const row = rows.find(({ y, height }) => Math.abs(y - piece.y) < Math.max(height, piece.height) * 0.45);
    if (row) row.pieces.push(piece);
    else rows.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return rows.sort((a, b) => b.y - a.y).map((row) => ({ ...row, pieces: joined(row.pieces) }));
}

function joined(row: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of [...row].sort((a, b) => a.x - b.x)) {
    const last = runs.at(-1);
    if (!last || piece.x - last.end > piece.height * WIDE_GAP) {
      runs.push(piece);
      continue;
    }
    const space = piece.x - last.end > piece.height * WORD_GAP ? ' ' : '';
    runs[runs.length - 1] = {
      ...last,
      text: last.text + space + piece.text,
      end: Math.max(last.end, piece.end),
    };
  }
  return runs.map((run) => ({ ...run, text: tidyLine(run.text) })).filter(({ text }) => text !== '');
}

export function textOf(line: Line | undefined): string {
  return line?.pieces.map(({ text }) => text).join('   ') ?? '';
}
