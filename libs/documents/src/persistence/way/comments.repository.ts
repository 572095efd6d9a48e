import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { CommentNotFound } from '../../domain/refusals';

export interface CommentRow {
  id: string;
  parentId: string | null;
  page: number | null;
  /** Whether the pages are still those that were commented on. */
  isCurrent: boolean;
  body: string;
  authorName: string;
  createdAt: string;
  resolvedAt: string | null;
  resolvedByName: string | null;
}

/** Ý kiến on the pages of a version under way. */
@Injectable()
export class CommentsRepository {
  list(tx: ReadTransaction, versionId: string): Promise<CommentRow[]> {
    return tx.query<CommentRow>(
      `select c.id, c.parent_id as "parentId", c.page, c.rendition_sha256 is not distinct from v.rendition_sha256 as "isCurrent",
              c.body, c.author_name as "authorName", c.created_at as "createdAt", c.resolved_at as "resolvedAt",
              c.resolved_by_name as "resolvedByName"
         from documents.version_comment c
         join documents.version v on v.agency_id = c.agency_id and v.id = c.version_id
        where c.agency_id = $1 and c.version_id = $2 order by c.created_at, c.id limit 1000`,
      [tx.actor.agencyId, versionId],
    );
  }

  /** @throws CommentNotFound when it answers one that is not of this version */
  async add(
    tx: WriteTransaction,
    comment: { id: string; versionId: string; parentId: string | null; page: number | null; body: string },
  ): Promise<void> {
    const added = await tx.change(
      `insert into documents.version_comment (agency_id, id, version_id, parent_id, rendition_sha256, page, body,
         author_id, author_name)
       select v.agency_id, $3, v.id, $4::uuid, v.rendition_sha256, $5::int, $6, $7, $8
         from documents.version v
        where v.agency_id = $1 and v.id = $2 and ($4::uuid is null or exists (
          select 1 from documents.version_comment p
           where p.agency_id = v.agency_id and p.version_id = v.id and p.id = $4::uuid))`,
      [
        tx.actor.agencyId,
        comment.versionId,
        comment.id,
        comment.parentId,
        comment.page,
        comment.body,
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
    if (added === 0) throw new CommentNotFound();
  }

  /** @throws CommentNotFound */
  async resolve(tx: WriteTransaction, versionId: string, id: string): Promise<void> {
    const resolved = await tx.change(
      `update documents.version_comment set resolved_at = clock_timestamp(), resolved_by_name = $4,
         row_version = row_version + 1
        where agency_id = $1 and version_id = $2 and id = $3 and resolved_at is null`,
      [tx.actor.agencyId, versionId, id, tx.actor.personName],
    );
    if (resolved === 0) throw new CommentNotFound();
  }
}
