import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The way of a version: routes as data, stages with several people, delegates, comments on pages (G12, R18, OF-05). */
export class DocumentsWays1763860110001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an agency has defined; a running route keeps its own copy in route_step (RI-18).
      create table documents.route_definition (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        name text not null,
        -- None named: serves every kind that has no route of its own.
        document_kinds text[] not null default '{}',
        stages jsonb not null,
        retired_at timestamptz,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      create index route_definition_recent on documents.route_definition (agency_id, created_at desc, id desc);
      ${tenantTable('documents.route_definition')};

      alter table documents.route_step
        drop constraint route_step_kind_check,
        add column stage integer,
        add column stage_name text not null default '',
        add column in_sequence boolean not null default false,
        -- How many of the stage must agree, and how many working days each has: frozen with the copy.
        add column quorum integer not null default 1,
        add column days integer not null default 5,
        -- A delegate who decided for the assignee (G12).
        add column taken_by_id uuid,
        add column taken_by_name text;
      update documents.route_step set stage = step_no;
      alter table documents.route_step alter column stage set not null;
      drop index documents.route_step_one_current;
      create index route_step_current on documents.route_step (agency_id, version_id) where state = 'current';
      create index route_step_held on documents.route_step (agency_id, since) where state = 'current';

      alter table documents.version
        add column submitted_by_id uuid,
        add column submitted_by_name text,
        -- OF-05: drafted by oneself, confirmed in the application, or on paper; null = entered for somebody, unconfirmed.
        add column drafting_confirmed text check (drafting_confirmed in ('self', 'app', 'paper')),
        add column drafting_confirmed_by text,
        add column drafting_confirmed_at timestamptz,
        add column drafting_note text,
        add column drafter_position text;
      update documents.version set drafting_confirmed = case when drafter_id = uploader_id then 'self' else 'paper' end;

      alter table documents.signature
        -- Acting authority: for whom, by which letter (G12). Copied, because letters end and records stay.
        add column on_behalf_of_id uuid,
        add column on_behalf_of_name text,
        add column delegation_id uuid,
        add column delegation_letter text,
        -- Chức danh in the Ban chỉ đạo ISO, printed beside the position if there is one (OF-05).
        add column iso_title text;

      create table documents.version_comment (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        -- The comment that this one answers.
        parent_id uuid,
        -- Hash of the pages that were commented on: a new rendition moves them.
        rendition_sha256 text,
        page integer check (page > 0),
        body text not null,
        author_id uuid not null,
        author_name text not null,
        created_at timestamptz not null default clock_timestamp(),
        resolved_at timestamptz,
        resolved_by_name text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, parent_id) references documents.version_comment (agency_id, id)
      );
      create index version_comment_of_version on documents.version_comment (agency_id, version_id, created_at, id);
      ${tenantTable('documents.version_comment')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table documents.version_comment, documents.route_definition;
      alter table documents.signature drop column on_behalf_of_id, drop column on_behalf_of_name,
        drop column delegation_id, drop column delegation_letter, drop column iso_title;
      alter table documents.version drop column submitted_by_id, drop column submitted_by_name,
        drop column drafting_confirmed, drop column drafting_confirmed_by, drop column drafting_confirmed_at,
        drop column drafting_note, drop column drafter_position;
      alter table documents.route_step drop column stage, drop column stage_name, drop column in_sequence,
        drop column quorum, drop column days, drop column taken_by_id, drop column taken_by_name;
    `);
  }
}
