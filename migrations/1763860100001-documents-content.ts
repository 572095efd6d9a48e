import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a version says: its fields (sections, steps, forms, records) and the text of each page (DI-07, search). */
export class DocumentsContent1763860100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A ProcedureContent. Read from the file, or written in the structured editor.
      create table documents.version_content (
        agency_id uuid not null references organization.agency (id),
        version_id uuid not null,
        origin text not null check (origin in ('read', 'written')),
        content jsonb not null,
        updated_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, version_id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      ${tenantTable('documents.version_content')};

      -- Text of the rendition, page by page: what is searched and compared.
      create table documents.version_page (
        agency_id uuid not null references organization.agency (id),
        version_id uuid not null,
        page integer not null check (page > 0),
        text text not null,
        text_key text not null generated always as (app.fold(text)) stored,
        primary key (agency_id, version_id, page),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      ${tenantTable('documents.version_page', { deletable: true })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table documents.version_page, documents.version_content');
  }
}
