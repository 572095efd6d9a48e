import { findCitations, foldVietnamese, parseLocalDate, tidyLine } from '@app/kernel';

import { type AwaitedFields, type RelationKind } from '../relations';
import { type LegalTextFields } from '../legal-text';

/** A line of a list as it stands in the file; `null` is a formula, which is never worked out. */
export interface RawLine {
  line: number;
  cells: readonly (string | null)[];
}

export interface LineFault {
  column: string;
  code: string;
}

/** A line that can be recorded, or why it cannot. */
export interface ImportLine {
  line: number;
  fields: (LegalTextFields & { awaited: readonly AwaitedFields[] }) | null;
  faults: readonly LineFault[];
  /** As it stands in the file, for people to find it. */
  shown: { numberSymbol: string; title: string };
}

type Column =
  | 'kind'
  | 'numberSymbol'
  | 'issuer'
  | 'issuedOn'
  | 'effectiveOn'
  | 'expiredOn'
  | 'title'
  | 'field'
  | RelationKind;

/** Column of the file → what it holds; headings are compared without accents, spaces and signs. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  kind: ['Loại văn bản', 'Loại', 'kind'],
  numberSymbol: ['Số, ký hiệu', 'Số ký hiệu', 'numberSymbol'],
  issuer: ['Cơ quan ban hành', 'issuer'],
  issuedOn: ['Ngày ban hành', 'issuedOn'],
  effectiveOn: ['Ngày có hiệu lực', 'Ngày hiệu lực', 'effectiveOn'],
  expiredOn: ['Ngày hết hiệu lực', 'expiredOn'],
  title: ['Trích yếu', 'title'],
  field: ['Lĩnh vực', 'field'],
  replaces: ['Thay thế', 'replaces'],
  amends: ['Sửa đổi, bổ sung', 'amends'],
  repeals: ['Bãi bỏ', 'repeals'],
  corrects: ['Đính chính', 'corrects'],
  guides: ['Hướng dẫn', 'guides'],
};
export const IMPORT_COLUMNS = Object.values(HEADINGS).map(([heading = '']) => heading);
const COMPULSORY: readonly Column[] = ['kind', 'numberSymbol', 'issuer', 'issuedOn', 'title'];
const DAYS: readonly Column[] = ['issuedOn', 'effectiveOn', 'expiredOn'];
const ACTS = ['replaces', 'amends', 'repeals', 'corrects', 'guides'] as const;

const plain = (heading: string): string => foldVietnamese(heading).replace(/[^a-z0-9]/g, '');

/** Where each column stands; null when a compulsory one is missing. */
export function columnsOf(heading: readonly (string | null)[]): Map<Column, number> | null {
  const names = heading.map((cell) => plain(cell ?? ''));
  const found = new Map<Column, number>();
  for (const [column, headings] of Object.entries(HEADINGS) as [Column, readonly string[]][]) {
    const at = names.findIndex((name) => headings.some((each) => plain(each) === name));
    if (at !== -1) found.set(column, at);
  }
  return COMPULSORY.every((column) => found.has(column)) ? found : null;
}

/** Reads one line; every fault of it at once. */
export function importLineOf({ line, cells }: RawLine, columns: ReadonlyMap<Column, number>): ImportLine {
  const cell = (column: Column): string | null => {
    const at = columns.get(column);
    return at === undefined ? '' : (cells[at] ?? (cells[at] === null ? null : ''));
  };
  const words = (column: Column): string => tidyLine(cell(column) ?? '');
  const faults = faultsOf(cell);
  const shown = { numberSymbol: words('numberSymbol').slice(0, 100), title: words('title').slice(0, 300) };
  if (faults.length > 0) return { line, fields: null, faults, shown };
  const day = (column: Column): string | null => parseLocalDate(words(column));
  return {
    line,
    faults,
    shown,
    fields: {
      kind: words('kind'),
      numberSymbol: words('numberSymbol'),
      issuer: words('issuer'),
      issuedOn: day('issuedOn') ?? '',
      effectiveOn: day('effectiveOn'),
      expiredOn: day('expiredOn'),
      title: words('title'),
      field: words('field') || null,
      aliases: [],
      relations: [],
      awaited: ACTS.flatMap((kind) => targetsIn(cell(kind) ?? '').map((target) => ({ kind, ...target }))),
    },
  };
}

function faultsOf(cell: (column: Column) => string | null): LineFault[] {
  const faults: LineFault[] = [];
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const code = faultIn(column, cell(column));
    if (code !== null) faults.push({ column: HEADINGS[column][0] ?? column, code });
  }
  return faults;
}

function faultIn(column: Column, value: string | null): string | null {
  if (value === null || /^\s*=/.test(value)) return 'legal-register.import-formula';
  const isEmpty = value.trim() === '';
  if (isEmpty) return COMPULSORY.includes(column) ? 'legal-register.import-empty' : null;
  if (DAYS.includes(column) && parseLocalDate(value.trim()) === null)
    return 'legal-register.import-not-a-day';
  const isAct = (ACTS as readonly string[]).includes(column);
  return isAct && targetsIn(value).length === 0 ? 'legal-register.import-no-number' : null;
}

/** `Thông tư số 04/2020/TT-BTP ngày 28/5/2020 của Bộ Tư pháp; 123/2015/NĐ-CP`. */
function targetsIn(words: string): Omit<AwaitedFields, 'kind'>[] {
  return words
    .split(/[;\n]/u)
    .flatMap((text) => findCitations({ text, block: 0, where: '', page: null }))
    .map(({ numberSymbol, issuer, issuedOn }) => ({
      numberSymbol,
      issuer,
      issuedOn,
      partly: false,
      note: null,
    }));
}
