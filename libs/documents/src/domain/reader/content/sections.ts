import { foldVietnamese, tidyLine } from '@app/kernel';
import { type Section } from '../../content';
import { headerOf } from './columns';
import { type FlowItem, rowLine } from './flow';
import { type Heading, headingOf } from './headings';
import { type Topic } from './topics';

/** A section with everything that stands under its heading. */
export interface Part extends Heading {
  readonly items: readonly FlowItem[];
  /** Index in the stream of the heading. */
  readonly at: number;
}

export interface Outline {
  readonly parts: readonly Part[];
  /** Headings of the table of contents, where there is one. */
  readonly contents: readonly Heading[];
}

/** Vietnamese letters as offices count parts: a b c d đ e g h i k l m; some count as Word does, with f and j. */
const VIETNAMESE = 'abcdđeghiklmnopqrstuvxy';
const ENGLISH = 'abcdefghijklmnopqrstuvwxyz';
const CONTENTS = /^(?:muc luc|noi dung trang)$/;
/** The forms at the end have numbers and headings of their own. */
const ANNEX_BEGINS =
  /^(?:cong hoa xa hoi chu nghia viet nam|phu luc(?: (?:so )?[\divx]+)?(?: |$)|mau so \d|noi dung mau ho tich|to khai$|mau to khai$|don de nghi$)/;

/** Sections and parts of the body, and those that the table of contents promises. */
export function outlineOf(items: readonly FlowItem[]): Outline {
  const reader = new OutlineReader();
  const annex = items.findIndex((item, at) => !reader.take(item, at));
  const end = annex < 0 ? items.length : annex;
  const parts = reader.found.map(({ heading, at }, index) => ({
    ...heading,
    at,
    items: items.slice(at + 1, reader.found[index + 1]?.at ?? end),
  }));
  return { parts, contents: reader.contents };
}

class OutlineReader {
  readonly contents: Heading[] = [];
  readonly found: { heading: Heading; at: number }[] = [];
  readonly #topics = new Set<Topic>();
  #isContents = false;
  #expected = new Set<string>();

  /** False where the body ends and the attached forms begin. */
  take(item: FlowItem, at: number): boolean {
    if (isAnnex(item, this.#topics)) return false;
    if (item.kind === 'line' && CONTENTS.test(foldVietnamese(item.text))) this.#isContents = true;
    const heading = headingAt(item, this.#isContents, this.#expected);
    const isBody = item.kind === 'row' || heading === null;
    if (isBody && this.contents.length > 0) this.#isContents = false;
    if (heading !== null) this.#add(heading, at);
    return true;
  }

  #add(heading: Heading, at: number): void {
    if (this.#isContents && !this.contents.some((other) => isSame(other, heading))) {
      this.contents.push(heading);
      return;
    }
    this.#isContents = false;
    this.found.push({ heading, at });
    this.#topics.add(heading.topic);
    const kept = heading.level === 1 ? [] : this.#expected;
    this.#expected = new Set([...successors(heading.number), ...kept]);
  }
}

/** In the table of contents headings end in a page number, and may have dots before it. */
function headingAt(item: FlowItem, isContents: boolean, expected: ReadonlySet<string>): Heading | null {
  if (item.kind === 'row') return headerOf(item) === null ? headingOf(item) : null;
  if (!isContents) return headingOf(item, expected);
  const text = item.text.replace(/[\s.…_]{3,}\d{0,3}\s*$|\t\s*\d{1,3}\s*$/u, '');
  return headingOf({ ...item, text }, expected) ?? headingOf({ ...item, text: text.toUpperCase() }, expected);
}

function isSame(one: Heading, other: Heading): boolean {
  return one.topic === other.topic && one.topic !== 'other' && one.level === other.level;
}

/** Numbers that may come after one: `b` → `c`; `5.1` → `5.2`, `5.1.1`; `5` → `a`, `5.1`. */
function successors(number: string | null): string[] {
  if (number === null) return [];
  const letter = /^[a-zđ]$/u.test(number) ? number : null;
  if (letter !== null) {
    return [VIETNAMESE, ENGLISH].flatMap((alphabet) => {
      const place = alphabet.indexOf(letter);
      return place < 0 ? [] : [alphabet[place + 1] ?? ''];
    });
  }
  const dotted = /^(.*\.)(\d{1,2})$/.exec(number);
  const next = dotted ? [`${dotted[1] ?? ''}${Number(dotted[2]) + 1}`] : [];
  return [...next, `${number}.1`, 'a'];
}

/** Whether the attached forms begin here: behind the records, or behind the steps when nothing else follows them. */
function isAnnex(item: FlowItem, topics: ReadonlySet<Topic>): boolean {
  if (!topics.has('records') && !topics.has('steps')) return false;
  const text = item.kind === 'row' ? rowLine(item) : tidyLine(item.text);
  return ANNEX_BEGINS.test(foldVietnamese(text.slice(0, 80)));
}

export function partsOf(outline: Outline, ...topics: readonly Topic[]): Part[] {
  return outline.parts.filter(({ topic }) => topics.includes(topic));
}

/** The text of a part: its heading's line and its paragraphs, without its tables of steps, records and forms. */
export function textOfPart({ rest, items }: Part): string {
  const lines: string[] = rest === '' ? [] : [rest];
  let skipped: number | null = null;
  for (const item of items) {
    if (item.kind === 'line') lines.push(lineText(item.text, item.label));
    else {
      if (headerOf(item) !== null) skipped = item.table;
      if (item.table !== skipped) lines.push(rowLine(item));
    }
  }
  return lines
    .map(tidyLine)
    .filter((line) => line !== '')
    .join('\n');
}

function lineText(text: string, label: string | null): string {
  return label === null ? text : `${label} ${text}`;
}

export function sectionsOf(outline: Outline): Section[] {
  return outline.parts
    .filter(({ topic }) => topic !== 'amendments')
    .map((part) => ({ number: part.number, heading: part.heading, text: textOfPart(part) }));
}
