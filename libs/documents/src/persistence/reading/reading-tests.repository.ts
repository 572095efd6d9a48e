import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Question, type ReadingTest } from '../../domain/reading/reading-test';

export interface KeptTest extends ReadingTest {
  questions: Question[];
  rowVersion: number;
  attempts: number;
}

export interface Attempt {
  id: string;
  versionId: string;
  answers: readonly number[];
  score: number;
  passed: boolean;
  at: Date;
}

@Injectable()
export class ReadingTestsRepository {
  find(tx: ReadTransaction, versionId: string): Promise<KeptTest | null> {
    return tx.one<KeptTest>(
      `select t.questions, t.pass_mark as "passMark", t.row_version as "rowVersion",
              (select count(*)::int from documents.test_attempt a
                where a.agency_id = t.agency_id and a.version_id = t.version_id) as attempts
         from documents.reading_test t where t.agency_id = $1 and t.version_id = $2`,
      [tx.actor.agencyId, versionId],
    );
  }

  /** Row version 0 makes it, any other changes it. @throws StaleRow */
  async keep(
    tx: WriteTransaction,
    versionId: string,
    { questions, passMark, rowVersion }: ReadingTest & { rowVersion: number },
  ): Promise<void> {
    const kept = await tx.change(
      rowVersion === 0
        ? `insert into documents.reading_test (agency_id, version_id, questions, pass_mark)
           values ($1, $2, $3::jsonb, $4) on conflict do nothing`
        : `update documents.reading_test set questions = $3::jsonb, pass_mark = $4, row_version = row_version + 1
            where agency_id = $1 and version_id = $2 and row_version = $5`,
      [
        tx.actor.agencyId,
        versionId,
        JSON.stringify(questions),
        passMark,
        ...(rowVersion === 0 ? [] : [rowVersion]),
      ],
    );
    if (kept !== 1) throw new StaleRow();
  }

  async addAttempt(tx: WriteTransaction, attempt: Attempt): Promise<void> {
    await tx.change(
      `insert into documents.test_attempt (agency_id, id, version_id, person_id, person_name, answers, score, passed, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.actor.agencyId,
        attempt.id,
        attempt.versionId,
        tx.actor.personId,
        tx.actor.personName,
        [...attempt.answers],
        attempt.score,
        attempt.passed,
        attempt.at,
      ],
    );
  }
}
