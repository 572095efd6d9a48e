import { registerTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Standards are data: editions live beside each other (G10), each with its clauses and how they map to the next. */
export class ReferenceStandards1763860050001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema reference;
      grant usage on schema reference to iso_app, iso_worker, iso_definer, iso_backup;

      create table reference.standard_edition (
        id uuid primary key,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        -- As printed in a declaration: TCVN ISO 9001:2015.
        label text not null,
        family text not null,
        edition_year integer not null,
        title text not null,
        -- In which an agency may still declare conformity with this edition; an open end is not yet decided.
        declarable daterange not null,
        note text,
        ordinal integer not null,
        row_version integer not null default 1,
        constraint standard_edition_once unique (steward_agency_id, label)
      );
      ${registerTable('reference.standard_edition')};

      create table reference.clause (
        edition_id uuid not null references reference.standard_edition (id),
        number text not null,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        title text not null,
        parent_number text,
        ordinal integer not null,
        row_version integer not null default 1,
        primary key (edition_id, number),
        foreign key (edition_id, parent_number) references reference.clause (edition_id, number)
      );
      ${registerTable('reference.clause')};

      create table reference.clause_mapping (
        from_edition_id uuid not null,
        from_number text not null,
        to_edition_id uuid not null,
        to_number text not null,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        note text,
        primary key (from_edition_id, from_number, to_edition_id, to_number),
        foreign key (from_edition_id, from_number) references reference.clause (edition_id, number),
        foreign key (to_edition_id, to_number) references reference.clause (edition_id, number)
      );
      create index clause_mapping_back on reference.clause_mapping (to_edition_id, to_number);
      ${registerTable('reference.clause_mapping')};

      -- A Word template that stands in place of the shipped one: nearest steward wins (R8).
      create table reference.printed_template (
        id uuid primary key,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        form text not null,
        version integer not null check (version > 0),
        file_name text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        in_use daterange not null,
        row_version integer not null default 1,
        constraint printed_template_once unique (steward_agency_id, form, version)
      );
      ${registerTable('reference.printed_template')};

      grant select on reference.standard_edition to iso_definer;
    `);
    for (const [ordinal, edition] of EDITIONS.entries()) {
      await runner.query(
        `insert into reference.standard_edition
           (id, steward_agency_id, audience, label, family, edition_year, title, declarable, note, ordinal)
         values ($1, $2, 'vn', $3, $4, $5, $6, $7::daterange, $8, $9)`,
        [
          edition.id,
          INSTALLATION,
          edition.label,
          edition.family,
          edition.year,
          TITLE,
          edition.declarable,
          edition.note,
          ordinal,
        ],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema reference cascade');
  }
}

/** The pseudo-agency that is steward of what is shipped. */
const INSTALLATION = '00000000-0000-7000-8000-000000000001';
const TITLE = 'Hệ thống quản lý chất lượng – Các yêu cầu';

const EDITIONS = [
  {
    id: '00000000-0000-7000-8000-000000900115',
    label: 'TCVN ISO 9001:2015',
    family: 'ISO 9001',
    year: 2015,
    declarable: '[2015-12-31,)',
    note: null,
  },
  {
    id: '00000000-0000-7000-8000-000000900126',
    label: 'ISO 9001:2026',
    family: 'ISO 9001',
    year: 2026,
    // No TCVN of it is known: it becomes declarable when the register gets the decision that adopts it.
    declarable: 'empty',
    note: 'Chưa có TCVN ISO 9001:2026 được công bố; chưa dùng để công bố.',
  },
  {
    id: '00000000-0000-7000-8000-000000900108',
    label: 'TCVN ISO 9001:2008',
    family: 'ISO 9001',
    year: 2008,
    // Công văn 419/BKHCN-TĐC (21/02/2018): to be left before 30/6/2021.
    declarable: '[2008-12-31,2021-06-30)',
    note: 'Hạn chuyển đổi sang bản 2015: trước 30/6/2021 (Công văn 419/BKHCN-TĐC).',
  },
] as const;
