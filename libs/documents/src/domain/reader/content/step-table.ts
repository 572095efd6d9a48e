import { foldVietnamese, tidyLine } from '@app/kernel';
import { type Duration, type DurationUnit, type ProcedureStep } from '../../content';
import { cellUnder, type Column, columnOf, type HeaderColumn } from './columns';
import { readDuration, unitIn, findDurations } from './durations';
import { bareNumber, NOWHERE, type FlowCell, type FlowRow, linesOf, type Place } from './flow';
import { printedIn, type ReadTable, soleText } from './tables';

/** A step with its place and with what its time leaves open; checks need both. */
export interface FoundStep extends ProcedureStep {
  readonly place: Place;
  readonly timing: Timing;
  /** A row of the step above: one number over several people or times. */
  readonly isSubRow: boolean;
}

/** `shared`: a merged time that an earlier step carries. */
export type Timing = 'stated' | 'shared' | 'empty' | 'unread' | 'range';

export interface FoundCase {
  readonly name: string;
  /** As the column's header states it. */
  readonly limit: Duration | null;
  readonly steps: readonly FoundStep[];
  readonly place: Place | null;
}

/** `Cộng` alone is a total; `Công chức` is somebody. */
const TOTAL = /^(?:tong (?:cong|so|thoi gian)\b|cong\s*:?$)/;
const CASE_ROW =
  /^(?:[ivx\d]+[.)]\s*|[a-d][.)]\s*)?(?:doi voi )?(?:truong hop|khong (?:phai )?xac minh|co xac minh)/;

/** The cases of one table: one per column of times, or per row that names a case. */
export function casesOfTable(table: ReadTable): FoundCase[] {
  const times = table.header.columns.filter(({ column }) => column === 'time');
  const groups = groupsOf(table.rows);
  return groups.flatMap(({ name, rows }) => {
    const numbered = numberedRows(rows, table);
    const columns: (HeaderColumn | null)[] = times.length === 0 ? [null] : times;
    return columns.map((time) => {
      const own = time === null ? '' : caseName(time.text);
      return {
        name: [name, own].filter((part) => part !== '').join(', '),
        limit: time === null ? null : limitInHeader(time.text),
        steps: stepsUnder(numbered, table, time),
        place: table.rows[0]?.place ?? null,
      };
    });
  });
}

function groupsOf(rows: readonly FlowRow[]): { name: string; rows: FlowRow[] }[] {
  const groups: { name: string; rows: FlowRow[] }[] = [{ name: '', rows: [] }];
  for (const row of rows) {
    const sole = soleText(row);
    if (sole !== null && CASE_ROW.test(foldVietnamese(sole))) groups.push({ name: tidyCase(sole), rows: [] });
    else if (sole === null && !isTotal(row)) groups.at(-1)?.rows.push(row);
  }
  const filled = groups.filter((group) => group.rows.length > 0);
  return filled.length > 0 ? filled : [{ name: '', rows: [] }];
}

function isTotal(row: FlowRow): boolean {
  return row.cells.slice(0, 2).some(({ text }) => TOTAL.test(foldVietnamese(text)));
}

interface NumberedRow {
  readonly no: string;
  readonly isSubRow: boolean;
  readonly name: string;
  readonly rows: readonly FlowRow[];
}

/** Rows with their numbers; a row that only goes on with the one above (torn by a page) is joined to it. */
function numberedRows(rows: readonly FlowRow[], table: ReadTable): NumberedRow[] {
  const found: OpenStep[] = [];
  const noColumn = columnOf(table.header, 'no');
  const printed = rows.map((row) => (noColumn === null ? null : printedNumber(row, noColumn)));
  const isCounted = printed.every((number) => number === null);
  rows.forEach((row, index) => {
    const name = cellText(row, columnOf(table.header, 'name'));
    const number = printed[index] ?? null;
    const last = found.at(-1);
    if (last !== undefined && number === null && isRest(row, last, { table, isCounted })) last.add(row, name);
    else
      found.push(
        new OpenStep(row, { name, number, count: found.length + 1, above: isCounted ? undefined : last }),
      );
  });
  return found.filter(({ name }) => name !== '');
}

interface StepBeginning {
  readonly name: string;
  readonly number: string | null;
  readonly count: number;
  /** The row above where numbers are printed. */
  readonly above: NumberedRow | undefined;
}

class OpenStep implements NumberedRow {
  readonly no: string;
  readonly isSubRow: boolean;
  name: string;
  readonly rows: FlowRow[];

  constructor(row: FlowRow, { name, number, count, above }: StepBeginning) {
    // Without a column of numbers the name may begin with one: `Bước 2: Thẩm tra`.
    const [, inName = null, rest = null] = number === null ? (NUMBER_IN_NAME.exec(name) ?? []) : [];
    const own = number ?? inName;
    const written = rest ?? name;
    this.isSubRow = own === null && above !== undefined;
    this.no = own ?? sharedNumber(above, count);
    this.name = written === '' ? sharedName(above) : written;
    this.rows = [row];
  }

  add(row: FlowRow, name: string): void {
    if (name !== '') this.name = `${this.name}\n${name}`;
    this.rows.push(row);
  }
}

/** A step over several rows says its number and its name once. */
function sharedNumber(above: NumberedRow | undefined, count: number): string {
  return above === undefined ? String(count) : above.no;
}

function sharedName(above: NumberedRow | undefined): string {
  return above === undefined ? '' : above.name;
}

const NUMBER_IN_NAME = /^(?:bước|b)\s*(\d{1,2}(?:\.\d{1,2})?)\s*[.:)–-]*\s*(\S.*)$/isu;

/** Nothing but more of the name, or the lower part of a row that a page has torn. */
function isRest(
  row: FlowRow,
  last: NumberedRow,
  { table, isCounted }: { table: ReadTable; isCounted: boolean },
): boolean {
  if (row.cells.every(({ text }) => text === '')) return true;
  if (isCounted) return false;
  const above = last.rows.at(-1)?.place.page ?? null;
  const isTorn = row.place.page !== null && row.place.page !== above;
  return isTorn || isEmptyBut(row, table, 'name');
}

function printedNumber(row: FlowRow, column: HeaderColumn): string | null {
  const number = bareNumber(printedIn(cellUnder(row, column)));
  return number === '' || number.length > 12 ? null : number;
}

/** Whether nothing but the name stands in a row, merged cells of the row above apart. */
function isEmptyBut(row: FlowRow, { header }: ReadTable, kept: Column): boolean {
  const column = columnOf(header, kept);
  const own = column === null ? null : cellUnder(row, column);
  return (
    row.cells.every((cell) => cell === own || cell.text === '') &&
    row.cells.every((cell) => cell === own || cell.label === null)
  );
}

function stepsUnder(
  numbered: readonly NumberedRow[],
  table: ReadTable,
  time: HeaderColumn | null,
): FoundStep[] {
  const unit = time === null ? null : (unitIn(time.text) ?? limitInHeader(time.text)?.unit ?? null);
  let carried: FlowCell | null = null;
  return numbered.map(({ no, name, rows, isSubRow }) => {
    const [row] = rows;
    const cell = time === null ? null : timeCell(rows, time);
    const isShared = cell !== null && cell.isContinued && carried !== null;
    if (cell !== null && !cell.isContinued) carried = cell.text === '' ? null : cell;
    return {
      no,
      name,
      responsible: joined(rows, columnOf(table.header, 'responsible')),
      ...timeOf(cell, isShared, unit),
      result: joined(rows, columnOf(table.header, 'result')),
      place: row?.place ?? NOWHERE,
      isSubRow,
    };
  });
}

/** The first cell that states a time: of a torn row it may be the lower one. */
function timeCell(rows: readonly FlowRow[], time: HeaderColumn): FlowCell | null {
  const cells = rows.flatMap((row) => cellUnder(row, time) ?? []);
  return cells.find(({ text }) => text !== '') ?? cells[0] ?? null;
}

function timeOf(cell: FlowCell | null, isShared: boolean, unit: DurationUnit | null): StepTime {
  const written = cell === null || cell.text === '' ? null : linesOf(cell.text).join(' ');
  return timeAsWritten(written, unit, isShared ? 'shared' : 'empty');
}

type StepTime = Pick<FoundStep, 'duration' | 'durationFrom' | 'timeAsWritten' | 'timing'>;

/** The time of a step as a cell or a sentence states it; `missing` says why there may be none. */
export function timeAsWritten(
  written: string | null,
  unit: DurationUnit | null,
  missing: Timing = 'empty',
): StepTime {
  const nothing = { duration: null, durationFrom: null, timeAsWritten: written };
  if (written === null) return { ...nothing, timing: missing };
  const found = readDuration(written, unit === 'same-day' ? 'day' : unit);
  if (found === null) return { ...nothing, timing: 'unread' };
  const { duration, from, isRange } = found;
  return { duration, durationFrom: from, timeAsWritten: written, timing: isRange ? 'range' : 'stated' };
}

function joined(rows: readonly FlowRow[], column: HeaderColumn | null): string | null {
  const text = rows
    .map((row) => cellText(row, column))
    .filter((part) => part !== '')
    .join(' ');
  return text === '' ? null : tidyLine(text);
}

/** Paragraphs of a cell, one per line. */
function cellText(row: FlowRow, column: HeaderColumn | null): string {
  const cell = column === null ? null : cellUnder(row, column);
  return cell === null ? '' : linesOf(cell.text).join('\n');
}

/** `Thời gian không xác minh: 05 ngày làm việc` → 5 working days; a bare unit in brackets is no limit. */
export function limitInHeader(text: string): Duration | null {
  return findDurations(text)[0]?.duration ?? null;
}

/** What is left of a header without its words for time and without the limit. */
export function caseName(header: string): string {
  const rest = tidyLine(header)
    .replace(
      /^(?:tổng\s+)?(?:thời\s+(?:gian|hạn|lượng)(?:\s+(?:thực\s+hiện|giải\s+quyết|xử\s+lý|hoàn\s+thành|tối\s+đa))?|số\s+ngày|định\s+mức\s+thời\s+gian)/iu,
      '',
    )
    .replace(
      /(?:không\s+quá\s+|tối\s+đa\s+)?(?:\d+\s*[½¼¾]?|[½¼¾])(?:\s*[.,/]\s*\d+)?\s*(?:\([^()]{1,12}\)\s*)?(?:ngày\s*làm\s*việc|ngày|giờ\s*làm\s*việc|giờ|buổi)/giu,
      '',
    )
    .replace(
      /\(\s*(?:tính\s+(?:theo|bằng)\s+)?(?:ngày\s*làm\s*việc|ngày|giờ|giờ\s*làm\s*việc)?\s*\)|^\s*(?:ngày\s*làm\s*việc|ngày|giờ)\s*$/giu,
      '',
    );
  return tidyCase(rest);
}

function tidyCase(text: string): string {
  return tidyLine(text.replace(/[*()]/g, ' '))
    .replace(/^[\s:;,.–-]+|[\s:;,.–-]+$/gu, '')
    .replace(/^(?:đối\s+với\s+)?(?:các\s+)?trường\s+hợp\s+(?!khác)/iu, '');
}
