import { DomainError } from '@app/kernel';

import { ZIP_LIMITS, ZipPackage, ZipRefused } from '../office';
import { walkXml, XmlRefused, type XmlTag } from '../office/xml';

/** A cell as it was typed: its text, a day, or a formula, which is never worked out. */
export type ReadCell = { readonly text: string } | { readonly formula: true };

/** A line of a sheet, by the number that Excel shows. */
export interface ReadRow {
  readonly line: number;
  readonly cells: readonly ReadCell[];
}

/** The file is no workbook that can be read, or larger than it may be. */
export class SheetUnreadable extends DomainError {
  constructor(code: 'unreadable' | 'too-many-rows') {
    super({ code: `platform.sheet-${code}`, kind: 'invalid' });
  }
}

const MIB = 1024 * 1024;
const LIMITS = { ...ZIP_LIMITS, entryBytes: 30 * MIB, totalBytes: 60 * MIB };
const LONGEST_CELL = 10_000;
const DAY_FORMATS = new Set([14, 15, 16, 17, 22]);
/** Excel counts days from the end of 1899 and believes in 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The lines of the first sheet. @throws SheetUnreadable */
export async function readSheet(path: string, mostRows: number): Promise<ReadRow[]> {
  try {
    return await read(path, mostRows);
  } catch (error) {
    if (error instanceof ZipRefused || error instanceof XmlRefused) throw new SheetUnreadable('unreadable');
    throw error;
  }
}

async function read(path: string, mostRows: number): Promise<ReadRow[]> {
  const zip = await ZipPackage.open(path, LIMITS);
  try {
    const sheet = await zip.read('xl/worksheets/sheet1.xml');
    if (sheet === null) throw new SheetUnreadable('unreadable');
    const shared = sharedTexts(await zip.read('xl/sharedStrings.xml'));
    const days = dayStyles(await zip.read('xl/styles.xml'));
    return rowsOf(sheet, { shared, days, mostRows });
  } finally {
    zip.close();
  }
}

function sharedTexts(part: Buffer | null): string[] {
  const texts: string[] = [];
  let isText = false;
  if (part === null) return texts;
  walkXml(part, {
    open: ({ name }) => {
      if (name === 'si') texts.push('');
      isText = name === 't';
    },
    close: () => (isText = false),
    text: (text) => {
      if (isText && texts.length > 0) texts[texts.length - 1] = (texts.at(-1) ?? '') + text;
    },
  });
  return texts;
}

/** Which styles show a number as a day. */
function dayStyles(part: Buffer | null): Set<number> {
  const formats = new Set(DAY_FORMATS);
  const styles: boolean[] = [];
  let isCell = false;
  if (part === null) return new Set();
  walkXml(part, {
    open: (tag) => {
      if (tag.name === 'numFmt' && /[dy]/i.test(tag.attribute('formatCode') ?? ''))
        formats.add(Number(tag.attribute('numFmtId')));
      if (tag.name === 'cellXfs') isCell = true;
      if (tag.name === 'xf' && isCell) styles.push(formats.has(Number(tag.attribute('numFmtId'))));
    },
    close: ({ name }) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return new Set(styles.flatMap((isDay, index) => (isDay ? [index] : [])));
}

interface Known {
  shared: readonly string[];
  days: ReadonlySet<number>;
  mostRows: number;
}

function rowsOf(part: Buffer, { shared, days, mostRows }: Known): ReadRow[] {
  const rows: { line: number; cells: ReadCell[] }[] = [];
  let cell: { column: number; type: string; isDay: boolean; text: string; isFormula: boolean } | null = null;
  let reading = '';
  const open = (tag: XmlTag): void => {
    if (tag.name === 'row') {
      rows.push({ line: Number(tag.attribute('r')) || rows.length + 1, cells: [] });
      if (rows.length > mostRows) throw new SheetUnreadable('too-many-rows');
    }
    if (tag.name === 'c') cell = cellOf(tag, days, rows.at(-1)?.cells.length ?? 0);
    if (tag.name === 'f' && cell !== null) cell.isFormula = true;
    reading = tag.name;
  };
  const close = (tag: XmlTag): void => {
    if (tag.name === 'c' && cell !== null) {
      const row = rows.at(-1)?.cells ?? [];
      while (row.length < cell.column) row.push({ text: '' });
      row[cell.column] = cell.isFormula ? { formula: true } : { text: shown(cell, shared) };
      cell = null;
    }
    reading = '';
  };
  const text = (words: string): void => {
    if (cell !== null && (reading === 'v' || reading === 't')) cell.text += words.slice(0, LONGEST_CELL);
  };
  walkXml(part, { open, close, text });
  return rows;
}

function cellOf(
  tag: XmlTag,
  days: ReadonlySet<number>,
  next: number,
): NonNullable<ReturnType<typeof emptyCell>> {
  const letters = /^[A-Z]{1,3}/.exec(tag.attribute('r') ?? '')?.[0];
  const column =
    letters === undefined
      ? next
      : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {
    ...emptyCell(),
    column: Math.min(column, 200),
    type: tag.attribute('t') ?? 'n',
    isDay: days.has(Number(tag.attribute('s'))),
  };
}

function emptyCell(): { column: number; type: string; isDay: boolean; text: string; isFormula: boolean } {
  return { column: 0, type: 'n', isDay: false, text: '', isFormula: false };
}

function shown(
  { type, isDay, text }: { type: string; isDay: boolean; text: string },
  shared: readonly string[],
): string {
  if (type === 's') return (shared[Number(text)] ?? '').slice(0, LONGEST_CELL);
  if (type === 'n' && isDay && text !== '') {
    const day = new Date(EPOCH + Math.floor(Number(text)) * 86_400_000);
    return Number.isNaN(day.getTime()) ? text : day.toISOString().slice(0, 10);
  }
  return text;
}
