import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What other slices may read of agencies, units and people, under the reader's own policies. */
export class OrganizationViews1763860020001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view organization.pub_agency with (security_invoker = true) as
        select id, code, name, short_name, kind, parent_id, province_id, path, administrative_unit_code, valid
          from organization.agency;
      create view organization.pub_unit with (security_invoker = true) as
        select agency_id, id, name, ordinal, valid from organization.unit;
      create view organization.pub_calendar_day with (security_invoker = true) as
        select steward_agency_id, audience, day, kind, name from organization.calendar_day;
      create view identity.pub_membership with (security_invoker = true) as
        select agency_id, id, person_id, person_name, email, unit_id, position_title, formula, roles,
               entitled_fields, digest_hour, valid
          from identity.membership;
      grant select on organization.pub_agency, organization.pub_unit, organization.pub_calendar_day,
        identity.pub_membership to iso_app, iso_worker, iso_definer, iso_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view organization.pub_agency, organization.pub_unit, organization.pub_calendar_day,
      identity.pub_membership`);
  }
}
