import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The register in full: keys to find by, duties by rule, quy trình nội bộ with their decision (TT-01, TT-03). */
export class AdministrativeProceduresRegister1763860330001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view documents.pub_coverage;
      drop view administrative_procedures.pub_procedure;

      -- The tail of a code names a province that may be gone; the head is the same all over the country.
      alter table administrative_procedures.procedure
        add column code_head text generated always as (substring(code from '[0-9][.][0-9]{6}')) stored,
        add column executing_key text generated always as (app.fold(executing_body)) stored,
        add column note text;
      create index procedure_code_head on administrative_procedures.procedure (code_head) where code_head is not null;
      create index procedure_order on administrative_procedures.procedure (field_key, name_key, id);
      create index announcement_row_procedure on administrative_procedures.announcement_row (procedure_id)
        where procedure_id is not null;

      -- A row says that an agency has a duty, or has it not, against the rule.
      alter table administrative_procedures.duty
        add column applies boolean not null default true,
        add column reason text,
        add column set_by_name text;

      alter table administrative_procedures.internal_process
        add column decision_number text,
        add column decision_issuer text,
        add column decision_on date,
        add column time_limit text,
        add column note text;
      create index internal_process_procedure on administrative_procedures.internal_process (procedure_id);

      -- Dates decide: what is ended tomorrow is in force today.
      create view administrative_procedures.pub_procedure with (security_invoker = true) as
        select id, steward_agency_id, audience, code, code_head, name, name_key, field, field_key, level, executing_body,
               executing_key, time_limit, fee, valid,
               case when status = 'in-force' and upper(valid) <= app.today() then 'ended'
                    when status = 'in-force' and lower(valid) > app.today() then 'not-yet'
                    else status end as status
          from administrative_procedures.procedure;

      -- Level and executing body decide whose duty a TTHC is; an agency's own word goes before the rule.
      create view administrative_procedures.pub_duty with (security_invoker = true) as
        select a.id as agency_id, p.id as procedure_id, d.applies is null as by_rule
          from organization.pub_agency a
          join administrative_procedures.pub_procedure p
            on (p.audience operator(public.@>) a.path or p.steward_agency_id = a.id) and p.status = 'in-force'
          left join administrative_procedures.duty d on d.agency_id = a.id and d.procedure_id = p.id
         where a.valid @> app.today()
           and coalesce(d.applies,
             (p.level = 'commune' and a.kind = 'commune')
             or (p.level <> 'commune' and a.kind in ('department', 'office')
                 and length(p.executing_key) > 3 and starts_with(app.fold(a.name), p.executing_key)));

      create view administrative_procedures.pub_internal_process with (security_invoker = true) as
        select id, steward_agency_id, procedure_id, decision_number, decision_issuer, decision_on, time_limit, steps, valid
          from administrative_procedures.internal_process;
      grant select on administrative_procedures.pub_procedure, administrative_procedures.pub_duty,
        administrative_procedures.pub_internal_process to iso_app, iso_worker, iso_definer;
      grant select on administrative_procedures.procedure, administrative_procedures.duty,
        administrative_procedures.internal_process, administrative_procedures.announcement,
        administrative_procedures.announcement_row to iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view administrative_procedures.pub_internal_process, administrative_procedures.pub_duty,
        administrative_procedures.pub_procedure;
      drop index administrative_procedures.procedure_order, administrative_procedures.announcement_row_procedure,
        administrative_procedures.internal_process_procedure;
      alter table administrative_procedures.internal_process drop column decision_number, drop column decision_issuer,
        drop column decision_on, drop column time_limit, drop column note;
      alter table administrative_procedures.duty drop column applies, drop column reason, drop column set_by_name;
      alter table administrative_procedures.procedure drop column code_head, drop column executing_key, drop column note;
      create view administrative_procedures.pub_procedure with (security_invoker = true) as
        select id, code, name, name_key, field, field_key, level, executing_body, time_limit, fee, status
          from administrative_procedures.procedure;
      grant select on administrative_procedures.pub_procedure to iso_app, iso_worker;
      create view documents.pub_coverage with (security_invoker = true) as
        select d.agency_id, count(*)::integer as procedures,
               count(*) filter (where exists (
                 select from documents.procedure_link l
                   join documents.pub_effective_version v on v.agency_id = l.agency_id and v.document_id = l.document_id
                  where l.agency_id = d.agency_id and l.procedure_id = d.procedure_id))::integer as covered
          from administrative_procedures.duty d
          join administrative_procedures.procedure p on p.id = d.procedure_id and p.status = 'in-force'
         group by d.agency_id;
      grant select on documents.pub_coverage to iso_app, iso_worker;
    `);
  }
}
