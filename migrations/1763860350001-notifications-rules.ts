import { registerTable, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Stages and escalation of reminders are data of the installation, a province or an agency, in versions that are never
 * changed. An obligation is what people are reminded of; it keeps the rule that it began with.
 */
export class NotificationsRules1763860350001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications.reminder_rule (
        steward_agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        audience public.ltree not null,
        kind text not null check (kind ~ '^[a-z][a-z.-]{2,59}$'),
        version integer not null check (version > 0),
        -- Days before the deadline; 0 = on the day.
        stages integer[] not null,
        -- Days between two reminders after the deadline.
        repeat_days integer not null check (repeat_days between 1 and 90),
        -- [{"afterDays": 7, "to": "unit-lead"}, …], in the order in which they hear.
        escalation jsonb not null,
        -- False: this steward has no rule of its own any more; the one above holds again.
        stands boolean not null default true,
        reason text not null,
        set_by text not null,
        set_at timestamptz not null default clock_timestamp(),
        primary key (steward_agency_id, id),
        constraint reminder_rule_once unique (steward_agency_id, kind, version)
      );
      ${registerTable('notifications.reminder_rule')};

      create table notifications.obligation (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        kind text not null,
        subject_type text not null,
        subject_id uuid not null,
        due_on date not null,
        title text not null,
        link text not null,
        rule_version text not null,
        stages integer[] not null,
        repeat_days integer not null default 7,
        escalation jsonb not null default '[]',
        -- A duty of the post goes on to the successor; what only this person can do does not.
        passes_on boolean not null default true,
        opened_at timestamptz not null default clock_timestamp(),
        closed_at timestamptz,
        close_reason text,
        -- How many rungs have been told, and the day of the next one.
        escalation_step integer not null default 0,
        escalate_on date,
        primary key (agency_id, id),
        constraint obligation_once unique (agency_id, kind, subject_type, subject_id, due_on),
        check ((closed_at is null) = (close_reason is null))
      );
      create index obligation_of_subject on notifications.obligation (agency_id, subject_type, subject_id)
        where closed_at is null;
      create index obligation_escalating on notifications.obligation (agency_id, escalate_on)
        where closed_at is null and escalate_on is not null;
      ${tenantTable('notifications.obligation', { claimedByWorker: true })};

      -- Who was told that something is late, in which order.
      create table notifications.escalation (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        obligation_id uuid not null,
        step integer not null,
        level text not null check (level in ('unit-focal', 'unit-lead', 'head')),
        person_id uuid not null,
        person_name text not null,
        position_title text not null,
        told_on date not null,
        told_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id),
        foreign key (agency_id, obligation_id) references notifications.obligation (agency_id, id),
        constraint escalation_once unique (agency_id, obligation_id, step, person_id)
      );
      create index escalation_latest on notifications.escalation (agency_id, told_at desc, id desc);
      ${tenantTable('notifications.escalation')};

      alter table notifications.reminder add column obligation_id uuid;
      insert into notifications.obligation (agency_id, kind, subject_type, subject_id, due_on, title, link, rule_version,
        stages, escalation, passes_on, closed_at, close_reason)
      select agency_id, split_part(rule_version, '/', 1), subject_type, subject_id, due_on, min(title), min(link),
             min(rule_version), '{30,14,7,3,1,0}', '[]', split_part(rule_version, '/', 1) <> 'documents.read',
             case when bool_or(state in ('planned', 'due')) then null else clock_timestamp() end,
             case when bool_or(state in ('planned', 'due')) then null else 'closed before rules were data' end
        from notifications.reminder
       group by agency_id, split_part(rule_version, '/', 1), subject_type, subject_id, due_on;
      update notifications.reminder r set obligation_id = o.id from notifications.obligation o
       where o.agency_id = r.agency_id and o.kind = split_part(r.rule_version, '/', 1)
         and o.subject_type = r.subject_type and o.subject_id = r.subject_id and o.due_on = r.due_on;
      alter table notifications.reminder alter column obligation_id set not null;
      alter table notifications.reminder add foreign key (agency_id, obligation_id)
        references notifications.obligation (agency_id, id);
      create index reminder_of_obligation on notifications.reminder (agency_id, obligation_id)
        where state in ('planned', 'due');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notifications.reminder drop column obligation_id;
      drop table notifications.escalation;
      drop table notifications.obligation;
      drop table notifications.reminder_rule;
    `);
  }
}
