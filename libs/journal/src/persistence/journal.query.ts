import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface JournalRow {
  seq: number;
  at: string;
  actorName: string;
  action: string;
  subjectType: string;
  reason: string | null;
}

@Injectable()
export class JournalQuery {
  /** What happened to one subject, the newest first. */
  ofSubject(
    tx: ReadTransaction,
    {
      subjectType,
      subjectId,
      after,
      limit,
    }: { subjectType: string; subjectId: string; after: readonly SqlValue[] | null; limit: number },
  ): Promise<JournalRow[]> {
    const [seq = null] = after ?? [];
    return tx.query<JournalRow>(
      `select seq, at, actor_name as "actorName", action, subject_type as "subjectType", reason
         from journal.entry
        where agency_id = $1 and subject_type = $2 and subject_id = $3 and ($4::bigint is null or seq < $4)
        order by seq desc limit $5`,
      [tx.actor.agencyId, subjectType, subjectId, seq, limit + 1],
    );
  }
}
