import { foldVietnamese, tidyLine } from '@app/kernel';
import { bareNumber, type FlowCell, type FlowItem, type FlowRow, linesOf } from './flow';
import { type Topic, topicOf } from './topics';

export interface Heading {
  /** `5`, `5.1`, `k`; null where none is printed. */
  readonly number: string | null;
  readonly heading: string;
  /** What stands on the same line after the colon. */
  readonly rest: string;
  readonly topic: Topic;
  /** 1 for a section, 2 for a part of one. */
  readonly level: 1 | 2;
}

const NUMBERED =
  /^(?<number>(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?:\.\d{1,2})*|[a-zđA-ZĐ])(?=[.):\s])|(?:phần|mục)\s+(?:\d{1,2}|[IVX]{1,5}))\s*(?<close>[.):/-]*)\s*(?<text>\p{L}[^\n]*)$/u;
const WHOLE_NUMBER = /^(?:\d{1,2}|[IVX]+)$/u;
const MAX_HEADING = 110;
const CONTENTS_ROW = /\.{4,}|…{2,}|\t\s*\d{1,3}\s*$/u;

/** The heading that an item is, as far as it can be told from itself; null for body text. */
export function headingOf(item: FlowItem, expected: ReadonlySet<string> = new Set()): Heading | null {
  return item.kind === 'row' ? headingInRow(item) : headingInLine(item.text, item.label, expected);
}

/** `5.4 | Thời gian xử lý`: sections of offices that draw their whole procedure as one table. */
function headingInRow(row: FlowRow): Heading | null {
  const filled = row.cells.filter(({ text, label }) => text !== '' || label !== null);
  const [first, second] = filled;
  if (first === undefined || filled.length > 4) return null;
  const others = filled.slice(1).map(({ text }) => text);
  if (second === undefined) return headingInCell(first.text, first.label, []);
  const number = first.text === '' ? first.label : first.text;
  return number !== null && LONE_NUMBER.test(number)
    ? headingBehindNumber(number, others)
    : headingBeside(first, others);
}

function headingBehindNumber(number: string, [text = '', ...columns]: readonly string[]): Heading | null {
  // `1 | Hồ sơ gốc | Một cửa` is a row of a list; only a part (`3.2`) has columns of its own beside it.
  if (columns.length > 0 && !number.includes('.')) return null;
  const heading = headingInCell(`${bareNumber(number)}. ${text}`, null, columns);
  return heading !== null && heading.topic !== 'other' && isSectionNumber(heading) ? heading : null;
}

const LONE_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*|[a-zđIVX]{1,4})[.)]?$/u;

/** `d. Cơ quan thực hiện | Ủy ban nhân dân cấp xã` */
function headingBeside(first: FlowCell, others: readonly string[]): Heading | null {
  const heading = headingInCell(first.text, first.label, others);
  return heading !== null && heading.topic !== 'other' && heading.number !== null && heading.level === 2
    ? heading
    : null;
}

/** The first line is the heading; what stands below or beside it belongs to its text. */
function headingInCell(text: string, label: string | null, beside: readonly string[]): Heading | null {
  const [line = '', ...below] = linesOf(text);
  const heading = headingInLine(line, label, new Set());
  if (heading === null) return null;
  const rest = [[heading.rest, ...below].join(' ').trim(), ...(isColumns(beside) ? [] : beside)];
  return { ...heading, rest: rest.filter((part) => part !== '').join('\n') };
}

/** Words that head a section even in small letters; those of parts may also begin a row of a list. */
const SECTION_WORDS = /^(?:content|forms|records|purpose|scope|references|definitions|responsibility)$/;

/** A numbered row of a table of steps or records is no section: `1 | Hồ sơ đăng ký`. */
function isSectionNumber({ number, topic, heading }: Heading): boolean {
  if (number?.includes('.') === true || /^[IVX]+$/u.test(number ?? '')) return true;
  if (topic === 'result' || topic === 'conditions' || heading.length >= 40) return false;
  return isShouted(heading) || SECTION_WORDS.test(topic);
}

/** `Thành phần hồ sơ | Bản chính | Bản sao` */
function isColumns(texts: readonly string[]): boolean {
  return texts.every(
    (text) => text === '' || /^(?:ban (?:chinh|sao)|so luong|ghi chu|x)$/.test(foldVietnamese(text)),
  );
}

function headingInLine(raw: string, label: string | null, expected: ReadonlySet<string>): Heading | null {
  if (CONTENTS_ROW.test(raw.trim())) return null;
  const { number, close, text } = numbered(tidyLine(raw), label);
  const { heading, rest } = split(text);
  const topic = topicOf(heading);
  if (heading === '' || heading.length > MAX_HEADING) return null;
  if (number === null) return unnumbered(heading, rest, topic);
  const isSection = WHOLE_NUMBER.test(number);
  const found: Heading = { number, heading, rest, topic, level: isSection ? 1 : 2 };
  if (rest === '' && isSentence(text)) return null;
  const isMeant = topic === 'other' ? isUnknownHeading(found, close, expected) : isKnownHeading(found, close);
  return isMeant ? found : null;
}

/** A note of a numbered list is a sentence; a heading is none. */
function isSentence(text: string): boolean {
  return text.length > 30 && /[.;,]$/u.test(text) && !isShouted(text);
}

interface Numbered {
  readonly number: string | null;
  readonly close: string;
  readonly text: string;
}

function numbered(line: string, label: string | null): Numbered {
  if (label !== null) return { number: bareNumber(label), close: '.', text: line };
  const groups = NUMBERED.exec(line)?.groups;
  if (!groups) return { number: null, close: '', text: line };
  const { number = '', close = '', text = '' } = groups;
  return { number: bareNumber(number), close, text };
}

/** Without a number only words that head a section everywhere, alone on their line and in capitals. */
function unnumbered(heading: string, rest: string, topic: Topic): Heading | null {
  const isAlone = rest === '' && heading.length < 70 && !/[.;,]$/u.test(heading);
  const isWord = /\p{L}{3}/u.test(heading) && !/^(?:other|steps|annex)$/.test(topic);
  return isAlone && isWord && isShouted(heading) ? { number: null, heading, rest, topic, level: 1 } : null;
}

function isKnownHeading({ number, heading }: Heading, close: string): boolean {
  return close !== '' || /\d\.\d/.test(number ?? '') || heading.length < 60;
}

/** A part without known words counts when it is the next one of its series and has the shape of a heading. */
function isUnknownHeading(
  { number, heading, rest, level }: Heading,
  close: string,
  expected: ReadonlySet<string>,
): boolean {
  if (close === '') return false;
  if (level === 1) return isShouted(heading);
  const isShaped =
    heading.length < 80 && (rest !== '' || !/[.;,]$/u.test(heading)) && /^\p{Lu}/u.test(heading);
  return expected.has(number ?? '') && (isShaped || isShouted(heading));
}

function isShouted(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase();
}

function split(text: string): { heading: string; rest: string } {
  const colon = text.search(/:(?:\s|$)/u);
  if (colon < 0 || colon > MAX_HEADING) return { heading: text.replace(/[\s.:;]+$/u, ''), rest: '' };
  return { heading: text.slice(0, colon).trim(), rest: text.slice(colon + 1).trim() };
}
