import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Filters that a person keeps under a name: the address of a list, without its path. */
export class DocumentsSavedViews1763860180004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table documents.saved_view (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        person_id uuid not null,
        list text not null check (list in ('documents', 'drafting', 'search')),
        name text not null check (length(name) between 1 and 80),
        query text not null check (length(query) <= 1000),
        created_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id),
        constraint saved_view_name_once unique (agency_id, person_id, list, name)
      );
      ${tenantTable('documents.saved_view', { deletable: true })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table documents.saved_view');
  }
}
