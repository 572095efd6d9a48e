import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface BackupRunRow {
  id: string;
  kind: 'backup' | 'drill';
  startedAt: Date;
  finishedAt: Date;
  succeeded: boolean;
  folder: string;
  tableRows: number;
  fileCount: number;
  bytes: number;
  problems: string[];
}

@Injectable()
export class BackupRunsQuery {
  /** The newest first. */
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<BackupRunRow[]> {
    const [at = null, id = null] = after ?? [];
    return tx.query<BackupRunRow>(
      `select id, kind, started_at as "startedAt", finished_at as "finishedAt", succeeded, folder,
              table_rows as "tableRows", file_count as "fileCount", bytes, problems
         from dossiers.backup_run
        where agency_id = $1 and ($2::timestamptz is null or (started_at, id) < ($2, $3::uuid))
        order by started_at desc, id desc limit $4`,
      [tx.actor.agencyId, at, id, limit + 1],
    );
  }
}
