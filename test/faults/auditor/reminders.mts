import { type Client } from 'pg';

import { type Evidence, faultsOf, scopeOf, type Violation } from './evidence.mts';

/** The obligation behind a reminder: open work of one person on one subject. */
const OBLIGATION = `select i.agency_id, i.subject_type, i.subject_id, i.assignee_id, i.due_on,
    (i.opened_at at time zone 'Asia/Ho_Chi_Minh')::date as opened_on
  from work.item i
  where i.kind = 'revise' and i.closed_at is null and not i.following and i.due_on is not null
    and ($1::uuid[] is null or i.agency_id = any ($1))`;

const SAME = `r.agency_id = o.agency_id and r.subject_type = o.subject_type and r.subject_id = o.subject_id
    and r.recipient_id = o.assignee_id and r.due_on = o.due_on`;

const QUESTIONS: readonly (readonly [invariant: string, sql: string])[] = [
  // Every stage that lay ahead when the work was opened has its row on every channel that the person hears by.
  [
    'I-07',
    `with o as (${OBLIGATION}),
     heard as (select distinct o.agency_id, o.subject_id, o.assignee_id, r.channel from o
                 join notifications.reminder r on ${SAME})
     select format('%s: no reminder %s days before %s by %s', o.subject_id, s.stage, o.due_on, h.channel) as detail
       from o join heard h on (h.agency_id, h.subject_id, h.assignee_id) = (o.agency_id, o.subject_id, o.assignee_id)
       cross join (values (30), (14), (7), (3), (1), (0)) as s(stage)
      where o.due_on - s.stage > o.opened_on
        and not exists (select from notifications.reminder r
          where ${SAME} and r.channel = h.channel and r.stage = s.stage and r.state <> 'cancelled')`,
  ],
  [
    'I-07',
    `with o as (${OBLIGATION})
     select format('%s: work of %s without any reminder', o.subject_id, o.assignee_id) as detail from o
      where not exists (select from notifications.reminder r where ${SAME} and r.state <> 'cancelled')`,
  ],
  [
    'I-07',
    `select format('%s: %s reminders at stage %s by %s', subject_id, count(*), stage, channel) as detail
       from notifications.reminder where $1::uuid[] is null or agency_id = any ($1)
      group by agency_id, rule_version, subject_type, subject_id, stage, due_on, recipient_id, channel
     having count(*) > 1`,
  ],
  [
    'I-07',
    `select format('%s: %s lines of mail for one reminder', l.source_id, count(*)) as detail
       from notifications.dispatch_line l where l.source = 'reminder' and ($1::uuid[] is null or l.agency_id = any ($1))
      group by l.agency_id, l.source_id having count(*) > 1`,
  ],
  // One change reaches a document once, however often it is heard of.
  [
    'I-07',
    `select format('%s: %s assessments of one change', document_id, count(*)) as detail
       from legal_impact.assessment where $1::uuid[] is null or agency_id = any ($1)
      group by agency_id, change_id, document_id having count(*) > 1`,
  ],
  [
    'I-07',
    `select format('%s: %s open tasks of one person', subject_id, count(*)) as detail from work.item
      where closed_at is null and ($1::uuid[] is null or agency_id = any ($1))
      group by agency_id, kind, subject_type, subject_id, assignee_id having count(*) > 1`,
  ],
  [
    'I-08',
    `select format('%s: told on %s, before its day %s', id, (sent_at at time zone 'Asia/Ho_Chi_Minh')::date, remind_on)
         as detail from notifications.reminder
      where sent_at is not null and (sent_at at time zone 'Asia/Ho_Chi_Minh')::date < remind_on
        and ($1::uuid[] is null or agency_id = any ($1))`,
  ],
  [
    'I-08',
    `select format('%s: a reminder waits for work that is closed', r.id) as detail from notifications.reminder r
      where r.state in ('planned', 'due') and ($1::uuid[] is null or r.agency_id = any ($1))
        and exists (select from work.item i where i.agency_id = r.agency_id and i.subject_type = r.subject_type
          and i.subject_id = r.subject_id and i.closed_at is not null)
        and not exists (select from work.item i where i.agency_id = r.agency_id and i.subject_type = r.subject_type
          and i.subject_id = r.subject_id and i.closed_at is null)`,
  ],
  [
    'I-08',
    `select format('%s: told after its work was closed', r.id) as detail from notifications.reminder r
      where r.sent_at is not null and ($1::uuid[] is null or r.agency_id = any ($1))
        and exists (select from work.item i where i.agency_id = r.agency_id and i.subject_type = r.subject_type
          and i.subject_id = r.subject_id and i.assignee_id = r.recipient_id)
        and not exists (select from work.item i where i.agency_id = r.agency_id and i.subject_type = r.subject_type
          and i.subject_id = r.subject_id and i.assignee_id = r.recipient_id
          and (i.closed_at is null or i.closed_at >= r.sent_at - interval '1 minute'))`,
  ],
  [
    'I-08',
    `select format('%s: a mail left for somebody who had left', d.id) as detail from notifications.dispatch d
      where d.sent_at is not null and ($1::uuid[] is null or d.agency_id = any ($1))
        and not exists (select from identity.membership m where m.agency_id = d.agency_id
          and m.person_id = d.recipient_id and m.valid @> (d.sent_at at time zone 'Asia/Ho_Chi_Minh')::date)`,
  ],
];

/** Late by the hand of a fault: its day is a working day of now and it has not been told. */
const LATE = `select format('%s: due since %s and not told', r.id, r.remind_on) as detail from notifications.reminder r
  where r.state = 'planned' and r.remind_on <= (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date
    and ($1::uuid[] is null or r.agency_id = any ($1))
    and coalesce(
      (select c.kind = 'working' from organization.calendar_day c, organization.agency a
        where a.id = r.agency_id and c.audience @> a.path
          and c.day = (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date
        order by nlevel(c.audience) desc limit 1),
      extract(isodow from clock_timestamp() at time zone 'Asia/Ho_Chi_Minh') <= 5)`;

/** I-07: each obligation has one row per stage. I-08: nothing early, late, for closed work or for people who left. */
export async function checkReminders(client: Client, evidence: Evidence): Promise<Violation[]> {
  const scope = [scopeOf(evidence)];
  const found: Violation[] = [];
  for (const [invariant, sql] of QUESTIONS) found.push(...(await faultsOf(client, invariant, sql, scope)));
  if (evidence.quiet === true) found.push(...(await faultsOf(client, 'I-08', LATE, scope)));
  return found;
}
