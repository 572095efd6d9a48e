import {
  type ExtractedBlock,
  type ExtractedDocument,
  type ExtractedTable,
  foldVietnamese,
  tidyLine,
} from '@app/kernel';

export const ANNEX_ACTS = ['new', 'amended', 'replaced', 'abolished'] as const;
/** What a quyết định công bố does with a procedure: mới ban hành, sửa đổi bổ sung, thay thế, bãi bỏ. */
export type AnnexAct = (typeof ANNEX_ACTS)[number];
export type ProcedureLevel = 'province' | 'commune' | 'other';

/** One row of the annex; a person confirms it before it acts (TT-02). */
export interface AnnexRow {
  /** Null when neither a heading nor a column says it: the person chooses. */
  readonly act: AnnexAct | null;
  readonly code: string | null;
  readonly name: string;
  readonly field: string | null;
  readonly level: ProcedureLevel | null;
  readonly timeLimit: string | null;
  readonly fee: string | null;
  readonly executingBody: string | null;
  readonly legalBasis: string | null;
  /** Where it stands: number of the table and of its row, from 1. */
  readonly table: number;
  readonly row: number;
}

interface Heading {
  readonly act: AnnexAct | null;
  readonly field: string | null;
  readonly level: ProcedureLevel | null;
}

type Column =
  'ordinal' | 'code' | 'name' | 'field' | 'timeLimit' | 'fee' | 'executingBody' | 'legalBasis' | 'act';

const NOTHING: Heading = { act: null, field: null, level: null };
/** As headings fold; the order matters: "tên văn bản quy định việc bãi bỏ" names no procedure. */
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['legalBasis', /can cu|van ban|vbqppl|quy dinh viec|quy dinh noi dung/],
  ['code', /^(ma|so)\b.*(tthc|thu tuc|ho so|so|hieu)|^ma$|ma so/],
  ['name', /^ten\b|thu tuc hanh chinh$|^thu tuc$/],
  ['field', /linh vuc/],
  ['timeLimit', /thoi han|thoi gian/],
  ['fee', /phi|le phi/],
  ['executingBody', /co quan|noi thuc hien|don vi thuc hien|cap thuc hien/],
  ['act', /ghi chu|hinh thuc|tinh trang/],
  ['ordinal', /^(stt|tt|so tt|so thu tu)$/],
];
const ACTS: readonly (readonly [AnnexAct, RegExp])[] = [
  ['abolished', /bai bo|huy bo/],
  ['replaced', /(?:duoc|bi) thay the|^thay the/],
  ['amended', /sua doi|bo sung/],
  ['new', /moi ban hanh|ban hanh moi|cong bo moi|chuan hoa/],
];
const CODE = /(?<!\d)\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}(?:\.H\d+(?:\.\d+)?)?)?(?![\d])/u;
const MARK = /^\s*(?:[A-Z]|[IVX]+|\d+|[a-zđ])\s*[.)/-]\s*/u;
const MOST_ROWS = 2000;

/** The rows of the annexes of a quyết định công bố, in order. A table without a column of names is none. */
export function readAnnex(document: ExtractedDocument): AnnexRow[] {
  const found: AnnexRow[] = [];
  let heading = NOTHING;
  let table = 0;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') heading = headingOf(block.text, heading);
    else {
      table += 1;
      heading = rowsOf(block, { heading, table, found });
    }
  }
  return found.slice(0, MOST_ROWS);
}

/** Pasted text: what a spreadsheet or a web page gives, columns parted by tabs. */
export function pastedDocument(text: string): ExtractedDocument {
  const blocks: ExtractedBlock[] = [];
  let rows: { text: string; span: number }[][] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, page: null });
    rows = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.includes('\t')) rows.push(line.split('\t').map((cell) => ({ text: cell, span: 1 })));
    else if (line.trim() !== '') {
      flush();
      blocks.push({ kind: 'paragraph', text: line, page: null });
    }
  }
  flush();
  return { format: 'text', blocks, headers: [], footers: [], pages: null };
}

function headingOf(text: string, before: Heading): Heading {
  const words = foldVietnamese(text);
  const act = actOf(words);
  const level = levelOf(words);
  const field = fieldOf(text);
  const isHeading = /danh muc|thu tuc hanh chinh|tthc|^phu luc|linh vuc/.test(words) && words.length < 300;
  if (!isHeading) return before;
  return {
    act: act ?? before.act,
    level: level ?? before.level,
    field: field ?? (act === null ? before.field : null),
  };
}

function rowsOf(
  { rows }: ExtractedTable,
  { heading, table, found }: { heading: Heading; table: number; found: AnnexRow[] },
): Heading {
  let columns: ReadonlyMap<Column, number> | null = null;
  let now = heading;
  rows.forEach((cells, index) => {
    const texts = cells.flatMap(({ text, span }) => [
      tidyLine(text),
      ...Array.from({ length: span - 1 }, () => ''),
    ]);
    const heads = columnsOf(texts);
    if (heads !== null) columns = heads;
    else if (isSubheading(texts)) now = subheading(texts.find((text) => text.length > 3) ?? '', now);
    else if (columns !== null) {
      const read = rowOf(texts, columns, now);
      if (read !== null) found.push({ ...read, table, row: index + 1 });
    }
  });
  return { ...now, field: heading.field };
}

function columnsOf(texts: readonly string[]): ReadonlyMap<Column, number> | null {
  const columns = new Map<Column, number>();
  texts.forEach((text, index) => {
    const words = foldVietnamese(text)
      .replace(/[^\p{L}\p{N}\s]/gu, ' ')
      .trim();
    if (words === '' || words.length > 120) return;
    const column = COLUMNS.find(([name, pattern]) => !columns.has(name) && pattern.test(words))?.[0];
    if (column !== undefined) columns.set(column, index);
  });
  return columns.has('name') && columns.size >= 2 ? columns : null;
}

/** `I. Lĩnh vực Hộ tịch`, `B. THỦ TỤC HÀNH CHÍNH CẤP XÃ`: one text in the whole row, or a number and one text. */
function isSubheading(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const words = filled.filter((text) => text.length > 3);
  return (
    words.length === 1 &&
    filled.length <= 2 &&
    !CODE.test(words[0] ?? '') &&
    saysHeading(words[0] ?? '', filled)
  );
}

function saysHeading(text: string, filled: readonly string[]): boolean {
  const words = foldVietnamese(text);
  if (/linh vuc|thu tuc hanh chinh (?:cap|moi|duoc|bi|sua)|danh muc|^cap (?:tinh|xa)/.test(words))
    return true;
  return filled.length === 1 || MARK.test(text) || /^[IVXA-H]+\.?$/.test(filled[0] ?? '');
}

function subheading(text: string, before: Heading): Heading {
  const words = foldVietnamese(text);
  const act = actOf(words);
  const level = levelOf(words);
  const field = fieldOf(text) ?? (act === null && level === null ? tidyLine(text.replace(MARK, '')) : null);
  return { act: act ?? before.act, level: level ?? before.level, field: field ?? before.field };
}

function rowOf(
  texts: readonly string[],
  columns: ReadonlyMap<Column, number>,
  heading: Heading,
): Omit<AnnexRow, 'table' | 'row'> | null {
  const cell = (column: Column): string | null => cellOf(texts, columns.get(column));
  const printed = cell('name');
  if (printed === null || /^\(?\d+\)?$/.test(printed)) return null;
  const words = (column: Column): string => foldVietnamese(cell(column) ?? '');
  return {
    ...codeAndName(cell('code'), printed),
    act: actOf(words('act')) ?? heading.act,
    field: cell('field') ?? heading.field,
    level: levelOf(words('executingBody')) ?? heading.level,
    timeLimit: cell('timeLimit'),
    fee: cell('fee'),
    executingBody: cell('executingBody'),
    legalBasis: cell('legalBasis'),
  };
}

function cellOf(texts: readonly string[], at: number | undefined): string | null {
  const text = at === undefined ? '' : (texts[at] ?? '');
  return text === '' || text === '-' ? null : text;
}

/** Some annexes print the code in front of the name: `2.000815 - Chứng thực …`. */
function codeAndName(printedCode: string | null, printed: string): Pick<AnnexRow, 'code' | 'name'> {
  const code = CODE.exec(printedCode ?? '')?.[0] ?? CODE.exec(printed)?.[0] ?? null;
  const name = code === null ? printed : printed.replace(code, '');
  return { code, name: tidyLine(name.replace(/^[\s.,:;()-]+|[\s:;(]+$/gu, '')) };
}

function actOf(words: string): AnnexAct | null {
  return ACTS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function levelOf(words: string): ProcedureLevel | null {
  if (/cap xa|xa, phuong|ubnd xa|uy ban nhan dan (?:cap )?xa/.test(words)) return 'commune';
  return /cap tinh|ubnd tinh|^so |uy ban nhan dan (?:cap )?tinh/.test(words) ? 'province' : null;
}

function fieldOf(text: string): string | null {
  const match = /lĩnh\s+vực\s*:?\s*(.+)$/iu.exec(tidyLine(text));
  const field = match?.[1]
    ?.replace(/[.,;:]+$/u, '')
    .replace(/\s+(?:thuộc|trên\s+địa\s+bàn|áp\s+dụng|tại|được|mới|bị)\s.*$/iu, '');
  return field === undefined || field === '' || field.length > 100 ? null : field;
}
