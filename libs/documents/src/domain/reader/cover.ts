import {
  type DateInText,
  type ExtractedBlock,
  type ExtractedDocument,
  type ExtractedTable,
  plainSpaces,
  tidyLine,
} from '@app/kernel';
import { dateOf, type Label, readCount, readDate, readIssueAndRevision, readLabels } from './labels';
import { type LocalDate } from '@app/kernel';

/** Fields of the cover, or of the page header where offices print them there. */
export interface CoverFields {
  readonly code: string | null;
  readonly issue: number | null;
  readonly revision: number | null;
  readonly issuedOn: LocalDate | null;
  readonly effectiveOn: LocalDate | null;
  readonly labelledTitle: string | null;
  readonly impossibleDates: readonly string[];
}

const MAX_BLOCKS = 40;
/** The pages after the cover begin here; a revision table has columns named like cover fields. */
const COVER_ENDS =
  /^\s*(?:mục\s+lục|(?:trang|bảng)\s+theo\s+dõi|theo\s+dõi\s+sửa\s+đổi|sửa\s+đổi\s+tài\s+liệu|lịch\s+sử\s+sửa\s+đổi|(?:1|I)[.)]?\s*mục\s+đích|mục\s+đích(?:\s*,|\s*$)|điều\s+1|căn\s+cứ)/iu;

/** Blocks of the first page as far as they can be told. */
export function coverBlocks(document: ExtractedDocument): ExtractedBlock[] {
  const end = document.blocks.findIndex((block, index) => index > 0 && COVER_ENDS.test(textOf(block)));
  return document.blocks.slice(0, end < 0 ? MAX_BLOCKS : Math.min(end, MAX_BLOCKS));
}

/** Reads labelled fields from the cover; what it lacks, from the page headers. */
export function readCover(document: ExtractedDocument): CoverFields {
  const cover = coverBlocks(document);
  const sources = [
    readLabels(cover.map((block) => rowText(block)).join('\n')),
    ...cover.filter((block) => block.kind === 'table').map((table) => readLabels(columnText(table))),
    ...document.headers.map(({ text }) => readLabels(text)),
  ];
  const value = (label: Label): string | undefined => sources.find((source) => source.has(label))?.get(label);
  // A date is looked for until one is found: in a table read the wrong way round a label meets another label's value.
  const date = (label: Label): DateInText | null =>
    sources.map((source) => readDate(source.get(label))).find(Boolean) ?? null;
  const both = readIssueAndRevision(value('issueAndRevision') ?? value('issue'));
  const dates = { issuedOn: date('issuedOn'), effectiveOn: date('effectiveOn') };
  return {
    code: readCode(value('code')),
    issue: both.issue,
    revision: readCount(value('revision')) ?? both.revision,
    issuedOn: dateOf(dates.issuedOn),
    effectiveOn: dateOf(dates.effectiveOn),
    labelledTitle: value('title') ?? null,
    impossibleDates: Object.values(dates)
      .filter(isImpossible)
      .map(({ raw }) => raw),
  };
}

function isImpossible(found: DateInText | null): found is DateInText {
  return found !== null && found.date === null;
}

/** A code has a letter and, but for system documents (`CSCL`), a digit; dots and blanks wait to be filled in. */
export function readCode(value: string | undefined): string | null {
  const code = tidyLine(value ?? '').replace(/[.;,…]+$/u, '');
  return /\p{L}|\d/u.test(code) && code.length <= 60 && !/^[.…_\s/-]*$/u.test(code) ? code : null;
}

/** A block as lines, tables row by row, cell by cell. */
export function rowText(block: ExtractedBlock): string {
  if (block.kind === 'paragraph') return plainSpaces(block.text);
  return block.rows.map((row) => row.map(({ text }) => plainSpaces(text)).join('\n')).join('\n');
}

/** A table as lines, column by column: labels that stand above their values meet them this way. */
export function columnText(table: ExtractedTable): string {
  return columnsOf(table)
    .map((cells) => cells.join('\n'))
    .join('\n\n');
}

/** Cells by the grid column in which they begin. */
export function columnsOf(table: ExtractedTable): string[][] {
  const columns = new Map<number, string[]>();
  for (const row of table.rows) {
    let column = 0;
    for (const { text, span } of row) {
      columns.set(column, [...(columns.get(column) ?? []), plainSpaces(text)]);
      column += span;
    }
  }
  return [...columns.entries()].sort(([a], [b]) => a - b).map(([, cells]) => cells);
}

function textOf(block: ExtractedBlock): string {
  return block.kind === 'paragraph' ? block.text : '';
}
