import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ProcedureContent } from '../domain/content';

export interface KeptContent {
  origin: 'read' | 'written';
  content: ProcedureContent;
  rowVersion: number;
}

/** What a version says, as fields. */
@Injectable()
export class ContentRepository {
  /** Null: nothing was read and nothing written. */
  get(tx: ReadTransaction, versionId: string): Promise<KeptContent | null> {
    return tx.one<KeptContent>(
      `select origin, content, row_version as "rowVersion" from documents.version_content
        where agency_id = any ($1::uuid[]) and version_id = $2`,
      [tx.actor.readable, versionId],
    );
  }

  async keep(
    tx: WriteTransaction,
    {
      versionId,
      origin,
      content,
    }: { versionId: string; origin: KeptContent['origin']; content: ProcedureContent },
  ): Promise<void> {
    await tx.change(
      `insert into documents.version_content (agency_id, version_id, origin, content) values ($1, $2, $3, $4)
       on conflict (agency_id, version_id) do update
         set origin = excluded.origin, content = excluded.content, updated_at = clock_timestamp(),
             row_version = documents.version_content.row_version + 1`,
      [tx.actor.agencyId, versionId, origin, JSON.stringify(content)],
    );
  }
}
