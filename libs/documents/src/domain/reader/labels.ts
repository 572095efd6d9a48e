import { type DateInText, firstDate, type LocalDate, tidyLine } from '@app/kernel';

/** Labelled fields as offices print them on covers, in page headers and in footers. */
export type Label =
  | 'code'
  | 'issueAndRevision'
  | 'issue'
  | 'revision'
  | 'issuedOn'
  | 'effectiveOn'
  | 'title'
  | 'page'
  | 'number';

const SPELLINGS: readonly (readonly [Label, string])[] = [
  [
    'issueAndRevision',
    'lần\\s+ban\\s+hành\\s*[/-]\\s*(?:lần\\s+)?(?:sửa\\s+đổi|soát\\s+xét)|lần\\s+BH\\s*/\\s*(?:lần\\s+)?SĐ|ban\\s+hành\\s*/\\s*sửa\\s+đổi',
  ],
  ['issuedOn', 'ngày\\s+(?:ban|phát)\\s+hành|ngày\\s+BH|ban\\s+hành\\s+ngày'],
  [
    'effectiveOn',
    'ngày\\s+(?:bắt\\s+đầu\\s+)?(?:có\\s+)?hiệu\\s+lực|(?:có\\s+)?hiệu\\s+lực\\s+(?:kể\\s+)?từ(?:\\s+ngày)?|ngày\\s+áp\\s+dụng|ngày\\s+HL|hiệu\\s+lực',
  ],
  ['issue', 'lần\\s+(?:ban|phát)\\s+hành|(?:ban|phát)\\s+hành\\s+lần(?:\\s+thứ)?|lần\\s+BH|LBH|phiên\\s+bản'],
  [
    'revision',
    '(?:số\\s+)?lần\\s+(?:sửa\\s+đổi|soát\\s+xét|chỉnh\\s+sửa)|(?:sửa\\s+đổi|soát\\s+xét)\\s+lần(?:\\s+thứ)?|lần\\s+SĐ',
  ],
  [
    'code',
    'mã\\s+(?:số\\s+)?(?:hiệu|tài\\s+liệu|quy\\s+trình|văn\\s+bản|QT(?=\\s*:))|mã\\s+số|ký\\s+hiệu|kí\\s+hiệu|số\\s+hiệu',
  ],
  ['title', 'tên\\s+(?:quy\\s+trình|tài\\s+liệu|văn\\s+bản|thủ\\s+tục(?:\\s+hành\\s+chính)?)'],
  ['page', '(?:tổng\\s+)?(?:số\\s+)?trang(?:\\s+số)?'],
  ['number', 's\\s?ố'],
];
const LABEL = new RegExp(
  `(?<![\\p{L}])(?:${SPELLINGS.map(([label, words]) => `(?<${label}>${words})`).join('|')})[ ]*(?:\\([^)\\n]{0,20}\\)[ ]*)?(?:[:：.]|(?=[ ]*(?:\\n|$))|(?=[ ]+(?:\\d|thứ\\s)))`,
  'giu',
);

/** Each label's value: what stands after it up to the next label or line, else the line below. The first value of a label counts. */
export function readLabels(text: string): ReadonlyMap<Label, string> {
  const values = new Map<Label, string>();
  const marks = [...text.matchAll(LABEL)];
  marks.forEach((mark, index) => {
    const label = labelOf(mark);
    const value = valueAfter(text, mark.index + mark[0].length, marks[index + 1]?.index ?? text.length);
    if (label !== null && value !== '' && !values.has(label)) values.set(label, value);
  });
  return values;
}

/** True for a line that is a label (with or without its value). */
export function isLabelled(line: string): boolean {
  LABEL.lastIndex = 0;
  return LABEL.exec(line.trimStart())?.index === 0;
}

function labelOf(mark: RegExpExecArray): Label | null {
  const found = Object.entries(mark.groups ?? {}).find(([, value]) => typeof value === 'string');
  return (found?.[0] as Label | undefined) ?? null;
}

function valueAfter(text: string, start: number, end: number): string {
  const lines = text.slice(start, end).split('\n').map(tidyLine);
  const [same = '', ...below] = lines;
  const value = same === '' ? (below.find((line) => line !== '') ?? '') : same;
  return value.replace(/[\s_|…]+$/u, '').replace(/^[\s|:]+/u, '');
}

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** `01`, `lần 2`, `thứ hai` → 1, 2, 2; null for blanks and dots. */
export function readCount(value: string | undefined): number | null {
  if (value === undefined) return null;
  const digits = /^(?:lần\s*)?(?:thứ\s*)?[#.]?\s*(\d{1,3})(?![\d/.-]*\d{4})/iu.exec(value)?.[1];
  if (digits !== undefined) return Number(digits);
  const word = /thứ\s+(\p{L}+)/iu.exec(value)?.[1]?.toLowerCase();
  const ordinal = word === undefined ? -1 : ORDINALS.indexOf(word);
  return ordinal < 0 ? null : ordinal + 1;
}

/** `01/00` → issue 1, revision 0; a single number is the issue. */
export function readIssueAndRevision(value: string | undefined): {
  issue: number | null;
  revision: number | null;
} {
  const pair = /^(?:lần\s*)?(\d{1,3})\s*[/.-]\s*(\d{1,2})(?![\d/.-])/iu.exec(value ?? '');
  return pair
    ? { issue: Number(pair[1]), revision: Number(pair[2]) }
    : { issue: readCount(value), revision: null };
}

/** The date of a labelled value; `raw` with a null date when it is none of the calendar. */
export function readDate(value: string | undefined): DateInText | null {
  return value === undefined ? null : firstDate(value);
}

export function dateOf(found: DateInText | null): LocalDate | null {
  return found?.date ?? null;
}
