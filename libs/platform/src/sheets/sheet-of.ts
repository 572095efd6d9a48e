import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';

import { type Cell, type Sheet } from './sheet';
import { fixedParts, rowXml, SHEET_END, sheetStart, STYLE } from './sheet-xml';
import { ZipWriter } from '../zip';

/** A workbook on disk; whoever opens it takes it away. */
export interface SheetFile {
  readonly size: number;
  readonly rows: number;
  /** Of the rows as they were written: a line of JSON for each. It stands on the sheet "Nguồn" too (RI-19). */
  readonly sha256: string;
  /** The bytes, once: the file is gone when they have been read. */
  open(): Readable;
  discard(): Promise<void>;
}

/**
 * Writes a list as .xlsx, row by row: a hundred thousand rows take no more memory than one. A second sheet says from
 * which query it is, by whom and when, with the hash of the rows.
 */
export async function sheetOf<Row>(
  sheet: Sheet<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<SheetFile> {
  const folder = await mkdtemp(join(tmpdir(), 'iso-sheet-'));
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'sheet.xlsx');
    const counted = await write(path, sheet, rows);
    const { size } = await stat(path);
    return {
      ...counted,
      size,
      open: () => createReadStream(path).once('close', () => void discard()),
      discard,
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function write<Row>(
  path: string,
  sheet: Sheet<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<{ rows: number; sha256: string }> {
  const file = await open(path, 'wx');
  try {
    const zip = new ZipWriter(file);
    for (const [name, xml] of fixedParts(sheet.name)) await zip.add(name, [xml]);
    const tally = { rows: 0, hash: createHash('sha256') };
    await zip.add('xl/worksheets/sheet1.xml', lines(sheet, rows, tally));
    const source = { rows: tally.rows, sha256: tally.hash.digest('hex') };
    await zip.add('xl/worksheets/sheet2.xml', sourceSheet(sheet, source));
    await zip.end();
    return source;
  } finally {
    await file.close();
  }
}

async function* lines<Row>(
  { columns }: Sheet<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  tally: { rows: number; hash: Hash },
): AsyncGenerator<string> {
  yield sheetStart(columns);
  yield rowXml(
    columns.map(({ title }) => title),
    STYLE.heading,
  );
  for await (const row of rows) {
    const cells = columns.map(({ value }) => value(row));
    tally.rows += 1;
    tally.hash.update(`${JSON.stringify(cells.map(plain))}\n`);
    yield rowXml(cells);
  }
  yield SHEET_END;
}

function plain(cell: Cell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.date : cell;
}

function sourceSheet<Row>(
  { name, agencyName, takenBy, takenAt, query }: Sheet<Row>,
  { rows, sha256 }: { rows: number; sha256: string },
): string[] {
  const filters = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const facts: Cell[][] = [
    ['Danh sách', name],
    ['Cơ quan', agencyName],
    ['Người lấy', takenBy],
    ['Thời điểm', new Intl.DateTimeFormat('vi-VN', MOMENT).format(takenAt)],
    ['Số dòng', rows],
    ['SHA-256 của các dòng', sha256],
    ...filters.map(([filter, value]): Cell[] => [`Điều kiện lọc: ${filter}`, String(value)]),
  ];
  return [
    sheetStart([{ width: 28 }, { width: 80 }]),
    rowXml(['Nguồn', 'Nội dung'], STYLE.heading),
    ...facts.map((fact) => rowXml(fact)),
    SHEET_END,
  ];
}

const MOMENT = { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' } as const;
