import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AssessmentState } from '../domain/assessment';
import { type Reason, type Via } from '../domain/reason-words';

export interface AssessmentRow {
  agencyId: string;
  id: string;
  changeId: string;
  documentId: string;
  taskId: string | null;
  code: string;
  title: string;
  cites: string;
  via: Via;
  reasons: Reason[];
  changeText: string;
  owningUnitId: string | null;
  unitName: string | null;
  assigneeId: string | null;
  state: AssessmentState;
  deadlineOn: LocalDate;
  overdue: boolean;
  rowVersion: number;
  reason: string | null;
  concludedByName: string | null;
  concludedAt: Date | null;
  effectiveVersionId: string | null;
  originalDeadlineOn: LocalDate;
  answeringVersionId: string | null;
  sheetId: string | null;
}

export interface DeadlineMoveRow {
  kind: 'extension' | 'calendar';
  fromOn: LocalDate;
  untilOn: LocalDate;
  reason: string;
  movedByName: string;
  movedByAgency: string;
  movedAt: string;
}

export interface AssessmentFilter {
  state: 'open' | 'all';
  changeId: string | null;
  documentId: string | null;
  after: readonly [string, string] | null;
  limit: number;
}

const SELECT = `select a.agency_id as "agencyId", a.id, a.change_id as "changeId", a.document_id as "documentId", d.code, d.title,
    a.task_id as "taskId", a.cites, a.via, a.reasons, t.number_symbol as "changeText", a.owning_unit_id as "owningUnitId", u.name as "unitName",
    a.assignee_id as "assigneeId", a.state, a.deadline_on as "deadlineOn",
    a.original_deadline_on as "originalDeadlineOn", a.answering_version_id as "answeringVersionId", a.sheet_id as "sheetId",
    a.state in ('open', 'must-revise') and a.deadline_on < app.today() as overdue, a.row_version as "rowVersion",
    a.reason, a.concluded_by_name as "concludedByName", a.concluded_at as "concludedAt",
    (select v.version_id from documents.pub_effective_version v
      where v.agency_id = a.agency_id and v.document_id = a.document_id) as "effectiveVersionId"
  from legal_impact.assessment a
  join documents.pub_document d on d.agency_id = a.agency_id and d.id = a.document_id
  join legal_impact.change c on c.id = a.change_id
  join legal_register.pub_legal_text t on t.id = c.text_id
  left join organization.pub_unit u on u.agency_id = a.agency_id and u.id = a.owning_unit_id
  where a.agency_id = any ($1::uuid[])`;

@Injectable()
export class AssessmentsQuery {
  /** The nearest deadline first. */
  list(
    tx: ReadTransaction,
    { state, changeId, documentId, after, limit }: AssessmentFilter,
  ): Promise<AssessmentRow[]> {
    return tx.query<AssessmentRow>(
      `${SELECT} and ($2 or a.state in ('open', 'must-revise')) and ($3::uuid is null or a.change_id = $3)
         and ($4::uuid is null or a.document_id = $4)
         and ($5::date is null or (a.deadline_on, a.id) > ($5, $6::uuid))
       order by a.deadline_on, a.id limit $7`,
      [
        [...tx.actor.readable],
        state === 'all',
        changeId,
        documentId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
  }

  /** What else the same task waits for. */
  others(tx: ReadTransaction, taskId: string, except: string): Promise<AssessmentRow[]> {
    return tx.query<AssessmentRow>(
      `${SELECT} and a.task_id = $2 and a.id <> $3 order by a.opened_at, a.id limit 50`,
      [[...tx.actor.readable], taskId, except],
    );
  }

  /** Each move of its deadline. */
  moves(tx: ReadTransaction, assessmentId: string): Promise<DeadlineMoveRow[]> {
    return tx.query<DeadlineMoveRow>(
      `select kind, from_on as "fromOn", until_on as "untilOn", reason, moved_by_name as "movedByName",
              moved_by_agency as "movedByAgency", moved_at::text as "movedAt"
         from legal_impact.deadline_move where agency_id = any ($1::uuid[]) and assessment_id = $2
        order by moved_at, id limit 50`,
      [[...tx.actor.readable], assessmentId],
    );
  }

  one(tx: ReadTransaction, id: string): Promise<AssessmentRow | null> {
    return tx.one<AssessmentRow>(`${SELECT} and a.id = $2`, [[...tx.actor.readable], id]);
  }
}
