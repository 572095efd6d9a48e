import { type ExtractedBlock, type ExtractedCell, startsItem } from '@app/kernel';
import { type Line, linesOf, type Piece, textOf } from './pdf-page';
import { type Box, boxAround, type Rules } from './pdf-rules';

export interface PageContent {
  readonly pieces: readonly Piece[];
  readonly rules: Rules;
  readonly height: number;
}

interface Cell extends Box {
  readonly pieces: Piece[];
}
interface Placed {
  readonly top: number;
  readonly block: ExtractedBlock;
  /** The last line runs to the right edge: the sentence goes on, perhaps on the next page. */
  readonly isOpen: boolean;
}

const NEAR = 2;

/** Tables where rules are drawn around text, paragraphs elsewhere, from top to bottom. */
export function blocksOfPages(pages: readonly PageContent[]): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  let isOpen = false;
  pages.forEach((content, index) => {
    const placed = [...tablesOn(content, index + 1), ...paragraphsOn(content, index + 1)].sort(
      (a, b) => b.top - a.top,
    );
    placed.forEach(({ block }, place) => {
      const last = blocks.at(-1);
      const goesOn = place === 0 && isOpen && block.kind === 'paragraph' && !startsItem(block.text);
      if (goesOn && last?.kind === 'paragraph')
        blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${block.text}` };
      else blocks.push(block);
    });
    isOpen = placed.at(-1)?.isOpen ?? false;
  });
  return blocks;
}

function isPageFrame(box: Box, height: number): boolean {
  return box.top - box.bottom > height * 0.75;
}

function boxOf(piece: Piece, { rules, height }: PageContent): Box | null {
  const box = boxAround(piece, rules);
  return box && !isPageFrame(box, height) ? box : null;
}

function tablesOn(content: PageContent, page: number): Placed[] {
  const tables: Cell[][] = [];
  for (const cell of cellsOn(content)) {
    const table = tables.find((cells) => cells.some((other) => cell.top >= other.bottom - NEAR));
    if (table) table.push(cell);
    else tables.push([cell]);
  }
  return tables.map((cells) => ({
    top: Math.max(...cells.map(({ top }) => top)),
    block: { kind: 'table', rows: rowsOf(cells, content.rules), page },
    isOpen: false,
  }));
}

/** Cells that hold text, from the top down. */
function cellsOn(content: PageContent): Cell[] {
  const cells: Cell[] = [];
  for (const piece of content.pieces) {
    const box = boxOf(piece, content);
    if (!box) continue;
    const cell = cells.find((other) => isSame(other, box));
    if (cell) cell.pieces.push(piece);
    else cells.push({ ...box, pieces: [piece] });
  }
  return cells.sort((a, b) => b.top - a.top || a.left - b.left);
}

function isSame(one: Box, other: Box): boolean {
  return [
    one.left - other.left,
    one.right - other.right,
    one.top - other.top,
    one.bottom - other.bottom,
  ].every((distance) => Math.abs(distance) < NEAR);
}

function rowsOf(cells: readonly Cell[], rules: Rules): ExtractedCell[][] {
  const columns = distinct([...cells.map(({ left }) => left), ...emptyColumns(cells, rules)]);
  const tops = distinct(cells.map(({ top }) => top)).reverse();
  return tops.map((top) => rowOf(cells, top, columns));
}

/** Columns in which no cell of the table says anything have rules all the same; the last rule is the table's edge. */
function emptyColumns(cells: readonly Cell[], { vertical, horizontal }: Rules): number[] {
  const [top, bottom] = [
    Math.max(...cells.map((cell) => cell.top)),
    Math.min(...cells.map((cell) => cell.bottom)),
  ];
  const [left, right] = [
    Math.min(...cells.map((cell) => cell.left)),
    Math.max(...cells.map((cell) => cell.right)),
  ];
  const edges = horizontal.filter(
    ({ at, from, to }) =>
      at <= top + NEAR && at >= bottom - NEAR && from <= right + NEAR && to >= left - NEAR,
  );
  const outer = {
    left: Math.min(left, ...edges.map(({ from }) => from)),
    right: Math.max(right, ...edges.map(({ to }) => to)),
  };
  return vertical
    .filter(({ from, to }) => Math.min(to, top) - Math.max(from, bottom) > NEAR)
    .filter(({ at }) => at > outer.left - NEAR && at < outer.right - NEAR)
    .map(({ at }) => at);
}

/** Cells without text are put in as empty ones, so that columns keep their places. */
function rowOf(all: readonly Cell[], top: number, columns: readonly number[]): ExtractedCell[] {
  const cells = all.filter((cell) => Math.abs(cell.top - top) < NEAR);
  const goingOn = all.filter((cell) => cell.top > top + NEAR && cell.bottom < top - NEAR);
  const row: ExtractedCell[] = [];
  let covered = -Infinity;
  for (const column of columns) {
    if (column < covered - NEAR) continue;
    const isAt = ({ left }: Cell): boolean => Math.abs(left - column) < NEAR;
    const cell = cells.find(isAt);
    const above = cell ? undefined : goingOn.find(isAt);
    const span = cell
      ? columns.filter((other) => other >= column - NEAR && other < cell.right - NEAR).length
      : 1;
    row.push({
      text: cell ? cellText(cell) : '',
      span: Math.max(1, span),
      ...(above ? { merged: 'continues' as const } : {}),
    });
    covered = cell?.right ?? -Infinity;
  }
  return row;
}

/** A code or number broken at its dash by the narrow cell is put together again. */
function cellText({ pieces }: Cell): string {
  return cellLines(linesOf(pieces))
    .join('\n')
    .replace(/(?<=[\p{L}\d][-/])\n(?=\p{Lu})/gu, '');
}

/** `Lần ban   01` over `hành:`: a label broken in a narrow cell, its value beside the first half. */
function cellLines(lines: readonly Line[]): string[] {
  return lines.flatMap((line, index) => {
    if (brokenLabel(lines[index - 1], line) !== null) return [];
    return [brokenLabel(line, lines[index + 1]) ?? textOf(line)];
  });
}

function brokenLabel(line: Line | undefined, below: Line | undefined): string | null {
  if (!line || !below || line.pieces.length < 2 || below.pieces.length !== 1) return null;
  const [label, ...values] = line.pieces;
  const [rest] = below.pieces;
  return label && rest && isLabelRest(label, rest)
    ? [label, rest, ...values].map(({ text }) => text).join(' ')
    : null;
}

function isLabelRest(label: Piece, rest: Piece): boolean {
  return (
    !label.text.endsWith(':') && rest.text.endsWith(':') && Math.abs(label.x - rest.x) < label.height * 1.5
  );
}

function paragraphsOn(content: PageContent, page: number): Placed[] {
  const lines = linesOf(content.pieces.filter((piece) => boxOf(piece, content) === null));
  const edge = Math.max(0, ...lines.map(endOf));
  const width = edge - Math.min(...lines.map(({ pieces }) => pieces[0]?.x ?? edge));
  const isFull = (line: Line): boolean => endOf(line) >= edge - width * 0.12;
  const paragraphs: { lines: Line[] }[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1)?.lines;
    const above = last?.at(-1);
    if (last && above && isFull(above) && goesOn(above, line)) last.push(line);
    else paragraphs.push({ lines: [line] });
  }
  return paragraphs.map(({ lines: own }) => ({
    top: own[0]?.y ?? 0,
    block: { kind: 'paragraph', text: own.map(textOf).join('\n'), page },
    isOpen: own.slice(-1).some(isFull),
  }));
}

function goesOn(above: Line, line: Line): boolean {
  const isNear = above.y - line.y < Math.max(above.height, line.height) * 2.2;
  return isNear && !startsItem(textOf(line));
}

function endOf({ pieces }: Line): number {
  return Math.max(0, ...pieces.map(({ end }) => end));
}

function distinct(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.filter((number, index) => index === 0 || number - (sorted[index - 1] ?? 0) >= NEAR);
}
