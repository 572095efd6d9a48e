import { foldVietnamese, tidyLine } from '@app/kernel';
import { bareNumber, type FlowItem, type FlowRow, linesOf } from './flow';

/** What a section is about, whatever its number: offices order and number them differently. */
export type Topic =
  | 'purpose'
  | 'scope'
  | 'references'
  | 'definitions'
  | 'responsibility'
  | 'content'
  | 'dossier'
  | 'copies'
  | 'limit'
  | 'applicant'
  | 'office'
  | 'result'
  | 'fee'
  | 'form-names'
  | 'conditions'
  | 'basis'
  | 'steps'
  | 'forms'
  | 'records'
  | 'flow'
  | 'amendments'
  | 'annex'
  | 'other';

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

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['purpose', /^muc dich/],
  ['scope', /^(?:pham vi|doi tuong va pham vi|pham vi va doi tuong|pham vi ap dung)/],
  ['references', /^(?:(?:cac )?tai lieu (?:vien dan|lien quan|tham chieu)|vien dan)/],
  ['definitions', /^(?:(?:cac )?dinh nghia|thuat ngu|giai thich|tu viet tat|cac tu viet tat|chu viet tat)/],
  ['responsibility', /^trach nhiem(?: |$)(?!soan)/],
  [
    'dossier',
    /^(?:thanh phan|ho so (?:gom|bao gom|thu tuc|can nop|yeu cau)|thanh phan,? so luong|cac giay to)/,
  ],
  ['copies', /^so luong (?:ho so|bo)/],
  [
    'limit',
    /^(?:tong )?(?:thoi (?:han|gian) (?:giai quyet|xu ly|thuc hien|tra ket qua|quy dinh)|thoi han$|thoi gian$)/,
  ],
  ['applicant', /^doi tuong/],
  [
    'office',
    /^(?:co quan (?:thuc hien|giai quyet|co tham quyen|phoi hop|chu tri|truc tiep)|don vi (?:thuc hien|giai quyet)|(?:noi|dia diem|cach thuc|hinh thuc) (?:tiep nhan|nop|thuc hien)|tham quyen)/,
  ],
  ['result', /^ket qua/],
  ['fee', /^(?:muc )?(?:thu )?(?:phi|le phi)/],
  [
    'form-names',
    /^(?:ten )?(?:cac )?(?:mau don|mau to khai|ten mau|mau bieu,? to khai|bieu mau,? to khai|don,? to khai)/,
  ],
  ['conditions', /^(?:yeu cau,? ?(?:va )?dieu kien|dieu kien|yeu cau)(?: |,|$)/],
  ['basis', /^(?:can cu|co so) phap ly|^phap ly/],
  [
    'steps',
    /^(?:(?:noi dung )?(?:quy trinh|trinh tu|cac buoc|so do|luu do|dien giai|mo ta)(?: |$).*(?:cong viec|buoc|thuc hien|xu ly|giai quyet|tac nghiep|quy trinh|luu do|$)|cach thuc thuc hien cong viec)/,
  ],
  ['content', /^(?:noi dung|quy trinh thuc hien$)/],
  ['forms', /^(?:cac )?(?:bieu mau|mau bieu|phu luc bieu mau|danh muc bieu mau)/],
  ['records', /^(?:(?:cac )?(?:ho so)(?: (?:can |phai |duoc )?luu|$)|luu (?:tru|ho so)|ho so|quan ly ho so)/],
  [
    'amendments',
    /^(?:trang theo doi|bang theo doi|theo doi (?:so lan )?sua doi|sua doi tai lieu|lich su sua doi|bang sua doi)/,
  ],
  ['annex', /^phu luc/],
];

const NUMBERED =
  /^(?<number>(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?:\.\d{1,2})*|[a-zđA-ZĐ])(?=[.):\s])|(?:phần|mục)\s+(?:\d{1,2}|[IVX]{1,5}))\s*(?<close>[.):/-]*)\s*(?<text>\p{L}[^\n]*)$/u;
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
  if (second === undefined || first.to - first.from > 1 + row.cells.length) {
    return linesOf(first.text).length === 1 ? headingInLine(first.text, first.label, new Set()) : null;
  }
  const number = first.text === '' ? first.label : first.text;
  if (number === null || !/^(?:\d{1,2}(?:\.\d{1,2})*|[a-zđIVX]{1,4})[.)]?$/u.test(number)) return null;
  const [line = '', ...below] = linesOf(second.text);
  const heading = headingInLine(`${bareNumber(number)}. ${line}`, null, new Set());
  if (heading === null || heading.topic === 'other' || !isSectionNumber(heading)) return null;
  const others = filled.slice(2).map(({ text }) => text);
  return {
    ...heading,
    rest: [heading.rest, ...below, ...(isColumns(others) ? [] : others)]
      .filter((text) => text !== '')
      .join('\n'),
  };
}

/** A numbered row of a table of steps or records is no section: `1 | Hồ sơ đăng ký`. */
function isSectionNumber({ number, topic, heading }: Heading): boolean {
  if (number?.includes('.') === true || /^[IVX]+$/u.test(number ?? '')) return true;
  return (
    topic !== 'result' &&
    topic !== 'conditions' &&
    (heading === heading.toUpperCase() ||
      /^(?:content|forms|records|purpose|scope|references|definitions|responsibility)$/.test(topic)) &&
    foldVietnamese(heading).length < 40
  );
}

/** `Thành phần hồ sơ | Bản chính | Bản sao` */
function isColumns(texts: readonly string[]): boolean {
  return texts.every(
    (text) => text === '' || /^(?:ban (?:chinh|sao)|so luong|ghi chu|x)$/.test(foldVietnamese(text)),
  );
}

function headingInLine(raw: string, label: string | null, expected: ReadonlySet<string>): Heading | null {
  const line = tidyLine(raw);
  if (line === '' || CONTENTS_ROW.test(raw.trim())) return null;
  const numbered = label === null ? NUMBERED.exec(line)?.groups : { number: label, text: line, close: '.' };
  const number = numbered?.['number'] === undefined ? null : bareNumber(numbered['number']);
  const text = numbered?.['text'] ?? line;
  const { heading, rest } = split(text);
  const topic = topicOf(heading);
  if (heading.length > MAX_HEADING) return null;
  if (number === null) return unnumbered(heading, rest, topic);
  const close = numbered?.['close'] ?? '';
  const isSentence = rest === '' && /[.;,]$/u.test(text) && heading.length > 30;
  if (!isHeadingLike({ number, heading, rest, topic, close, expected, isSentence })) return null;
  return { number, heading, rest, topic, level: /^\d{1,2}$|^[IVX]+$/u.test(number) ? 1 : 2 };
}

/** Without a number only words that head a section everywhere, alone on their line and in capitals. */
function unnumbered(heading: string, rest: string, topic: Topic): Heading | null {
  const isAlone = rest === '' && heading.length < 70 && !/[.;,]$/u.test(heading);
  const isShouted = heading === heading.toUpperCase() && /\p{L}{3}/u.test(heading);
  return topic !== 'other' && isAlone && isShouted ? { number: null, heading, rest, topic, level: 1 } : null;
}

function isHeadingLike(line: {
  number: string;
  heading: string;
  rest: string;
  topic: Topic;
  close: string;
  expected: ReadonlySet<string>;
  isSentence: boolean;
}): boolean {
  const { number, heading, topic, close, expected, isSentence } = line;
  const isShouted = heading === heading.toUpperCase() && heading.length > 3;
  // A note of a numbered list is a sentence; a heading is none.
  if (isSentence && !isShouted) return false;
  if (topic !== 'other') return close !== '' || /\d\.\d/.test(number) || heading.length < 60;
  if (/^\d{1,2}$|^[IVX]+$/u.test(number)) return isShouted && close !== '';
  // A part without known words counts when it is the next one of its series and has the shape of a heading.
  return expected.has(number) && close !== '' && (raw(line) || isShouted);
}

function raw({ heading, rest }: { heading: string; rest: string }): boolean {
  return heading.length < 80 && (rest !== '' || !/[.;,]$/u.test(heading)) && /^\p{Lu}/u.test(heading);
}

function split(text: string): { heading: string; rest: string } {
  const colon = text.search(/:(?:\s|$)/u);
  if (colon < 0 || colon > MAX_HEADING) return { heading: text.replace(/[\s.:;]+$/u, ''), rest: '' };
  return { heading: text.slice(0, colon).trim(), rest: text.slice(colon + 1).trim() };
}

export function topicOf(heading: string): Topic {
  const words = foldVietnamese(heading).replace(/^[\s*–-]+/, '');
  return TOPICS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
