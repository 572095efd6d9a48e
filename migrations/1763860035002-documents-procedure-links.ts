import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which documents are the procedures of which TTHC (TT-01); coverage counts the effective ones among them. */
export class DocumentsProcedureLinks1763860035002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table documents.procedure_link (
        agency_id uuid not null references organization.agency (id),
        document_id uuid not null,
        procedure_id uuid not null references administrative_procedures.procedure (id),
        confirmed_at timestamptz,
        primary key (agency_id, document_id, procedure_id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id)
      );
      create index procedure_link_procedure on documents.procedure_link (agency_id, procedure_id);
      ${tenantTable('documents.procedure_link', { deletable: true })};

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

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view documents.pub_coverage; drop table documents.procedure_link');
  }
}
