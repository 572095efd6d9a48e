import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';

import { decodeText } from '@app/platform/office';
import { readSheet } from '@app/platform/sheets';
import { CsvError, parse } from 'csv-parse/sync';

import {
  columnsOf,
  IMPORT_COLUMNS,
  type ImportLine,
  importLineOf,
  type RawLine,
} from '../../domain/intake/import-lines';
import { ImportUnreadable } from '../../domain/intake/refusals';

/** As many as one person looks through at a time. */
export const MOST_LINES = 500;
const LIMIT_BYTES = 5 * 1024 * 1024;
const LONGEST_RECORD = 50_000;
const SEPARATOR_LINE = /^sep=.\r?\n/;

/** Reads a list of texts: .xlsx, .csv as Excel writes it in any country, or .json. @throws ImportUnreadable, SheetUnreadable */
export async function readImportFile(path: string, name: string): Promise<ImportLine[]> {
  if ((await stat(path)).size > LIMIT_BYTES) throw new ImportUnreadable('too-large');
  const [heading, ...lines] = await rawLines(path, extname(name).toLowerCase());
  const columns = columnsOf(heading?.cells ?? []);
  if (columns === null) throw new ImportUnreadable('no-heading');
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell?.trim() !== ''));
  if (filled.length > MOST_LINES) throw new ImportUnreadable('too-many-lines');
  return filled.map((line) => importLineOf(line, columns));
}

async function rawLines(path: string, extension: string): Promise<RawLine[]> {
  if (extension === '.xlsx') {
    const rows = await readSheet(path, MOST_LINES * 4);
    return rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => ('formula' in cell ? null : cell.text.normalize('NFC'))),
    }));
  }
  const text = decodeText(await readFile(path))
    .normalize('NFC')
    .toWellFormed()
    .replaceAll('\0', '');
  if (extension === '.csv') return csvLines(text.replace(/^\uFEFF/, ''));
  if (extension === '.json') return jsonLines(text.replace(/^\uFEFF/, ''));
  throw new ImportUnreadable('type');
}

function csvLines(text: string): RawLine[] {
  try {
    const rows = parse(text.replace(SEPARATOR_LINE, ''), {
      delimiter: delimiterOf(text),
      info: true,
      max_record_size: LONGEST_RECORD,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_LINES + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw new ImportUnreadable('not-csv');
    throw error;
  }
}

/** Excel divides by what the country of its user divides lists by; the line of headings tells. */
function delimiterOf(text: string): string {
  const said = /^sep=(.)/.exec(text)?.[1];
  if (said !== undefined) return said;
  const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ','].map((sign) => [sign, heading.split(sign).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function jsonLines(text: string): RawLine[] {
  const rows = objectsIn(text);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, 100);
  const lines = rows.map((row, index) => ({
    line: index + 1,
    cells: names.map((name) => wordsOf(row[name])),
  }));
  return [{ line: 0, cells: names }, ...lines];
}

function objectsIn(text: string): Record<string, unknown>[] {
  try {
    const rows: unknown = JSON.parse(text);
    if (
      Array.isArray(rows) &&
      rows.every((row) => row !== null && typeof row === 'object' && !Array.isArray(row))
    )
      return rows as Record<string, unknown>[];
  } catch {
    // Not JSON: refused below like JSON of another shape.
  }
  throw new ImportUnreadable('not-json');
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join('; ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An empty list to be filled in, as Excel opens it: UTF-8 with its mark, divided by semicolons. */
export function importTemplate(): string {
  const example = [
    'Thông tư',
    '04/2020/TT-BTP',
    'Bộ Tư pháp',
    '28/05/2020',
    '16/07/2020',
    '',
    'Quy định chi tiết thi hành một số điều của Luật Hộ tịch',
    'Hộ tịch',
    'Thông tư số 15/2015/TT-BTP',
    '',
    '',
    '',
    '',
  ];
  return `\uFEFF${[IMPORT_COLUMNS, example].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
