import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ApprovalFile, ApprovalFileNotFound, type ApprovalFileSnapshot } from '../../domain/approvals';

export interface ApprovalFileRow extends ApprovalFileSnapshot {
  agencyId: string;
  uploaderName: string;
  assigneeName: string;
  checkedAt: Date | null;
  createdAt: Date;
  rowVersion: number;
}

/** A file under its rules, with the row version that was read. */
export interface LoadedApprovalFile {
  file: ApprovalFile;
  row: ApprovalFileRow;
}

export type CheckOutcome =
  | { state: 'checked'; sha256: string; size: number; report: unknown }
  | { state: 'refused'; problem: string; report: unknown };

const COLUMNS = `f.agency_id as "agencyId", f.id, f.version_id as "versionId", f.step_id as "stepId", f.way, f.state,
  f.parts, f.content_hash as "contentHash", f.sha256, f.size, f.uploader_id as "uploaderId",
  f.uploader_name as "uploaderName", f.signers, f.signed_on as "signedOn", f.original_place as "originalPlace",
  f.report, f.problem, f.refusal_reason as "refusalReason", f.checked_at as "checkedAt",
  f.decided_by as "decidedById", f.decided_by_name as "decidedByName", f.decided_at as "decidedAt",
  f.confirmation_note as "confirmationNote", f.created_at as "createdAt", f.row_version as "rowVersion",
  s.assignee_name as "assigneeName"`;
const TABLES = `documents.approval_file f
  join documents.route_step s on s.agency_id = f.agency_id and s.id = f.step_id`;

@Injectable()
export class ApprovalFilesRepository {
  async add(
    tx: WriteTransaction,
    file: Pick<
      ApprovalFileSnapshot,
      | 'id'
      | 'versionId'
      | 'stepId'
      | 'way'
      | 'parts'
      | 'contentHash'
      | 'signers'
      | 'signedOn'
      | 'originalPlace'
    >,
  ): Promise<void> {
    await tx.change(
      `insert into documents.approval_file (agency_id, id, version_id, step_id, way, state, parts, content_hash,
         uploader_id, uploader_name, signers, signed_on, original_place)
       values ($1, $2, $3, $4, $5, 'received', $6, $7, $8, $9, $10, $11, $12)`,
      [
        tx.actor.agencyId,
        file.id,
        file.versionId,
        file.stepId,
        file.way,
        JSON.stringify(file.parts),
        file.contentHash,
        tx.actor.personId,
        tx.actor.personName,
        file.signers,
        file.signedOn,
        file.originalPlace,
      ],
    );
  }

  /** The newest first; a version has few. */
  ofVersion(tx: ReadTransaction, versionId: string): Promise<ApprovalFileRow[]> {
    return tx.query<ApprovalFileRow>(
      `select ${COLUMNS} from ${TABLES} where f.agency_id = any ($1::uuid[]) and f.version_id = $2
        order by f.created_at desc, f.id desc limit 50`,
      [tx.actor.readable, versionId],
    );
  }

  /** @throws ApprovalFileNotFound */
  async get(tx: ReadTransaction, id: string): Promise<ApprovalFileRow> {
    const row = await tx.one<ApprovalFileRow>(
      `select ${COLUMNS} from ${TABLES} where f.agency_id = any ($1::uuid[]) and f.id = $2`,
      [tx.actor.readable, id],
    );
    if (row === null) throw new ApprovalFileNotFound();
    return row;
  }

  /** The file by which a version was approved outside, if it was. */
  approvedOf(tx: ReadTransaction, versionId: string): Promise<ApprovalFileRow | null> {
    return tx.one<ApprovalFileRow>(
      `select ${COLUMNS} from ${TABLES}
        where f.agency_id = any ($1::uuid[]) and f.version_id = $2 and f.state = 'approved'
        order by f.decided_at desc limit 1`,
      [tx.actor.readable, versionId],
    );
  }

  /** Locks the row: two people decide one after the other. @throws ApprovalFileNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<LoadedApprovalFile> {
    await tx.one('select 1 from documents.approval_file where agency_id = $1 and id = $2 for update', [
      tx.actor.agencyId,
      id,
    ]);
    const row = await this.get(tx, id);
    if (row.agencyId !== tx.actor.agencyId) throw new ApprovalFileNotFound();
    return { file: ApprovalFile.restore(row), row };
  }

  async finish(tx: WriteTransaction, id: string, outcome: CheckOutcome): Promise<void> {
    const kept = outcome.state === 'checked' ? outcome : null;
    await tx.change(
      `update documents.approval_file
          set state = $3, sha256 = $4, size = $5, report = $6::jsonb, problem = $7, checked_at = clock_timestamp(),
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'received'`,
      [
        tx.actor.agencyId,
        id,
        outcome.state,
        kept?.sha256 ?? null,
        kept?.size ?? null,
        outcome.report === null ? null : JSON.stringify(outcome.report),
        outcome.state === 'refused' ? outcome.problem : null,
      ],
    );
  }

  /** Compare-and-set of what a person decided. @throws StaleRow */
  async save(tx: WriteTransaction, { file, row }: LoadedApprovalFile): Promise<void> {
    const now = file.snapshot;
    await tx.changeOne(
      `update documents.approval_file
          set state = $4, refusal_reason = $5, decided_by = $6, decided_by_name = $7, decided_at = $8,
              confirmation_note = $9, row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        now.id,
        row.rowVersion,
        now.state,
        now.refusalReason,
        now.decidedById,
        now.decidedByName,
        now.decidedAt,
        now.confirmationNote,
      ],
    );
  }
}
