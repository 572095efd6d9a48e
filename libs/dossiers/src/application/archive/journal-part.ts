import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { BYTE_ORDER_MARK, csvLine } from '../../domain/archive/csv';
import { ArchiveQuery } from '../../persistence/archive/archive.query';
import { type ArchiveRun } from './archive-run';

interface Entry {
  seq: number;
  at: string;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
  detail: string | null;
}

const HEADINGS = [
  'Thứ tự',
  'Thời điểm (UTC)',
  'Người thực hiện',
  'Hành động',
  'Loại đối tượng',
  'Mã đối tượng',
  'Lý do',
  'Giá trị cũ và mới',
];

/**
 * The whole trail (RI-02). A row about something that the asker may not read keeps its place and its hash, so that the
 * chain can still be followed from the first row to the head.
 */
@Injectable()
export class JournalPart {
  constructor(private readonly archive: ArchiveQuery) {}

  async write(tx: ReadTransaction, run: ArchiveRun): Promise<void> {
    await run.sink.add('nhat-ky/nhat-ky.jsonl', this.#chain(tx, run));
    await run.sink.add('nhat-ky/nhat-ky.csv', this.#cells(tx, run));
  }

  async *#chain(tx: ReadTransaction, run: ArchiveRun): AsyncGenerator<string> {
    for await (const { seq, hash, line } of this.archive.journal(tx)) {
      run.journalEntries += 1;
      const isWithheld = run.withheld.names(line);
      if (isWithheld) run.journalWithheld += 1;
      yield `${isWithheld ? JSON.stringify({ seq, withheld: true, hash }) : line}\n`;
      await run.order.beat(40);
    }
  }

  async *#cells(tx: ReadTransaction, run: ArchiveRun): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADINGS);
    for await (const { line } of this.archive.journal(tx)) {
      if (run.withheld.names(line)) continue;
      const entry = JSON.parse(line) as Entry;
      yield csvLine([
        entry.seq,
        entry.at,
        entry.actor_name,
        entry.action,
        entry.subject_type,
        entry.subject_id,
        entry.reason,
        entry.detail,
      ]);
      await run.order.beat(40);
    }
  }
}
