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

  /** By compare-and-set; row version 0 says that there was none. @throws StaleRow */
  async write(
    tx: WriteTransaction,
    {
      versionId,
      rowVersion,
      origin,
      content,
    }: { versionId: string; rowVersion: number; origin: KeptContent['origin']; content: ProcedureContent },
  ): Promise<void> {
    await tx.changeOne(
      `insert into documents.version_content as kept (agency_id, version_id, origin, content) values ($1, $2, $3, $4)
       on conflict (agency_id, version_id) do update
         set origin = excluded.origin, content = excluded.content, updated_at = clock_timestamp(),
             row_version = kept.row_version + 1
         where kept.row_version = $5`,
      [tx.actor.agencyId, versionId, origin, JSON.stringify(content), rowVersion],
    );
  }

  /** Of the newest version of a document that has one. */
  async latest(tx: ReadTransaction, documentId: string): Promise<ProcedureContent | null> {
    const row = await tx.one<{ content: ProcedureContent }>(
      `select c.content from documents.version v
         join documents.version_content c on c.agency_id = v.agency_id and c.version_id = v.id
        where v.agency_id = $1 and v.document_id = $2 order by v.issue desc, v.revision desc limit 1`,
      [tx.actor.agencyId, documentId],
    );
    return row?.content ?? null;
  }
}
