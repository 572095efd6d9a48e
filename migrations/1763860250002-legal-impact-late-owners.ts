import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An owner that answers a change of law too late is told of once, and those who apply its document with it (OF-06). */
export class LegalImpactLateOwners1763860250002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The deadline that was told as missed; a deadline that moves is told anew.
      alter table legal_impact.assessment add column late_told_for date;
      create index assessment_late on legal_impact.assessment (agency_id, deadline_on) where closed_at is null;

      create function legal_impact.late_owners(p_limit integer) returns table (agency_id uuid)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select distinct a.agency_id from legal_impact.assessment a
           where a.closed_at is null and a.deadline_on < app.today() and a.late_told_for is distinct from a.deadline_on
           limit p_limit
        $$;
      grant select on legal_impact.assessment to iso_definer;
      ${definerFunction('legal_impact', 'late_owners(integer)', ['iso_worker'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function legal_impact.late_owners(integer);
      drop index legal_impact.assessment_late;
      alter table legal_impact.assessment drop column late_told_for;
    `);
  }
}
