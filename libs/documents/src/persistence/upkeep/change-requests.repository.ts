import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ChangeRequestNotFound } from '../../domain/upkeep/refusals';

export type ChangeRequestKind = 'new' | 'amend' | 'withdraw';
export type ChangeRequestState = 'opened' | 'accepted' | 'declined' | 'done';

export interface ChangeRequestRow {
  id: string;
  kind: ChangeRequestKind;
  documentId: string | null;
  code: string | null;
  title: string;
  place: string | null;
  reason: string;
  proposal: string | null;
  source: 'reader' | 'periodic-review';
  state: ChangeRequestState;
  requesterId: string;
  requesterName: string;
  createdAt: string;
  createdKey: string;
  decidedName: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  answerVersionId: string | null;
  rowVersion: number;
}

export interface NewChangeRequest {
  id: string;
  kind: ChangeRequestKind;
  documentId: string | null;
  title: string;
  place: string | null;
  reason: string;
  proposal: string | null;
  source: 'reader' | 'periodic-review';
  requester: { id: string; name: string };
}

const COLUMNS = `r.id, r.kind, r.document_id as "documentId", d.code, r.title, r.place, r.reason, r.proposal, r.source, r.state,
  r.requester_id as "requesterId", r.requester_name as "requesterName", r.created_at as "createdAt",
  r.created_at::text as "createdKey", r.decided_name as "decidedName", r.decided_at as "decidedAt",
  r.decision_reason as "decisionReason", r.answer_version_id as "answerVersionId", r.row_version as "rowVersion"`;
const SOURCE = `documents.change_request r
  left join documents.document d on d.agency_id = r.agency_id and d.id = r.document_id`;

/** Phiếu yêu cầu ban hành, sửa đổi: any reader may ask, and is told what came of it. */
@Injectable()
export class ChangeRequestsRepository {
  /** `mine`: only one's own. */
  list(
    tx: ReadTransaction,
    filter: {
      open: boolean;
      documentId: string | null;
      requesterId: string | null;
      after: readonly SqlValue[] | null;
      limit: number;
    },
  ): Promise<ChangeRequestRow[]> {
    const [createdAt = null, id = null] = filter.after ?? [];
    return tx.query<ChangeRequestRow>(
      `select ${COLUMNS} from ${SOURCE}
        where r.agency_id = $1 and (not $2 or r.state in ('opened', 'accepted'))
          and ($3::uuid is null or r.document_id = $3) and ($4::uuid is null or r.requester_id = $4)
          and ($5::timestamptz is null or (r.created_at, r.id) < ($5, $6::uuid))
        order by r.created_at desc, r.id desc limit $7`,
      [
        tx.actor.agencyId,
        filter.open,
        filter.documentId,
        filter.requesterId,
        createdAt,
        id,
        filter.limit + 1,
      ],
    );
  }

  /** Anybody's, or only one's own. @throws ChangeRequestNotFound */
  async getVisible(tx: ReadTransaction, id: string, requesterId: string | null): Promise<ChangeRequestRow> {
    const row = await tx.one<ChangeRequestRow>(
      `select ${COLUMNS} from ${SOURCE}
        where r.agency_id = $1 and r.id = $2 and ($3::uuid is null or r.requester_id = $3)`,
      [tx.actor.agencyId, id, requesterId],
    );
    if (row === null) throw new ChangeRequestNotFound();
    return row;
  }

  /** @throws ChangeRequestNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<ChangeRequestRow> {
    const row = await tx.one<ChangeRequestRow>(
      `select ${COLUMNS} from ${SOURCE} where r.agency_id = $1 and r.id = $2 for no key update of r`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new ChangeRequestNotFound();
    return row;
  }

  /** Title of a document of the agency. */
  titleOf(tx: ReadTransaction, documentId: string): Promise<{ code: string; title: string } | null> {
    return tx.one('select code, title from documents.document where agency_id = $1 and id = $2', [
      tx.actor.agencyId,
      documentId,
    ]);
  }

  async add(tx: WriteTransaction, request: NewChangeRequest): Promise<void> {
    const { kind, documentId, title, place, reason, proposal, source, requester } = request;
    await tx.change(
      `insert into documents.change_request (agency_id, id, kind, document_id, title, place, reason, proposal, source,
         requester_id, requester_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.actor.agencyId,
        request.id,
        kind,
        documentId,
        title,
        place,
        reason,
        proposal,
        source,
        requester.id,
        requester.name,
      ],
    );
  }

  async decide(
    tx: WriteTransaction,
    id: string,
    { state, reason, at }: { state: 'accepted' | 'declined'; reason: string | null; at: Date },
  ): Promise<void> {
    await tx.changeOne(
      `update documents.change_request set state = $3, decision_reason = $4, decided_at = $5, decided_by = $6,
         decided_name = $7, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'opened'`,
      [tx.actor.agencyId, id, state, reason, at, tx.actor.personId, tx.actor.personName],
    );
  }

  /** Said to be done by the secretary: a new document, or one that no version of this document answers. */
  async finish(tx: WriteTransaction, id: string): Promise<void> {
    await tx.changeOne(
      `update documents.change_request set state = 'done', row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'accepted'`,
      [tx.actor.agencyId, id],
    );
  }

  /** Accepted requests about a document that a newly issued or withdrawn version answers. */
  answer(
    tx: WriteTransaction,
    documentId: string,
    { versionId, kinds }: { versionId: string; kinds: readonly ChangeRequestKind[] },
  ): Promise<{ id: string; requesterId: string; title: string }[]> {
    return tx.query(
      `update documents.change_request set state = 'done', answer_version_id = $3, row_version = row_version + 1
        where agency_id = $1 and document_id = $2 and state = 'accepted' and kind = any ($4::text[])
        returning id, requester_id as "requesterId", title`,
      [tx.actor.agencyId, documentId, versionId, kinds],
    );
  }
}
