import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentVersion, type RouteStep, type VersionSnapshot } from '../domain/document-version';
import { VersionNotFound } from '../domain/refusals';
import { type Mandate } from '../domain/way';
import { DRAFTER_ACCOUNTS, MANDATES_OF_CALLER, STEPS_OF_VERSION } from './way/way.sql';

interface VersionRow extends Omit<VersionSnapshot, 'steps'> {
  rowVersion: number;
  standsInFor: Mandate[];
  steps: RouteStepRow[] | null;
}

type RouteStepRow = Omit<RouteStep, 'since' | 'decidedAt'> & {
  since: string | null;
  decidedAt: string | null;
};

/** A version under its rules, with the row version that was read: the pair that a save compares. */
export interface LoadedVersion {
  version: DocumentVersion;
  rowVersion: number;
  before: VersionSnapshot;
  /** For whom the caller may act today. */
  standsInFor: readonly Mandate[];
}

const COLUMNS = `v.id, v.document_id as "documentId", v.state, v.issue, v.revision, v.drafter_id as "drafterId",
  v.uploader_id as "uploaderId", v.submitted_by_name as "submittedByName", v.change_note as "changeNote", v.change_class as "changeClass",
  v.rendition_state as "renditionState", v.rendition_sha256 as "renditionSha256", v.metadata_hash as "metadataHash",
  v.review_round as "reviewRound", v.returned_at as "returnedAt", v.submitted_at as "submittedAt",
  v.approved_at as "approvedAt", v.row_version as "rowVersion",
  (v.change_reason is not null and v.affected_sections is not null and v.legal_basis is not null) as "changeExplained",
  exists (select from documents.version p where p.agency_id = v.agency_id and p.document_id = v.document_id
    and p.id <> v.id) as "hasPredecessor",
  v.drafting_confirmed as "draftingConfirmed", v.submitted_by_id as "submittedById",
  ${DRAFTER_ACCOUNTS} as "drafterAccounts", ${MANDATES_OF_CALLER} as "standsInFor", ${STEPS_OF_VERSION} as steps`;

@Injectable()
export class VersionsRepository {
  /** Locks the row: two approvals of one version run one after the other. @throws VersionNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<LoadedVersion> {
    // The lock comes first and alone, so that the steps are read as the one before us left them.
    const locked = await tx.one(
      'select 1 from documents.version where agency_id = $1 and id = $2 for update',
      [tx.actor.agencyId, id],
    );
    if (locked === null) throw new VersionNotFound();
    return this.get(tx, id);
  }

  /** @throws VersionNotFound */
  async get(tx: ReadTransaction, id: string): Promise<LoadedVersion> {
    const row = await tx.one<VersionRow>(
      `select ${COLUMNS} from documents.version v where v.agency_id = any ($1::uuid[]) and v.id = $2`,
      [tx.actor.readable, id],
    );
    if (row === null) throw new VersionNotFound();
    const { rowVersion, steps, standsInFor, ...columns } = row;
    const before: VersionSnapshot = { ...columns, steps: (steps ?? []).map(stepOf) };
    return { version: DocumentVersion.restore(before), rowVersion, before, standsInFor };
  }

  /** Compare-and-set on the row version, then the steps that changed; facts leave with the commit. @throws StaleRow */
  async save(tx: WriteTransaction, { version, rowVersion, before }: LoadedVersion): Promise<void> {
    const now = version.snapshot;
    const changed = await tx.change(
      `update documents.version
          set state = $4, review_round = $5, returned_at = $6, submitted_at = $7, approved_at = $8, metadata_hash = $9,
              drafting_confirmed = $10, submitted_by_id = $11, submitted_by_name = $12, row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        now.id,
        rowVersion,
        now.state,
        now.reviewRound,
        now.returnedAt,
        now.submittedAt,
        now.approvedAt,
        now.metadataHash,
        now.draftingConfirmed,
        now.submittedById,
        now.submittedByName,
      ],
    );
    if (changed !== 1) throw new StaleRow();
    await this.#saveSteps(tx, now, before);
    for (const { name, payload } of version.releaseFacts()) tx.announce(name, payload);
  }

  /** By whom and on what ground a draft entered for another was confirmed (OF-05). */
  async noteDrafting(
    tx: WriteTransaction,
    id: string,
    { by, note }: { by: string; note: string | null },
  ): Promise<void> {
    await tx.change(
      `update documents.version
          set drafting_confirmed_by = $3, drafting_confirmed_at = clock_timestamp(), drafting_note = $4
        where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, id, by, note],
    );
  }

  async #saveSteps(tx: WriteTransaction, now: VersionSnapshot, before: VersionSnapshot): Promise<void> {
    const known = new Map(before.steps.map((step) => [step.id, step]));
    const changed = now.steps.filter((step) => JSON.stringify(known.get(step.id)) !== JSON.stringify(step));
    if (changed.length === 0) return;
    await tx.change(
      `insert into documents.route_step (agency_id, id, version_id, round, step_no, stage, stage_name, kind, in_sequence,
          quorum, days, assignee_id, assignee_name, state, since, decided_at, taken_by_id, taken_by_name, comment)
       select $1, id, $2, round, "stepNo", stage, "stageName", kind, "inSequence", quorum, days, "assigneeId",
          "assigneeName", state, since, "decidedAt", "takenById", "takenByName", comment
         from jsonb_to_recordset($3::jsonb) as step (id uuid, round int, "stepNo" int, stage int, "stageName" text,
           kind text, "inSequence" boolean, quorum int, days int, "assigneeId" uuid, "assigneeName" text, state text,
           since timestamptz, "decidedAt" timestamptz, "takenById" uuid, "takenByName" text, comment text)
       on conflict (agency_id, id) do update set state = excluded.state, since = excluded.since,
         decided_at = excluded.decided_at, taken_by_id = excluded.taken_by_id, taken_by_name = excluded.taken_by_name,
         comment = excluded.comment, row_version = route_step.row_version + 1`,
      [tx.actor.agencyId, now.id, JSON.stringify(changed)],
    );
  }
}

function stepOf({ since, decidedAt, ...step }: RouteStepRow): RouteStep {
  return {
    ...step,
    since: since === null ? null : new Date(since),
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
  };
}
