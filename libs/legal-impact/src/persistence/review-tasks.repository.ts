import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ChangeReason, type Reason } from '../domain/reason-words';

/** The one task of a document: everything that it waits to be assessed for. */
export interface ReviewTask {
  taskId: string;
  documentId: string;
  assigneeId: string | null;
  code: string;
  title: string;
  /** The earliest of its deadlines; null when nothing is open any more. */
  deadlineOn: LocalDate | null;
  changes: readonly (ChangeReason & { assessmentId: string; changeId: string })[];
}

/** A draft in work that a change has made doubtful. */
export interface WarnedDraft {
  versionId: string;
  documentId: string;
  drafterId: string;
  code: string;
  title: string;
  changeText: string;
  cites: string;
  reasons: readonly Reason[];
}

@Injectable()
export class ReviewTasksRepository {
  /**
   * Gives the new assessments of a change to the people who answer for their documents. One that meets an open task of
   * its document joins it.
   */
  async join(tx: WriteTransaction, changeId: string): Promise<{ id: string; taskId: string }[]> {
    // Two changes that arrive at once must see each other's task.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('legal-impact.tasks ' || $1, 0))", [
      tx.actor.agencyId,
    ]);
    return tx.query<{ id: string; taskId: string }>(
      `update legal_impact.assessment a
          set task_id = coalesce(o.task_id, a.id),
              assignee_id = coalesce(o.assignee_id, legal_impact.assignee_of(a.agency_id, a.owning_unit_id))
         from legal_impact.assessment f
         left join lateral (
           select o.task_id, o.assignee_id from legal_impact.assessment o
            where o.agency_id = f.agency_id and o.document_id = f.document_id and o.task_id is not null
              and o.closed_at is null
            order by o.opened_at, o.id limit 1) o on true
        where f.agency_id = $1 and f.change_id = $2 and f.state = 'open' and f.task_id is null
          and a.agency_id = f.agency_id and a.id = f.id
       returning a.id, a.task_id as "taskId"`,
      [tx.actor.agencyId, changeId],
    );
  }

  /** What a change is called, and why it was withdrawn. */
  async change(tx: WriteTransaction, changeId: string): Promise<{ text: string; withdrawReason: string }> {
    const row = await tx.one<{ text: string; withdrawReason: string }>(
      `select t.number_symbol as text, coalesce(c.withdraw_reason, '') as "withdrawReason"
         from legal_impact.change c join legal_register.pub_legal_text t on t.id = c.text_id where c.id = $1`,
      [changeId],
    );
    return row ?? { text: '', withdrawReason: '' };
  }

  /** The tasks as they stand, in the order of their documents. */
  tasks(tx: WriteTransaction, ids: readonly string[]): Promise<ReviewTask[]> {
    return tx.query<ReviewTask>(
      `select a.task_id as "taskId", a.document_id as "documentId", d.code, d.title,
              (array_agg(a.assignee_id order by a.opened_at, a.id) filter (where a.assignee_id is not null))[1]
                as "assigneeId",
              min(a.deadline_on) filter (where a.closed_at is null) as "deadlineOn",
              coalesce(jsonb_agg(jsonb_build_object('assessmentId', a.id, 'changeId', a.change_id,
                'changeText', t.number_symbol, 'deadlineOn', a.deadline_on, 'cites', a.cites, 'reasons', a.reasons,
                'moved', (select jsonb_build_object('fromOn', m.from_on, 'reason', m.reason)
                  from legal_impact.deadline_move m where m.agency_id = a.agency_id and m.assessment_id = a.id
                  order by m.moved_at desc limit 1))
                order by a.opened_at, a.id) filter (where a.closed_at is null), '[]') as changes
         from legal_impact.assessment a
         join documents.pub_document d on d.agency_id = a.agency_id and d.id = a.document_id
         join legal_impact.change c on c.id = a.change_id
         join legal_register.pub_legal_text t on t.id = c.text_id
        where a.agency_id = $1 and a.task_id = any ($2::uuid[])
        group by a.task_id, a.document_id, d.code, d.title, d.series
        order by d.series, d.code, a.task_id`,
      [tx.actor.agencyId, ids],
    );
  }

  /** Tasks of a change in the acting agency, whatever became of them. */
  async ofChange(tx: WriteTransaction, changeId: string): Promise<string[]> {
    const rows = await tx.query<{ taskId: string }>(
      `select distinct task_id as "taskId" from legal_impact.assessment
        where agency_id = $1 and change_id = $2 and task_id is not null`,
      [tx.actor.agencyId, changeId],
    );
    return rows.map(({ taskId }) => taskId);
  }

  async secretaries(tx: WriteTransaction): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `select person_id as "personId" from identity.pub_membership
        where agency_id = $1 and 'secretary' = any (roles) and valid @> app.today() order by person_id`,
      [tx.actor.agencyId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Drafts in work that a change has reached. */
  drafts(tx: WriteTransaction, changeId: string): Promise<WarnedDraft[]> {
    return tx.query<WarnedDraft>(
      `select r.version_id as "versionId", w.document_id as "documentId", w.drafter_id as "drafterId", d.code, d.title,
              t.number_symbol as "changeText", r.reasons -> 0 ->> 'cites' as cites, r.reasons
         from legal_impact.draft_reason r
         join documents.pub_version_in_work w on w.agency_id = r.agency_id and w.version_id = r.version_id
         join documents.pub_document d on d.agency_id = w.agency_id and d.id = w.document_id
         join legal_impact.change c on c.id = r.change_id
         join legal_register.pub_legal_text t on t.id = c.text_id
        where r.agency_id = $1 and r.change_id = $2 order by d.code, r.version_id`,
      [tx.actor.agencyId, changeId],
    );
  }
}
