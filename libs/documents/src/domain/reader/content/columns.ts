import { foldVietnamese, tidyLine } from '@app/kernel';
import { type FlowCell, type FlowRow } from './flow';

/** What a column of a table holds, told from its header. */
export type Column =
  | 'no'
  | 'name'
  | 'responsible'
  | 'time'
  | 'result'
  | 'flow'
  | 'note'
  | 'code'
  | 'place'
  | 'retention'
  | 'basis'
  | 'part'
  | 'version'
  | 'date';
export type TableKind = 'steps' | 'records' | 'forms' | 'amendments';

export interface Header {
  readonly kind: TableKind;
  readonly columns: readonly HeaderColumn[];
}

export interface HeaderColumn {
  readonly column: Column;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

type Spelling = readonly [Column, RegExp];

const NO: Spelling = ['no', /^(?:(?:s ?)?t ?t|so (?:tt|thu tu)|#|no\.?|buoc|cac buoc|b|thu tu)\.?$/];
const STEPS: readonly Spelling[] = [
  NO,
  [
    'time',
    /^(?:tong )?(?:thoi (?:gian|han|luong|diem)|tg\b|so ngay|so gio|dinh muc thoi gian|ngay lam viec|ngay$|gio$)/,
  ],
  [
    'responsible',
    /^(?:trach nhiem|(?:ca nhan|can bo|cong chuc|nguoi|don vi|bo phan|co quan|to chuc|chuc danh|phong|vi tri)(?:[ ,/]|$)(?!.*(?:luu|noi dung))|chu tri|phu trach|thuc hien boi|ai lam)/,
  ],
  ['flow', /luu do|^so do/],
  [
    'name',
    /trinh tu|noi dung|cong viec|cac buoc|ten buoc|hoat dong|dien giai|mo ta|buoc thuc hien|tac nghiep|cach (?:thuc )?thuc hien|tien trinh|^quy trinh|^thuc hien$/,
  ],
  ['result', /bieu mau|mau bieu|ket qua|san pham|ho so|tai lieu|dau ra|phan mem/],
  ['note', /ghi chu|yeu cau|luu y/],
];
const RECORDS: readonly Spelling[] = [
  NO,
  ['retention', /^(?:thoi (?:gian|han)|so nam|han) ?(?:luu|bao quan|$)|^luu tru \(nam\)|thoi gian luu/],
  [
    'place',
    /noi luu|^(?:bo phan|nguoi|don vi|phong|co quan|trach nhiem|vi tri|dia diem)[^.]*luu|luu (?:tru )?tai|^noi (?:bao quan|cat giu)|^noi luu|trach nhiem luu/,
  ],
  ['code', /^(?:ma (?:so|hieu)|ky hieu|so hieu)/],
  ['name', /ho so|tai lieu|ten|bieu mau|noi dung/],
];
const FORMS: readonly Spelling[] = [
  NO,
  ['code', /^(?:ma (?:so|hieu|bieu mau|bm)|ky hieu|so hieu|so bieu mau|ma$)/],
  ['name', /^ten|bieu mau|mau bieu|mau don|to khai/],
  ['note', /ghi chu/],
];
const AMENDMENTS: readonly Spelling[] = [
  NO,
  ['version', /^lan (?:ban hanh|sua doi|soat xet|bh)|^phien ban/],
  ['date', /^ngay/],
  ['part', /^(?:trang|phan|muc|vi tri|dieu)(?:[ ,/]|$)/],
  ['basis', /co so|can cu|ly do|yeu cau/],
  ['name', /tom luoc|noi dung|mo ta|sua doi/],
];

/** Which table begins at a row; null for a row that heads none. */
export function headerOf(row: FlowRow): Header | null {
  const cells = row.cells.filter(({ text }) => text !== '');
  if (cells.length < 2 || cells.some(({ text }) => text.length > 140 || /^\d{1,2}[.)]?$/.test(text)))
    return null;
  return amendments(row) ?? records(row) ?? steps(row) ?? forms(row);
}

function steps(row: FlowRow): Header | null {
  const header = withNumbers(headed('steps', row, STEPS), row);
  const has = (column: Column): boolean => header.columns.some((other) => other.column === column);
  const isNamed = has('name') || has('flow') || (has('no') && has('responsible'));
  return isNamed && (has('time') || (has('responsible') && (has('no') || has('result'))))
    ? named(header)
    : null;
}

/** A narrow first column whose header is torn or blank holds the numbers. */
function withNumbers(header: Header, { cells }: FlowRow): Header {
  const [first] = cells;
  const isFree =
    first !== undefined && header.columns.every(({ column, from }) => column !== 'no' && from > 0);
  const isSure = ['time', 'name'].every((known) => header.columns.some(({ column }) => column === known));
  if (!isFree || !isSure || first.text.length > 6) return header;
  return {
    ...header,
    columns: [{ column: 'no', text: first.text, from: first.from, to: first.to }, ...header.columns],
  };
}

/** `Bước` heads the numbers when another column has the names, and the names when none has; a flow chart stands in last. */
function named(header: Header): Header {
  const has = (column: Column): boolean => header.columns.some((other) => other.column === column);
  if (has('name')) return header;
  const stand = has('flow') ? 'flow' : 'no';
  return {
    ...header,
    columns: header.columns.map((column) =>
      column.column === stand ? { ...column, column: 'name' } : column,
    ),
  };
}

function records(row: FlowRow): Header | null {
  const header = headed('records', row, RECORDS);
  const has = (column: Column): boolean => header.columns.some((other) => other.column === column);
  const isStored =
    has('place') ||
    row.cells.some(
      ({ text }) => foldVietnamese(text).includes('luu') && foldVietnamese(text).includes('thoi'),
    );
  return has('name') && isStored ? header : null;
}

function forms(row: FlowRow): Header | null {
  const header = headed('forms', row, FORMS);
  const has = (column: Column): boolean => header.columns.some((other) => other.column === column);
  const isOfForms = row.cells.some(({ text }) =>
    /bieu mau|mau bieu|mau don|to khai/.test(foldVietnamese(text)),
  );
  return has('name') && isOfForms && (has('code') || has('no')) ? header : null;
}

function amendments(row: FlowRow): Header | null {
  const header = headed('amendments', row, AMENDMENTS);
  const words = row.cells.map(({ text }) => foldVietnamese(text)).join(' | ');
  const has = (column: Column): boolean => header.columns.some((other) => other.column === column);
  return has('name') && (has('version') || has('date')) && /sua doi|soat xet|thay doi/.test(words)
    ? header
    : null;
}

function headed(kind: TableKind, row: FlowRow, spellings: readonly Spelling[]): Header {
  const taken = new Set<Column>();
  const columns = row.cells.flatMap((cell): HeaderColumn[] => {
    const text = tidyLine(cell.text);
    const words = foldVietnamese(text).replace(/^[\s*(]+|[\s*):.]+$/g, '');
    const column = spellings.find(([, pattern]) => words !== '' && pattern.test(words))?.[0];
    // A second column of names or of numbers is something else; times may be several.
    if (column === undefined || (column !== 'time' && column !== 'version' && taken.has(column))) return [];
    taken.add(column);
    return [{ column, text, from: cell.from, to: cell.to }];
  });
  return { kind, columns };
}

/** The cell of a row under a header: the one that begins there, else the one that covers it. */
export function cellUnder(row: FlowRow, { from, to }: Pick<HeaderColumn, 'from' | 'to'>): FlowCell | null {
  return (
    row.cells.find(
      (cell) => cell.from >= from && cell.from < to && (cell.text !== '' || cell.label !== null),
    ) ??
    row.cells.find((cell) => cell.from >= from && cell.from < to) ??
    null
  );
}

export function columnOf(header: Header, column: Column): HeaderColumn | null {
  return header.columns.find((other) => other.column === column) ?? null;
}
