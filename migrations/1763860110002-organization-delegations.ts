import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Acting authority with its evidence: who signs for whom, by which letter, from when until when (G12). */
export class OrganizationDelegations1763860110002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization.delegation
        -- Copied: people leave, records stay.
        add column from_person_name text not null default '',
        add column to_person_name text not null default '',
        add column reason text not null default 'mandate' check (reason in ('absence', 'mandate')),
        add column entered_by_name text not null default '',
        add column entered_at timestamptz not null default clock_timestamp(),
        add column ended_at timestamptz,
        add column ended_by_name text,
        add column end_reason text;
      alter table organization.delegation alter column from_person_name drop default,
        alter column to_person_name drop default, alter column entered_by_name drop default;
      create index delegation_to on organization.delegation (agency_id, to_person_id) where ended_at is null;
      create index delegation_recent on organization.delegation (agency_id, entered_at desc, id desc);

      create view organization.pub_delegation_today with (security_invoker = true) as
        select agency_id, id, from_person_id, from_person_name, to_person_id, formula, scope, legal_basis
          from organization.delegation
         where ended_at is null and valid @> app.today();
      grant select on organization.pub_delegation_today to iso_app, iso_worker, iso_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view organization.pub_delegation_today;
      drop index organization.delegation_to, organization.delegation_recent;
      alter table organization.delegation drop column from_person_name, drop column to_person_name,
        drop column reason, drop column entered_by_name, drop column entered_at, drop column ended_at,
        drop column ended_by_name, drop column end_reason;
    `);
  }
}
