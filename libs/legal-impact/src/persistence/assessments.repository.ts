import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { Assessment, type AssessmentSnapshot, type AssessmentState } from '../domain/assessment';
import { AssessmentNotFound } from '../domain/refusals';

/** Why open assessments of a document end without a conclusion. */
export interface Closing {
  documentId: string;
  at: Date;
  reason: string;
}

export interface ClosedAssessment {
  id: string;
  taskId: string | null;
  /** What it was before. */
  state: AssessmentState;
}

@Injectable()
export class AssessmentsRepository {
  /** Locks the assessment of the acting agency. @throws AssessmentNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<Assessment> {
    const row = await tx.one<Omit<AssessmentSnapshot, 'concluded'>>(
      `select agency_id as "agencyId", id, change_id as "changeId", document_id as "documentId",
              task_id as "taskId",
              owning_unit_id as "owningUnitId", assignee_id as "assigneeId", state, deadline_on as "deadlineOn",
              row_version as "rowVersion", reason
         from legal_impact.assessment where agency_id = $1 and id = $2 for update`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new AssessmentNotFound();
    return Assessment.restore({ ...row, concluded: null });
  }

  async saveConclusion(tx: WriteTransaction, { snapshot }: Assessment): Promise<void> {
    await tx.changeOne(
      `update legal_impact.assessment a
          set state = s.state, reason = s.reason, concluded_by = (s.concluded ->> 'by')::uuid,
              concluded_by_name = s.concluded ->> 'byName', concluded_position = s.concluded ->> 'position',
              concluded_at = (s.concluded ->> 'at')::timestamptz,
              closed_at = case when s.state = 'not-needed' then (s.concluded ->> 'at')::timestamptz end,
              row_version = a.row_version + 1
         from jsonb_to_record($3::jsonb) as s(state text, reason text, concluded jsonb, "rowVersion" integer)
        where a.agency_id = $1 and a.id = $2 and a.row_version = s."rowVersion"`,
      [snapshot.agencyId, snapshot.id, JSON.stringify(snapshot)],
    );
  }

  /** An issued version answers what was opened before it was drafted. @returns ids of what is done */
  answer(
    tx: WriteTransaction,
    { documentId, versionId, at, reason }: Closing & { versionId: string },
  ): Promise<ClosedAssessment[]> {
    return tx.query<ClosedAssessment>(
      `with before as (
         select a.agency_id, a.id, a.state from legal_impact.assessment a
           join documents.pub_version v on v.agency_id = a.agency_id and v.id = $3
          where a.agency_id = $1 and a.document_id = $2 and a.state in ('open', 'must-revise')
            and (a.opened_at < v.created_at or a.answering_version_id = v.id)
            for update of a)
       update legal_impact.assessment a
          set state = 'done', answered_by_version_id = $3, closed_at = $4, closed_reason = $5,
              row_version = a.row_version + 1
         from before where a.agency_id = before.agency_id and a.id = before.id
       returning a.id, a.task_id as "taskId", before.state`,
      [tx.actor.agencyId, documentId, versionId, at, reason],
    );
  }

  /** A withdrawn document needs no revision. @returns ids of what is done */
  end(tx: WriteTransaction, { documentId, at, reason }: Closing): Promise<ClosedAssessment[]> {
    return tx.query<ClosedAssessment>(
      `with before as (
         select a.agency_id, a.id, a.state from legal_impact.assessment a
          where a.agency_id = $1 and a.document_id = $2 and a.state in ('open', 'must-revise') for update)
       update legal_impact.assessment a
          set state = 'done', closed_at = $3, closed_reason = $4, row_version = a.row_version + 1
         from before where a.agency_id = before.agency_id and a.id = before.id
       returning a.id, a.task_id as "taskId", before.state`,
      [tx.actor.agencyId, documentId, at, reason],
    );
  }
}
