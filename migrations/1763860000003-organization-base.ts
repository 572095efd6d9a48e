import { registerTable, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Agencies in time, custody, units, positions, delegations, the working-day calendar, lists of units (OF-16). */
export class OrganizationBase1763860000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema organization;
      grant usage on schema organization to iso_app, iso_worker, iso_definer, iso_backup;

      create table organization.administrative_unit (
        code text primary key,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        name text not null,
        level text not null check (level in ('province', 'commune')),
        parent_code text references organization.administrative_unit (code),
        valid daterange not null,
        source text not null,
        row_version integer not null default 1
      );
      create index administrative_unit_parent on organization.administrative_unit (parent_code);
      ${registerTable('organization.administrative_unit')};

      create table organization.agency (
        id uuid primary key,
        steward_agency_id uuid not null,
        audience public.ltree not null,
        code text,
        name text not null,
        short_name text not null,
        -- Cơ quan chủ quản, as printed above the name.
        superior_name text,
        -- Địa danh of the date line.
        seat text,
        kind text not null check (kind in ('installation', 'ministry', 'province', 'department', 'commune', 'office')),
        -- QĐ 19/2014: phải or khuyến khích; editable by decision of the province.
        obligation text not null default 'required' check (obligation in ('required', 'encouraged')),
        parent_id uuid references organization.agency (id),
        province_id uuid references organization.agency (id),
        path public.ltree not null unique,
        administrative_unit_code text references organization.administrative_unit (code),
        valid daterange not null default daterange(null, null),
        row_version integer not null default 1
      );
      create index agency_path on organization.agency using gist (path);
      create index agency_name on organization.agency using gin (app.fold(name) public.gin_trgm_ops);
      create index agency_province on organization.agency (province_id, name);
      ${registerTable('organization.agency')};

      create table organization.succession (
        predecessor_id uuid not null references organization.agency (id),
        successor_id uuid not null references organization.agency (id),
        steward_agency_id uuid not null,
        audience public.ltree not null,
        kind text not null check (kind in ('merge', 'split', 'rename', 'transfer')),
        happened_on date not null,
        legal_basis text not null,
        primary key (predecessor_id, successor_id)
      );
      ${registerTable('organization.succession')};

      -- Who may reach the rows of an agency now: its successor reads what it left. No merger changes an agency_id.
      create table organization.custody (
        agency_id uuid not null references organization.agency (id),
        custodian_id uuid not null references organization.agency (id),
        valid daterange not null,
        legal_basis text not null,
        primary key (agency_id, custodian_id, valid)
      );
      create index custody_custodian on organization.custody (custodian_id);
      alter table organization.custody enable row level security;
      alter table organization.custody force row level security;
      create policy reads on organization.custody for select to iso_app, iso_worker
        using (agency_id = any ((select app.readable())::uuid[]) or custodian_id = (select app.agency_id()));
      grant select on organization.custody to iso_app, iso_worker, iso_definer, iso_backup;

      create table organization.unit (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        name text not null,
        ordinal integer not null default 0,
        valid daterange not null default daterange(null, null),
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint unit_name_once unique (agency_id, name)
      );
      ${tenantTable('organization.unit')};

      create table organization.position (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        title text not null,
        unit_id uuid,
        -- TM., KT., TL., TUQ., Q. or none: how this position signs.
        formula text not null default '' check (formula in ('', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
        valid daterange not null default daterange(null, null),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, unit_id) references organization.unit (agency_id, id)
      );
      ${tenantTable('organization.position')};

      create table organization.delegation (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        from_person_id uuid not null,
        to_person_id uuid not null,
        formula text not null check (formula in ('KT.', 'TL.', 'TUQ.', 'Q.')),
        scope text[] not null default '{}',
        legal_basis text not null,
        valid daterange not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        check (from_person_id <> to_person_id)
      );
      ${tenantTable('organization.delegation')};

      -- Holidays and swapped days, decided year by year: data with a legal basis, never computed alone.
      create table organization.calendar_day (
        steward_agency_id uuid not null,
        audience public.ltree not null,
        day date not null,
        kind text not null check (kind in ('holiday', 'working')),
        name text not null,
        legal_basis text not null,
        row_version integer not null default 1,
        primary key (steward_agency_id, day)
      );
      ${registerTable('organization.calendar_day')};

      create table organization.unit_list (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        title text not null,
        as_of date not null,
        legal_basis text,
        content_hash text not null,
        imported_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint unit_list_once unique (agency_id, title, as_of)
      );
      ${tenantTable('organization.unit_list')};

      -- A unit as it was then: no account, no tenant; pointable to the agency that stands in its place now (OF-16).
      create table organization.historical_unit (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        list_id uuid not null,
        name text not null,
        name_key text not null,
        parent_name text not null,
        parent_key text not null,
        year integer,
        ordinal integer,
        present_agency_id uuid references organization.agency (id),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, list_id) references organization.unit_list (agency_id, id),
        constraint historical_unit_once unique (agency_id, list_id, parent_key, name_key)
      );
      ${tenantTable('organization.historical_unit')};

      grant select on organization.agency, organization.unit, organization.calendar_day to iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema organization cascade');
  }
}
