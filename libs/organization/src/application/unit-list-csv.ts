import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';

import { UnreadableUnitList } from '../domain/refusals';
import { columnsOf, readUnitLines, type UnitListContent } from '../domain/unit-list-file';

const MOST_LINES = 20_000;
const LONGEST_RECORD = 20_000;

interface CsvRow {
  record: string[];
  info: InfoRecord;
}

/** Reads an uploaded list. @throws UnreadableUnitList when nothing of it can be read; single lines are refused one by one */
export function readUnitListCsv(content: Uint8Array): UnitListContent {
  const [heading, ...rows] = rowsOf(textOf(content));
  if (heading === undefined) throw new UnreadableUnitList('empty');
  const columns = columnsOf(heading.record);
  if (columns === null) throw new UnreadableUnitList('no-heading');
  if (rows.length > MOST_LINES) throw new UnreadableUnitList('too-many-lines');
  return readUnitLines(
    rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
    columns,
  );
}

function textOf(content: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (!text.includes('\0')) return text;
  } catch {
    // Not UTF-8: refused below like a file with control characters.
  }
  throw new UnreadableUnitList('not-text');
}

function rowsOf(text: string): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      info: true,
      max_record_size: LONGEST_RECORD,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_LINES + 2,
    }) as unknown as CsvRow[];
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableUnitList('not-csv');
    throw error;
  }
}
