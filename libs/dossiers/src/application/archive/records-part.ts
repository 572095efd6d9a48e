import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { BYTE_ORDER_MARK, csvLine } from '../../domain/archive/csv';
import { type RecordTable } from '../../domain/archive/record-table';
import { COLUMN_WORDS, TABLE_WORDS } from '../../domain/archive/table-words';
import { RecordTablesQuery } from '../../persistence/archive/record-tables.query';
import { type ArchiveRun } from './archive-run';

/** Of the whole work, how much is done when the rows are written. */
const SHARE = 40;

/** Each record kind twice: JSON Lines for programs, CSV for Excel. */
@Injectable()
export class RecordsPart {
  constructor(private readonly tables: RecordTablesQuery) {}

  async write(tx: ReadTransaction, run: ArchiveRun): Promise<void> {
    const all = await this.tables.all(tx);
    for (const [index, table] of all.entries()) {
      const name = `${table.schema}.${table.name}`;
      const shown = { rows: 0, left: new Set<number>() };
      const beat = (): Promise<void> => run.order.beat((index / all.length) * SHARE);
      const file = await run.sink.add(
        `du-lieu/jsonl/${name}.jsonl`,
        this.#lines(tx, table, { run, shown, beat }),
      );
      const csv = await run.sink.add(
        `du-lieu/csv/${name}.csv`,
        this.#cells(tx, table, { left: shown.left, beat }),
      );
      run.tables.push({
        name,
        title: TABLE_WORDS[name] ?? name,
        rows: shown.rows,
        file: file.path,
        csv: csv.path,
        columns: table.columns,
      });
    }
    await run.sink.add('du-lieu/cot-du-lieu.csv', columnLines(run));
  }

  async *#lines(
    tx: ReadTransaction,
    table: RecordTable,
    {
      run,
      shown,
      beat,
    }: { run: ArchiveRun; shown: { rows: number; left: Set<number> }; beat: () => Promise<void> },
  ): AsyncGenerator<string> {
    let ordinal = 0;
    for await (const line of this.tables.lines(tx, table)) {
      if (run.withheld.takesRow(line)) shown.left.add(ordinal);
      else {
        shown.rows += 1;
        yield `${line}\n`;
      }
      ordinal += 1;
      await beat();
    }
  }

  async *#cells(
    tx: ReadTransaction,
    table: RecordTable,
    { left, beat }: { left: ReadonlySet<number>; beat: () => Promise<void> },
  ): AsyncGenerator<string> {
    const names = table.columns.map(({ name }) => name);
    yield BYTE_ORDER_MARK + csvLine(names);
    let ordinal = 0;
    for await (const line of this.tables.lines(tx, table)) {
      const row = JSON.parse(line) as Record<string, unknown>;
      if (!left.has(ordinal)) yield csvLine(names.map((name) => row[name]));
      ordinal += 1;
      await beat();
    }
  }
}

function* columnLines({ tables }: ArchiveRun): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(['table', 'table_vi', 'rows', 'column', 'type', 'column_vi']);
  for (const { name, title, rows, columns } of tables) {
    for (const column of columns) {
      yield csvLine([name, title, rows, column.name, column.type, COLUMN_WORDS[column.name] ?? '']);
    }
  }
}
