import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type EscalationLevel } from '../../domain/rules/reminder-rule';

export interface Escalated {
  obligationId: string;
  subjectType: string;
  subjectId: string;
  step: number;
  level: EscalationLevel;
  /** Names of those who were told; empty when the agency has nobody at this level or above. */
  told: string[];
}

export interface EscalationRow {
  id: string;
  title: string;
  link: string;
  dueOn: LocalDate;
  level: EscalationLevel;
  personName: string;
  positionTitle: string;
  toldOn: LocalDate;
  toldAt: string;
}

const BATCH = 200;

/**
 * Nearest first; where a level is empty the next one above it hears. Nobody hears of their own lateness this way, and
 * an approver stands in where an agency has no head.
 */
const RANK = `case when 'unit-focal' = any (m.roles) and near then 1 when 'reviewer' = any (m.roles) and near then 2
                   when 'head' = any (m.roles) then 3 when 'approver' = any (m.roles) then 4 end`;

const LATE = `'Quá hạn ' || ($2::date - d.due_on) || ' ngày: ' || d.title`;

@Injectable()
export class EscalationsRepository {
  /** Tells the next level of what is late, once per rung and person, and keeps who was told. */
  escalate(tx: WriteTransaction, today: LocalDate): Promise<Escalated[]> {
    return tx.query<Escalated>(
      `with d as (
         select o.*, o.escalation -> o.escalation_step ->> 'to' as level from notifications.obligation o
          where o.agency_id = $1 and o.closed_at is null and o.escalate_on <= $2
          order by o.escalate_on, o.id limit ${String(BATCH)} for update skip locked),
       obliged as (
         select distinct d.id, d.level, m.person_id, m.person_name, m.unit_id
           from d join notifications.reminder r on r.agency_id = $1 and r.obligation_id = d.id
                   and r.state in ('planned', 'due')
           join identity.pub_membership m on m.agency_id = $1 and m.person_id = r.recipient_id and m.valid @> $2::date),
       ranked as (
         select o.id, m.person_id, m.person_name, m.position_title, min(${RANK}) as rank
           from (select id, level, array_agg(person_id) as people, array_agg(unit_id) as units from obliged
                  group by id, level) o
           join identity.pub_membership m on m.agency_id = $1 and m.valid @> $2::date and m.person_id <> all (o.people)
          cross join lateral (select exists (select from unnest(o.units) as unit
            where unit is not distinct from m.unit_id) as near) n
          where ${RANK} >= case o.level when 'unit-focal' then 1 when 'unit-lead' then 2 else 3 end
          group by o.id, m.person_id, m.person_name, m.position_title),
       told as (
         insert into notifications.escalation (agency_id, obligation_id, step, level, person_id, person_name,
           position_title, told_on)
         select $1, d.id, d.escalation_step, d.level, x.person_id, x.person_name, x.position_title, $2
           from d join (select *, dense_rank() over (partition by id order by rank) as place from ranked) x
             on x.id = d.id and x.place = 1
         on conflict on constraint escalation_once do nothing
         returning obligation_id, id, step, person_id, person_name),
       notices as (
         insert into notifications.notice (agency_id, recipient_id, kind, subject_type, subject_id, occasion, title, body,
           link)
         select $1, t.person_id, 'escalation', d.subject_type, d.subject_id, t.id::text, ${LATE},
                'Người được giao: ' || (select string_agg(distinct o.person_name, ', ') from obliged o where o.id = d.id),
                d.link
           from told t join d on d.id = t.obligation_id
         on conflict on constraint notice_once do nothing
         returning id, recipient_id, subject_type, subject_id, title, link),
       lines as (
         insert into notifications.dispatch_line (agency_id, recipient_id, source, source_id, subject_type, subject_id,
           title, link, urgent)
         select $1, recipient_id, 'notice', id, subject_type, subject_id, title, link, false from notices),
       moved as (
         update notifications.obligation o
            set escalation_step = d.escalation_step + 1,
                escalate_on = d.escalate_on + ((d.escalation -> (d.escalation_step + 1) ->> 'afterDays')::integer
                  - (d.escalation -> d.escalation_step ->> 'afterDays')::integer)
           from d where o.agency_id = $1 and o.id = d.id)
       select d.id as "obligationId", d.subject_type as "subjectType", d.subject_id as "subjectId",
              d.escalation_step as step, d.level,
              array(select t.person_name from told t where t.obligation_id = d.id order by 1) as told
         from d order by d.id`,
      [tx.actor.agencyId, today],
    );
  }

  /** Who was told of what is late, the latest first. */
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [toldAt: string, id: string] | null; limit: number },
  ): Promise<EscalationRow[]> {
    return tx.query<EscalationRow>(
      `select e.id, o.title, o.link, o.due_on as "dueOn", e.level, e.person_name as "personName",
              e.position_title as "positionTitle", e.told_on as "toldOn", e.told_at::text as "toldAt"
         from notifications.escalation e
         join notifications.obligation o on o.agency_id = e.agency_id and o.id = e.obligation_id
        where e.agency_id = $1 and ($2::timestamptz is null or (e.told_at, e.id) < ($2, $3::uuid))
        order by e.told_at desc, e.id desc limit $4`,
      [tx.actor.agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
