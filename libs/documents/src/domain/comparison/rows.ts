import { type Match } from './align';

export interface Page {
  page: number;
  text: string;
}

export interface Word {
  text: string;
  page: number;
  /** Whether a paragraph ends behind it. */
  ends: boolean;
}

export type SpanKind = 'same' | 'removed' | 'added';

export interface Span {
  kind: SpanKind;
  text: string;
}

export interface Side {
  page: number;
  spans: Span[];
}

/** A paragraph of the old text beside the one of the new; null where one side has nothing. */
export interface Row {
  changed: boolean;
  left: Side | null;
  right: Side | null;
}

/** A row is cut here even without the end of a paragraph. */
const LONGEST_ROW = 120;
const PARAGRAPH_END = /[.;:!?]$/;
const PARAGRAPH_START = /^(?:[-+*•–]|\d+[.)]?$|[a-zđ]\)|\p{Lu}\.?$|\p{Lu}\p{L}*)/u;

/** Words of the pages in order; a line of print is no paragraph, so that a word more does not change the lines below. */
export function wordsOf(pages: readonly Page[]): Word[] {
  return pages.flatMap(({ page, text }) => {
    const lines = text.split('\n').map((line) => line.split(/\s+/).filter((word) => word !== ''));
    return lines.flatMap((line, at) =>
      line.map((word, place) => ({
        text: word,
        page,
        ends: place === line.length - 1 && endsParagraph(word, lines[at + 1]?.[0]),
      })),
    );
  });
}

function endsParagraph(word: string, next: string | undefined): boolean {
  return PARAGRAPH_END.test(word) && (next === undefined || PARAGRAPH_START.test(next));
}

interface Part {
  kind: SpanKind;
  word: Word;
}

/** How far an insertion is moved to end where a paragraph ends. */
const SLIDE = 60;

/**
 * "Mục một. Mục [hai. Mục] ba." says the same as "Mục một. [Mục hai.] Mục ba.", but people read the second: what one side
 * has more is moved back until it ends with its paragraph.
 */
function settled(left: readonly Word[], right: readonly Word[], matches: readonly Match[]): Match[] {
  const moved: [number, number][] = matches.map(([l, r]) => [l, r]);
  for (let at = 1; at < moved.length; at += 1) {
    const [[l0, r0], [l1, r1]] = [moved[at - 1] ?? [0, 0], moved[at] ?? [0, 0]];
    if (l1 - l0 === 1 && r1 - r0 > 1) slide(moved, right, { at, side: 1, size: r1 - r0 - 1 });
    else if (r1 - r0 === 1 && l1 - l0 > 1) slide(moved, left, { at, side: 0, size: l1 - l0 - 1 });
  }
  return moved;
}

function slide(
  moved: [number, number][],
  words: readonly Word[],
  { at, side, size }: { at: number; side: 0 | 1; size: number },
): void {
  const end = moved[at]?.[side] ?? 0;
  let steps = 0;
  while (words[end - steps - 1]?.ends !== true) {
    if (steps > SLIDE || !mayStepBack(moved[at - steps - 1]?.[side], words, { end: end - steps - 1, size }))
      return;
    steps += 1;
  }
  for (const pair of moved.slice(at - steps, at)) pair[side] += size;
}

/** What is moved back leaves the same word behind that it takes over. */
function mayStepBack(
  place: number | undefined,
  words: readonly Word[],
  { end, size }: { end: number; size: number },
): boolean {
  return place !== undefined && place === end - size && words[place]?.text === words[end]?.text;
}

/** Sets both texts side by side, paragraph by paragraph. */
export function rowsOf(left: readonly Word[], right: readonly Word[], found: readonly Match[]): Row[] {
  const matches = settled(left, right, found);
  const rows: Row[] = [];
  let olds: Part[] = [];
  let news: Part[] = [];
  const flush = (): void => {
    const [before, after] = [paragraphsOf(olds), paragraphsOf(news)];
    for (let at = 0; at < Math.max(before.length, after.length); at += 1)
      rows.push(rowOf(before[at] ?? [], after[at] ?? []));
    [olds, news] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const [l, r] of [...matches, [left.length, right.length] as const]) {
    olds.push(...left.slice(i, l).map((word): Part => ({ kind: 'removed', word })));
    news.push(...right.slice(j, r).map((word): Part => ({ kind: 'added', word })));
    const [old, fresh] = [left[l], right[r]];
    // What one side has more, as whole paragraphs, stands in rows of its own.
    if (onlyWhole(olds, news)) flush();
    if (old !== undefined && fresh !== undefined) {
      olds.push({ kind: 'same', word: old });
      news.push({ kind: 'same', word: fresh });
      if (old.ends || fresh.ends || olds.length >= LONGEST_ROW) flush();
    }
    [i, j] = [l + 1, r + 1];
  }
  flush();
  return rows;
}

function onlyWhole(olds: readonly Part[], news: readonly Part[]): boolean {
  const [one, other] = olds.length === 0 ? [news, olds] : [olds, news];
  return other.length === 0 && one.at(-1)?.word.ends === true;
}

/** A whole paragraph that one side lacks stands in a row of its own. */
function paragraphsOf(parts: readonly Part[]): Part[][] {
  const paragraphs: Part[][] = [];
  let open: Part[] = [];
  for (const part of parts) {
    open.push(part);
    if ((part.kind !== 'same' && part.word.ends) || open.length >= LONGEST_ROW) {
      paragraphs.push(open);
      open = [];
    }
  }
  return open.length === 0 ? paragraphs : [...paragraphs, open];
}

function rowOf(olds: readonly Part[], news: readonly Part[]): Row {
  const changed = [...olds, ...news].some(({ kind }) => kind !== 'same');
  return { changed, left: sideOf(olds), right: sideOf(news) };
}

function sideOf(parts: readonly Part[]): Side | null {
  const [first] = parts;
  if (first === undefined) return null;
  const spans: Span[] = [];
  for (const { kind, word } of parts) {
    const last = spans.at(-1);
    if (last?.kind === kind) last.text += ` ${word.text}`;
    else spans.push({ kind, text: word.text });
  }
  return { page: first.word.page, spans };
}
