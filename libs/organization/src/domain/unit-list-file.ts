import { foldVietnamese, tidyLine, toneKey } from '@app/kernel';

/** One line of a list of units as it was at a time (OF-16). */
export interface ListedUnit {
  line: number;
  year: number | null;
  ordinal: number | null;
  name: string;
  nameKey: string;
  parentName: string;
  parentKey: string;
}

export type LineRefusalCode =
  | 'organization.line-without-name'
  | 'organization.line-without-parent'
  | 'organization.line-too-long'
  | 'organization.line-bad-year'
  | 'organization.line-bad-ordinal'
  | 'organization.line-bad-columns'
  | 'organization.line-repeated';

/** A line that is not taken over, and why. */
export interface RefusedLine {
  line: number;
  text: string;
  code: LineRefusalCode;
  /** Line that this one repeats. */
  repeats: number | null;
}

/** One superior body, however its name is spelt. */
export interface ListedParent {
  name: string;
  aliases: string[];
  entries: number;
}

export interface UnitListContent {
  units: ListedUnit[];
  parents: ListedParent[];
  refused: RefusedLine[];
}

type Column = 'year' | 'ordinal' | 'name' | 'parent';
export type ColumnPlaces = Readonly<Record<Column, number | null>>;

/** Headings as they stand in the annexes and exports that we know, folded and without punctuation. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  year: ['nam', 'nam ap dung', 'lo trinh', 'year'],
  ordinal: ['tt', 'stt', 'so tt', 'so thu tu', 'no'],
  name: ['ten don vi', 'don vi', 'ten co quan', 'co quan', 'ten', 'name'],
  parent: ['don vi chu quan', 'co quan chu quan', 'huyen', 'thuoc huyen', 'truc thuoc', 'parent'],
};
const LONGEST = 300;

/** Finds the columns by their headings; null when name or superior is missing. */
export function columnsOf(heading: readonly string[]): ColumnPlaces | null {
  const words = heading.map((cell) =>
    foldVietnamese(cell)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const place = (column: Column): number | null => {
    const found = words.findIndex((word) => HEADINGS[column].includes(word));
    return found < 0 ? null : found;
  };
  const columns = {
    year: place('year'),
    ordinal: place('ordinal'),
    name: place('name'),
    parent: place('parent'),
  };
  return columns.name === null || columns.parent === null ? null : columns;
}

/**
 * Reads the lines under the heading. Units of one name in two districts stay two; two spellings of one district
 * ("Quan Hóa", "Quan Hoá") are one, shown in the spelling that is used most.
 */
export function readUnitLines(
  rows: readonly { line: number; cells: readonly string[] }[],
  columns: ColumnPlaces,
): UnitListContent {
  const units = new Map<string, ListedUnit>();
  const refused: RefusedLine[] = [];
  for (const { line, cells } of rows) {
    const read = readLine(line, cells, columns);
    const text = cells.join(', ').slice(0, LONGEST);
    if (typeof read === 'string') {
      refused.push({ line, text, code: read, repeats: null });
      continue;
    }
    const key = `${read.parentKey}\n${read.nameKey}`;
    const known = units.get(key);
    if (known) refused.push({ line, text, code: 'organization.line-repeated', repeats: known.line });
    else units.set(key, read);
  }
  const parents = parentsOf([...units.values()]);
  const names = new Map(parents.map((parent) => [toneKey(parent.name), parent.name]));
  return {
    units: [...units.values()].map((unit) => ({
      ...unit,
      parentName: names.get(unit.parentKey) ?? unit.parentName,
    })),
    parents,
    refused,
  };
}

function readLine(
  line: number,
  cells: readonly string[],
  columns: ColumnPlaces,
): ListedUnit | LineRefusalCode {
  const cell = (place: number | null): string => tidyLine(place === null ? '' : (cells[place] ?? ''));
  const name = cell(columns.name);
  const parentName = cell(columns.parent);
  const year = wholeNumber(cell(columns.year), [1900, 2200]);
  const ordinal = wholeNumber(cell(columns.ordinal), [0, 1_000_000]);
  const faults: readonly (readonly [boolean, LineRefusalCode])[] = [
    [cells.length <= Math.max(columns.name ?? 0, columns.parent ?? 0), 'organization.line-bad-columns'],
    [name === '', 'organization.line-without-name'],
    [parentName === '', 'organization.line-without-parent'],
    [Math.max(name.length, parentName.length) > LONGEST, 'organization.line-too-long'],
    [year === undefined, 'organization.line-bad-year'],
    [ordinal === undefined, 'organization.line-bad-ordinal'],
  ];
  const fault = faults.find(([isFault]) => isFault);
  if (fault || year === undefined || ordinal === undefined)
    return fault?.[1] ?? 'organization.line-bad-columns';
  return { line, year, ordinal, name, nameKey: toneKey(name), parentName, parentKey: toneKey(parentName) };
}

/** Null when the cell is empty, undefined when it holds something else than a number in range. */
function wholeNumber(text: string, [least, most]: readonly [number, number]): number | null | undefined {
  if (text === '') return null;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function parentsOf(units: readonly ListedUnit[]): ListedParent[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { parentKey, parentName } of units) {
    const counts = spellings.get(parentKey) ?? new Map<string, number>();
    spellings.set(parentKey, counts.set(parentName, (counts.get(parentName) ?? 0) + 1));
  }
  return [...spellings.values()].map((counts) => {
    const [name = '', ...aliases] = [...counts]
      .sort(([, one], [, other]) => other - one)
      .map(([spelling]) => spelling);
    return { name, aliases, entries: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
}
