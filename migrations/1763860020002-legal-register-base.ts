import { registerTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Legal texts, the names laws go by, and what one text does to another. Shared registers (design 4). */
export class LegalRegisterBase1763860020002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema legal_register;
      grant usage on schema legal_register to iso_app, iso_worker, iso_definer, iso_backup;

      create table legal_register.legal_text (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        kind text not null,
        number_symbol text not null,
        number_key text not null check (number_key <> ''),
        issuer text not null,
        issuer_key text not null check (issuer_key <> ''),
        issued_on date not null,
        effective_on date,
        expired_on date,
        title text not null,
        -- Lĩnh vực: who is entitled for it may confirm; null = only who is entitled for all.
        field text,
        state text not null default 'recorded' check (state in ('recorded', 'confirmed')),
        confirmed_at timestamptz,
        recorded_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        -- 04/2024/NQ-HĐND exists once per province: number-symbol, issuing body and date together are the identity.
        constraint legal_text_identity unique (steward_agency_id, number_key, issuer_key, issued_on),
        check ((state = 'confirmed') = (confirmed_at is not null)),
        check (expired_on is null or expired_on >= issued_on)
      );
      create index legal_text_number on legal_register.legal_text (number_key);
      create index legal_text_recent on legal_register.legal_text (issued_on desc, id desc);
      create index legal_text_title on legal_register.legal_text using gin (app.fold(title) public.gin_trgm_ops);
      ${registerTable('legal_register.legal_text')};

      create table legal_register.text_alias (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        text_id uuid not null references legal_register.legal_text (id),
        name text not null,
        name_key text not null check (name_key <> ''),
        year integer check (year between 1800 and 2200),
        constraint text_alias_once unique nulls not distinct (steward_agency_id, text_id, name_key, year)
      );
      create index text_alias_name on legal_register.text_alias (name_key, year);
      create index text_alias_text on legal_register.text_alias (text_id);
      ${registerTable('legal_register.text_alias')};

      create table legal_register.relation (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        text_id uuid not null references legal_register.legal_text (id),
        target_id uuid not null references legal_register.legal_text (id),
        kind text not null check (kind in ('replaces', 'amends', 'repeals', 'corrects', 'guides')),
        partly boolean not null default false,
        effective_on date,
        note text,
        -- Until a person entitled for it confirms, a relation counts for the agency that recorded it only.
        confirmed_at timestamptz,
        row_version integer not null default 1,
        constraint relation_once unique (steward_agency_id, text_id, target_id, kind),
        check (text_id <> target_id)
      );
      create index relation_target on legal_register.relation (target_id, kind);
      create index relation_text on legal_register.relation (text_id);
      ${registerTable('legal_register.relation')};

      -- Status on a day is computed, never stored; a relation that nobody confirmed counts for its recorder alone.
      create function legal_register.status_on(p_text uuid, p_day date) returns text language sql stable parallel safe
        as $$
          select case
              when t.expired_on <= p_day or coalesce(bool_or(not r.partly), false) then 'expired'
              when t.effective_on is null then 'recorded'
              when t.effective_on > p_day then 'not-yet'
              when coalesce(bool_or(r.partly), false) then 'partly-expired'
              else 'in-force' end
            from legal_register.legal_text t
            left join legal_register.relation r on r.target_id = t.id and r.kind in ('replaces', 'repeals')
              and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id()))
              and r.effective_on <= p_day
           where t.id = p_text
           group by t.id
        $$;

      create view legal_register.pub_legal_text with (security_invoker = true) as
        select id, steward_agency_id, audience, kind, number_symbol, number_key, issuer, issuer_key, issued_on,
               effective_on, expired_on, title, field, state
          from legal_register.legal_text;
      create view legal_register.pub_text_alias with (security_invoker = true) as
        select id, steward_agency_id, audience, text_id, name, name_key, year from legal_register.text_alias;
      create view legal_register.pub_relation with (security_invoker = true) as
        select id, steward_agency_id, audience, text_id, target_id, kind, partly, effective_on, note, confirmed_at
          from legal_register.relation;
      grant select on legal_register.legal_text, legal_register.text_alias, legal_register.relation to iso_definer;
      grant select on legal_register.pub_legal_text, legal_register.pub_text_alias, legal_register.pub_relation
        to iso_app, iso_worker, iso_definer, iso_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema legal_register cascade');
  }
}
