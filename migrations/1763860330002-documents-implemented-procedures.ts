import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who said that a document is the procedure of a TTHC, and how much of its duties each agency covers (TT-01, TT-02). */
export class DocumentsImplementedProcedures1763860330002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.procedure_link
        add column matched_by text not null default 'person' check (matched_by in ('code', 'name', 'similar', 'person')),
        add column confirmed_by_name text;

      create view documents.pub_procedure_link with (security_invoker = true) as
        select agency_id, document_id, procedure_id from documents.procedure_link where confirmed_at is not null;
      grant select on documents.pub_procedure_link to iso_app, iso_worker, iso_definer;
      grant select on documents.procedure_link to iso_definer;
      grant select on documents.pub_effective_version to iso_definer;

      -- One row per duty of an agency: is there a procedure in force today?
      create view documents.pub_coverage with (security_invoker = true) as
        select d.agency_id, d.procedure_id, exists (
                 select from documents.procedure_link l
                   join documents.pub_effective_version v on v.agency_id = l.agency_id and v.document_id = l.document_id
                  where l.agency_id = d.agency_id and l.procedure_id = d.procedure_id and l.confirmed_at is not null
               ) as covered
          from administrative_procedures.pub_duty d;
      grant select on documents.pub_coverage to iso_app, iso_worker, iso_definer;

      -- The province hears how far each of its agencies is: numbers, and what is missing, never a document (OV-10).
      create function documents.coverage_of_agencies()
        returns table (agency_id uuid, agency_name text, kind text, total integer, covered integer)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select a.id, a.name, a.kind, count(c.procedure_id)::integer, (count(*) filter (where c.covered))::integer
            from organization.pub_agency me
            join organization.pub_agency a on me.path @> a.path and a.kind in ('commune', 'department', 'office')
             and a.valid @> app.today()
            left join documents.pub_coverage c on c.agency_id = a.id
           where me.id = app.agency_id() and me.kind in ('province', 'installation')
           group by a.id, a.name, a.kind
        $$;
      create function documents.missing_of_agency(p_agency uuid)
        returns table (procedure_id uuid)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select c.procedure_id
            from organization.pub_agency me
            join organization.pub_agency a on me.path @> a.path and a.id = p_agency
            join documents.pub_coverage c on c.agency_id = a.id and not c.covered
           where me.id = app.agency_id() and me.kind in ('province', 'installation')
        $$;
      ${definerFunction('documents', 'coverage_of_agencies()', ['iso_app'])};
      ${definerFunction('documents', 'missing_of_agency(uuid)', ['iso_app'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function documents.coverage_of_agencies(), documents.missing_of_agency(uuid);
      drop view documents.pub_coverage, documents.pub_procedure_link;
      alter table documents.procedure_link drop column matched_by, drop column confirmed_by_name;
    `);
  }
}
