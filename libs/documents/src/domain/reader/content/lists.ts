import { firstDate, foldVietnamese, tidyLine } from '@app/kernel';
import { type AmendmentLine, type FormLine, type RecordLine } from '../../content';
import { readCount, readIssueAndRevision } from '../labels';
import { cellUnder, type Column, columnOf, type HeaderColumn } from './columns';
import { type FlowItem, type FlowRow, linesOf } from './flow';
import { type Outline, type Part, partsOf } from './sections';
import { type ReadTable, soleText, tablesOf } from './tables';

const NONE =
  /^(?:khong(?: co| quy dinh)?|xem (?:tai )?muc|theo (?:quy dinh )?(?:tai )?muc|nhu muc|kem theo|mau don|ho so|bieu mau)[\s\d.a-z]*$|^xem muc |^(?:tt|stt)$/;
const FORM_CODE =
  /^(?<code>(?:BM|TP|HT|M[ẫâ]u\s+s[ốo]|M)[\s.–-]?[\p{Lu}\d][\p{Lu}\d./–-]*(?:[.-]?\d+[a-z]?)?)\s*[-–:.)]?\s+(?<name>\p{L}.*)$/u;

/** Section 6, in a table or as a list, and the application forms that section 5 names. */
export function readForms(items: readonly FlowItem[], outline: Outline): FormLine[] {
  const tables = tablesOf(items, 'forms').flatMap(formRows);
  const listed = tables.length > 0 ? [] : partsOf(outline, 'forms').flatMap(linesOfList).map(formOf);
  const named = partsOf(outline, 'form-names').flatMap(linesOfList).map(formOf);
  return distinct(
    [...tables, ...listed, ...named].filter(({ name, code }) => isNamed(name) || code !== null),
  );
}

function formRows({ rows, header }: ReadTable): FormLine[] {
  return rows.flatMap((row) => {
    const name = textUnder(row, columnOf(header, 'name'));
    const code = textUnder(row, columnOf(header, 'code'));
    if (soleText(row) !== null && code === '') return [];
    return name === '' ? [] : [code === '' ? formOf(name) : { code, name: tidyForm(name) }];
  });
}

function formOf(text: string): FormLine {
  const groups = FORM_CODE.exec(tidyLine(text))?.groups;
  return groups
    ? { code: tidyLine(groups['code'] ?? ''), name: tidyForm(groups['name'] ?? '') }
    : { code: null, name: tidyForm(text) };
}

/** A condition in brackets says when the form is used, and is no part of its name. */
function tidyForm(text: string): string {
  return tidyLine(text)
    .replace(/^(?:trường hợp|đối với|nếu)\s[^:]{3,250}:\s*(?=\p{L})/iu, '')
    .replace(/\s*\((?:nếu|trường hợp|đối với|áp dụng|khi)[^()]*\)/giu, '')
    .replace(/[\s.;:,]+$/u, '');
}

function isNamed(name: string): boolean {
  return name.length > 3 && /\p{L}{2}/u.test(name) && !NONE.test(foldVietnamese(name));
}

/** Section 7, in a table or as a list. */
export function readRecords(items: readonly FlowItem[], outline: Outline): RecordLine[] {
  const tables = tablesOf(items, 'records').flatMap(recordRows);
  if (tables.length > 0) return tables;
  const parts = partsOf(outline, 'records');
  const lines = parts.flatMap(linesOfList);
  const rule = lines
    .filter((line) => /lưu\s+(?:trữ\s+)?(?:tại|ở|trong)|thời\s+(?:gian|hạn)\s+lưu/iu.test(line))
    .join('. ');
  return lines
    .filter((line) => !isRule(line) && isNamed(line))
    .map((line) => ({
      name: tidyForm(
        line.replace(/[:,(–-]?\s*(?:được\s+)?(?:lưu\s+(?:trữ\s+)?tại|thời\s+(?:gian|hạn)\s+lưu).*$/iu, ''),
      ),
      ...keepingIn(keepingIn(line).retention === null && keepingIn(line).place === null ? rule : line),
    }));
}

function isRule(line: string): boolean {
  return /^(?:[-+*]\s*)?(?:(?:các\s+)?hồ\s+sơ\s+(?:nêu\s+trên|trên|này|được)|thời\s+(?:gian|hạn)\s+lưu|nơi\s+lưu|lưu\s+(?:trữ\s+)?tại|sau\s+khi)/iu.test(
    line,
  );
}

function keepingIn(text: string): Pick<RecordLine, 'place' | 'retention'> {
  const place = /(?:lưu\s+(?:trữ\s+)?(?:tại|ở)|nơi\s+lưu(?:\s+trữ)?\s*:)\s*(?<place>[^.;,\n]{3,120})/iu.exec(
    text,
  )?.groups?.['place'];
  const retention = /vĩnh\s+viễn|\d{1,3}\s*(?:\([^)]*\)\s*)?năm/iu.exec(text)?.[0];
  return {
    place: place === undefined ? null : tidyLine(place),
    retention: retention === undefined ? null : tidyLine(retention),
  };
}

function recordRows(table: ReadTable): RecordLine[] {
  const records: RecordLine[] = [];
  for (const row of table.rows) {
    const last = records.at(-1);
    if (last !== undefined && isTorn(row, table))
      records[records.length - 1] = joinedRecord(last, recordIn(row, table));
    else if (soleText(row) === null && !isTableNoise(row)) records.push(recordIn(row, table, last));
  }
  return records.filter(({ name }) => name !== '');
}

function recordIn(row: FlowRow, { header }: ReadTable, above: RecordLine | null = null): RecordLine {
  return {
    name: textUnder(row, columnOf(header, 'name')),
    place: keptIn(row, columnOf(header, 'place'), above?.place ?? null),
    retention: keptIn(row, columnOf(header, 'retention'), above?.retention ?? null),
  };
}

/** The lower part of a row that a page has torn: no number where the others have one, on another page than the row above. */
function isTorn(row: FlowRow, { rows, header }: ReadTable): boolean {
  const no = columnOf(header, 'no');
  const above = rows[rows.indexOf(row) - 1];
  const isNextPage = above !== undefined && row.place.page !== null && row.place.page !== above.place.page;
  return no !== null && isNextPage && (cellUnder(row, no)?.text ?? '') === '';
}

function joinedRecord(upper: RecordLine, lower: RecordLine): RecordLine {
  const both = (one: string | null, other: string | null): string | null => {
    const text = [one, other].filter((part) => part !== null && part !== '').join(' ');
    return text === '' ? null : text;
  };
  return {
    name: both(upper.name, lower.name) ?? '',
    place: both(upper.place, lower.place),
    retention: both(upper.retention, lower.retention),
  };
}

/** A merged place or time holds for each row that it goes over. */
function keptIn(row: FlowRow, column: HeaderColumn | null, above: string | null): string | null {
  const cell = column === null ? null : cellUnder(row, column);
  if (cell?.isContinued === true) return above;
  const text = linesOf(cell?.text ?? '').join(' ');
  return text === '' ? null : text;
}

function isTableNoise(row: FlowRow): boolean {
  return (
    row.cells.filter(({ text }) => text !== '').length < 2 && row.cells.every(({ label }) => label === null)
  );
}

/** The revision table, in either form; rows that nobody has filled in are left out. */
export function readAmendments(items: readonly FlowItem[]): AmendmentLine[] {
  return tablesOf(items, 'amendments').flatMap(({ rows, header }) =>
    rows.flatMap((row) => {
      const text = (column: Column): string => textUnder(row, columnOf(header, column));
      const summary = text('name');
      if (summary === '' && text('basis') === '') return [];
      const versions = header.columns.filter(({ column }) => column === 'version');
      return [
        {
          summary,
          basis: text('basis') || null,
          place: text('part') || null,
          ...versionOf(row, versions),
          date: firstDate(text('date'))?.date ?? null,
        },
      ];
    }),
  );
}

function versionOf(
  row: FlowRow,
  columns: readonly HeaderColumn[],
): Pick<AmendmentLine, 'issue' | 'revision'> {
  const version: { issue: number | null; revision: number | null } = { issue: null, revision: null };
  for (const column of columns) {
    const text = textUnder(row, column);
    const words = foldVietnamese(column.text);
    const [hasIssue, hasRevision] = [/ban hanh|bh/.test(words), /sua doi|soat xet|sd/.test(words)];
    if (hasIssue && hasRevision) Object.assign(version, readIssueAndRevision(text));
    else if (hasRevision) version.revision = readCount(text);
    else version.issue = readCount(text);
  }
  return version;
}

/** Thành phần hồ sơ: the papers, item by item; notes and counts below them are left to the section's text. */
export function readDossier(outline: Outline): string[] {
  const papers: string[] = [];
  for (const part of partsOf(outline, 'dossier')) {
    for (const line of linesOfPart(part)) {
      if (/^(?:\*\s*)?(?:lưu ý|ghi chú|số lượng hồ sơ|số lượng)/iu.test(line)) break;
      const isItem = /^(?:[-+–•]|\d{1,2}[.)]|[a-zđ][.)])\s*\S/u.test(line);
      if (isItem) papers.push(tidyLine(line.replace(/^[-+–•\s]+/u, '')).replace(/[\s.;:,]+$/u, ''));
    }
  }
  return papers.filter((paper) => /\p{L}{2}/u.test(paper));
}

export function readFee(outline: Outline): string | null {
  const text = partsOf(outline, 'fee')
    .flatMap((part) => [part.rest, ...linesOfPart(part)])
    .filter((line) => line !== '')
    .join('\n');
  return text === '' ? null : text;
}

function linesOfPart({ items }: Part): string[] {
  return items.flatMap((item): string[] => {
    if (item.kind === 'line')
      return [tidyLine(item.label === null ? item.text : `${item.label} ${item.text}`)];
    const texts = item.cells
      .map(({ text, label }) => (text === '' ? '' : label === null ? text : `${label} ${text}`))
      .filter((text) => text !== '' && !/^x$/i.test(text));
    return texts.flatMap(linesOf);
  });
}

/** Items of a list without their numbers; a line that only says where to look is none. */
function linesOfList(part: Part): string[] {
  const lines = part.items.flatMap((item): string[] => {
    if (item.kind === 'line') return [tidyLine(item.text)];
    const texts = item.cells.map(({ text }) => text).filter((text) => /\p{L}{3}/u.test(text));
    return texts.length > 0 ? [linesOf(texts.join(' ')).join(' ')] : [];
  });
  return unwrapped([part.rest, ...lines])
    .flatMap((line) => line.split(/;\s+(?=[-–]|mẫu|tờ\s+khai|đơn)/iu))
    .map((line) => tidyLine(line.replace(/^(?:[-+–•*]|\d{1,2}[.)](?!\d)|[a-zđ][.)])\s*/u, '')))
    .filter((line) => line !== '' && line.length < 400);
}

/** A line that goes on below, inside brackets or in the middle of a sentence, is one item. */
function unwrapped(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.at(-1) ?? '';
    const isOpen = last.lastIndexOf('(') > last.lastIndexOf(')');
    if (last !== '' && (isOpen || /^\p{Ll}/u.test(line))) items[items.length - 1] = `${last} ${line}`;
    else items.push(line);
  }
  return items;
}

function textUnder(row: FlowRow, column: HeaderColumn | null): string {
  const cell = column === null ? null : cellUnder(row, column);
  return cell === null ? '' : linesOf(cell.text).join(' ');
}

function distinct(forms: readonly FormLine[]): FormLine[] {
  return [
    ...new Map(forms.map((form) => [foldVietnamese(`${form.code ?? ''} ${form.name}`), form])).values(),
  ];
}
