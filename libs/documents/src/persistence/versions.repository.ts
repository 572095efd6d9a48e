import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentVersion, type RouteStep, type VersionSnapshot } from '../domain/document-version';
import { VersionNotFound } from '../domain/refusals';

interface VersionRow extends Omit<VersionSnapshot, 'steps'> {
  rowVersion: number;
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
}

const COLUMNS = `v.id, v.document_id as "documentId", v.state, v.issue, v.revision, v.drafter_id as "drafterId",
  v.uploader_id as "uploaderId", v.change_note as "changeNote", v.change_class as "changeClass",
  v.rendition_state as "renditionState", v.rendition_sha256 as "renditionSha256", v.metadata_hash as "metadataHash",
  v.review_round as "reviewRound", v.returned_at as "returnedAt", v.submitted_at as "submittedAt",
  v.approved_at as "approvedAt", v.row_version as "rowVersion",
  (v.change_reason is not null and v.affected_sections is not null and v.legal_basis is not null) as "changeExplained",
  exists (select from documents.version p where p.agency_id = v.agency_id and p.document_id = v.document_id
    and p.id <> v.id) as "hasPredecessor",
  (select jsonb_agg(jsonb_build_object('id', s.id, 'round', s.round, 'stepNo', s.step_no, 'kind', s.kind,
      'assigneeId', s.assignee_id, 'assigneeName', s.assignee_name, 'state', s.state, 'since', s.since,
      'decidedAt', s.decided_at, 'comment', s.comment) order by s.round, s.step_no)
     from documents.route_step s where s.agency_id = v.agency_id and s.version_id = v.id) as steps`;

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
    const { rowVersion, steps, ...columns } = row;
    const before: VersionSnapshot = { ...columns, steps: (steps ?? []).map(stepOf) };
    return { version: DocumentVersion.restore(before), rowVersion, before };
  }

  /** Compare-and-set on the row version, then the steps that changed; facts leave with the commit. @throws StaleRow */
  async save(tx: WriteTransaction, { version, rowVersion, before }: LoadedVersion): Promise<void> {
    const now = version.snapshot;
    const changed = await tx.change(
      `update documents.version
          set state = $4, review_round = $5, returned_at = $6, submitted_at = $7, approved_at = $8, metadata_hash = $9,
              row_version = row_version + 1
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
      ],
    );
    if (changed !== 1) throw new StaleRow();
    await this.#saveSteps(tx, now, before);
    for (const { name, payload } of version.releaseFacts()) tx.announce(name, payload);
  }

  async #saveSteps(tx: WriteTransaction, now: VersionSnapshot, before: VersionSnapshot): Promise<void> {
    const known = new Map(before.steps.map((step) => [step.id, step]));
    const changed = now.steps.filter((step) => JSON.stringify(known.get(step.id)) !== JSON.stringify(step));
    // One step may be current at a time: those that end are written before the one that begins.
    const inOrder = [...changed].sort(
      (left, right) => Number(left.state === 'current') - Number(right.state === 'current'),
    );
    for (const group of [
      inOrder.filter(({ state }) => state !== 'current'),
      inOrder.filter(({ state }) => state === 'current'),
    ]) {
      if (group.length === 0) continue;
      await tx.change(
        `insert into documents.route_step (agency_id, id, version_id, round, step_no, kind, assignee_id, assignee_name,
            state, since, decided_at, comment)
         select $1, id, $2, round, "stepNo", kind, "assigneeId", "assigneeName", state, since, "decidedAt", comment
           from jsonb_to_recordset($3::jsonb) as step (id uuid, round int, "stepNo" int, kind text, "assigneeId" uuid,
             "assigneeName" text, state text, since timestamptz, "decidedAt" timestamptz, comment text)
         on conflict (agency_id, id) do update set state = excluded.state, since = excluded.since,
           decided_at = excluded.decided_at, comment = excluded.comment, row_version = route_step.row_version + 1`,
        [tx.actor.agencyId, now.id, JSON.stringify(group)],
      );
    }
  }
}

function stepOf({ since, decidedAt, ...step }: RouteStepRow): RouteStep {
  return {
    ...step,
    since: since === null ? null : new Date(since),
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
  };
}
