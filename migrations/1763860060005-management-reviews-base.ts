import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Management reviews, their inputs and decisions (9.3; MR-01 to MR-05). */
export class ManagementReviewsBase1763860060005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema management_reviews;
      grant usage on schema management_reviews to iso_app, iso_worker, iso_definer, iso_backup;

      create table management_reviews.review (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        title text not null,
        meets_on date not null,
        entered_at timestamptz not null default clock_timestamp(),
        state text not null default 'called' check (state in ('called', 'held', 'minutes-approved', 'actions-closed')),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      ${tenantTable('management_reviews.review')};
      create table management_reviews.input (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        review_id uuid not null,
        subject text not null,
        figures jsonb,
        outcome text check (outcome in ('discussed', 'nothing-to-report')),
        reason text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, review_id) references management_reviews.review (agency_id, id),
        constraint input_once unique (agency_id, review_id, subject),
        -- No input is skipped silently (MR-03).
        check (outcome <> 'nothing-to-report' or reason is not null)
      );
      ${tenantTable('management_reviews.input')};
      create table management_reviews.decision (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        review_id uuid not null,
        kind text not null check (kind in ('improvement', 'system-change', 'resources')),
        task text not null,
        owner_id uuid not null,
        owner_name text not null,
        due_on date not null,
        closed_on date,
        continues_id uuid,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, review_id) references management_reviews.review (agency_id, id),
        foreign key (agency_id, continues_id) references management_reviews.decision (agency_id, id)
      );
      ${tenantTable('management_reviews.decision')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema management_reviews cascade');
  }
}
