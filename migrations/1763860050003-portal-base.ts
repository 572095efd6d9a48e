import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the public may see, as a projection of its own: written by the listed functions, read by `iso_portal`. */
export class PortalBase1763860050003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of PUBLIC_TABLES) await runner.query(publicTable(table));
    await runner.query(`
      alter table portal.feedback enable row level security;
      alter table portal.feedback force row level security;
      create policy reads on portal.feedback for select to iso_app using (agency_id = any ((select app.readable())::uuid[]));
      grant select on portal.feedback to iso_app, iso_backup;
      grant insert on portal.feedback to iso_definer;
      grant usage on schema portal to iso_portal, iso_app, iso_worker, iso_definer, iso_backup;
    `);
    await runner.query(FUNCTIONS);
    await runner.query(definerFunction('portal', 'publish(uuid, jsonb)', ['iso_worker']));
    await runner.query(definerFunction('portal', 'withdraw(uuid)', ['iso_app', 'iso_worker']));
    await runner.query(definerFunction('portal', 'publish_head()', ['iso_worker']));
    await runner.query(definerFunction('portal', 'submit_feedback(uuid, uuid, text, text)', ['iso_portal']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema portal cascade');
  }
}

const PUBLIC_TABLES = ['agency', 'declaration', 'scope_line', 'procedure', 'head'];

function publicTable(table: string): string {
  return `
    alter table portal.${table} enable row level security;
    alter table portal.${table} force row level security;
    create policy reads on portal.${table} for select to iso_portal using (true);
    grant select on portal.${table} to iso_portal, iso_backup;
    grant select, insert, update, delete on portal.${table} to iso_definer;
  `;
}

const TABLES = `
  create schema portal;

  create table portal.agency (
    agency_id uuid primary key,
    slug text not null,
    name text not null,
    short_name text not null,
    folded_name text not null,
    superior_name text,
    province_name text,
    seat text,
    kind text not null,
    updated_at timestamptz not null
  );
  create unique index agency_slug on portal.agency (slug);
  create index agency_search on portal.agency using gin (folded_name public.gin_trgm_ops);

  create table portal.declaration (
    agency_id uuid not null references portal.agency (agency_id),
    id uuid not null,
    verification_code text not null,
    state text not null check (state in ('valid', 'superseded', 'withdrawn')),
    kind text not null,
    number text not null,
    number_key text not null,
    signed_on date not null,
    standard text not null,
    signer_name text not null,
    signer_position text not null,
    signer_formula text not null,
    content_hash text not null,
    scope_size integer not null,
    pdf_sha256 text,
    pdf_size bigint,
    superseded_by_id uuid,
    published_at timestamptz not null,
    ended_at timestamptz,
    primary key (agency_id, id),
    check (state <> 'withdrawn' or pdf_sha256 is null)
  );
  create index declaration_code on portal.declaration (verification_code);
  create index declaration_number on portal.declaration (number_key text_pattern_ops);
  create index declaration_newest on portal.declaration (published_at desc, id desc) where state = 'valid';

  -- The scope as it was declared; it stays with a superseded declaration and goes with a withdrawn one.
  create table portal.scope_line (
    agency_id uuid not null,
    declaration_id uuid not null,
    ordinal integer not null,
    document_id uuid not null,
    version_id uuid not null,
    code text not null,
    series text not null,
    title text not null,
    issue integer not null,
    revision integer not null,
    primary key (agency_id, declaration_id, ordinal),
    foreign key (agency_id, declaration_id) references portal.declaration (agency_id, id)
  );

  -- A version that is or was public; rows stay so that the code on an old paper is answered truthfully.
  create table portal.procedure (
    agency_id uuid not null references portal.agency (agency_id),
    version_id uuid not null,
    document_id uuid not null,
    declaration_id uuid not null,
    verification_code text not null,
    state text not null check (state in ('effective', 'superseded', 'out-of-scope')),
    code text not null,
    series text not null,
    title text not null,
    folded_title text not null,
    issue integer not null,
    revision integer not null,
    effective_on date,
    pdf_sha256 text,
    pdf_size bigint,
    ended_at timestamptz,
    primary key (agency_id, version_id),
    check (state = 'effective' or pdf_sha256 is null)
  );
  create index procedure_code on portal.procedure (verification_code);
  create index procedure_list on portal.procedure (agency_id, series, code) where state = 'effective';

  create table portal.head (
    agency_id uuid not null references portal.agency (agency_id),
    day date not null,
    seq bigint not null,
    hash text not null,
    published_at timestamptz not null,
    primary key (agency_id, day)
  );

  create table portal.feedback (
    agency_id uuid not null references portal.agency (agency_id),
    id uuid not null default gen_random_uuid(),
    declaration_id uuid,
    body text not null check (length(body) between 10 and 4000),
    contact text check (length(contact) <= 200),
    received_at timestamptz not null default clock_timestamp(),
    primary key (agency_id, id)
  );
`;

const FUNCTIONS = `
  -- Brings a published declaration to the public. The caller names it and the files laid in the public area; every
  -- other word is read from the records themselves, so nothing can be shown that was not signed and registered.
  create function portal.publish(p_declaration uuid, p_files jsonb) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
    declare
      v_agency uuid := app.agency_id();
      v_declared declarations.declaration;
    begin
      select * into v_declared from declarations.declaration d
       where d.agency_id = v_agency and d.id = p_declaration and d.state = 'published';
      if not found then
        raise exception 'no published declaration % of this agency', p_declaration using errcode = '42501';
      end if;

      insert into portal.agency as known
          (agency_id, slug, name, short_name, folded_name, superior_name, province_name, seat, kind, updated_at)
        select a.id, trim(both '-' from regexp_replace(app.fold(a.name), '[^a-z0-9]+', '-', 'g')) || '-' || right(a.id::text, 6),
               a.name, a.short_name, app.fold(a.name), a.superior_name, v.name, a.seat, a.kind, clock_timestamp()
          from organization.agency a left join organization.agency v on v.id = a.province_id
         where a.id = v_agency
        on conflict (agency_id) do update set name = excluded.name, short_name = excluded.short_name,
          folded_name = excluded.folded_name, superior_name = excluded.superior_name,
          province_name = excluded.province_name, seat = excluded.seat, kind = excluded.kind,
          updated_at = excluded.updated_at;

      update portal.declaration set state = 'superseded', superseded_by_id = p_declaration, ended_at = clock_timestamp()
       where agency_id = v_agency and state = 'valid' and id <> p_declaration;

      insert into portal.declaration (agency_id, id, verification_code, state, kind, number, number_key, signed_on,
          standard, signer_name, signer_position, signer_formula, content_hash, scope_size, pdf_sha256, pdf_size,
          published_at)
        values (v_agency, v_declared.id, v_declared.verification_code, 'valid', v_declared.kind, v_declared.number,
          regexp_replace(app.fold(v_declared.number), '\\s', '', 'g'), v_declared.signed_on, v_declared.standard_label,
          v_declared.signer_name, v_declared.signer_position, coalesce(v_declared.signer_formula, ''),
          v_declared.content_hash,
          (select count(*) from declarations.declaration_line l
            where l.agency_id = v_agency and l.declaration_id = p_declaration),
          v_declared.pdf_sha256, v_declared.pdf_size, v_declared.published_at)
        on conflict (agency_id, id) do nothing;

      insert into portal.scope_line (agency_id, declaration_id, ordinal, document_id, version_id, code, series, title,
          issue, revision)
        select l.agency_id, l.declaration_id, l.ordinal, l.document_id, l.version_id, l.code, l.series, l.title,
               l.issue, l.revision
          from declarations.declaration_line l
         where l.agency_id = v_agency and l.declaration_id = p_declaration
        on conflict do nothing;

      update portal.procedure p
         set state = case when exists (select from declarations.declaration_line l where l.agency_id = v_agency
               and l.declaration_id = p_declaration and l.document_id = p.document_id) then 'superseded' else 'out-of-scope' end,
             pdf_sha256 = null, pdf_size = null, ended_at = clock_timestamp()
       where p.agency_id = v_agency and p.state = 'effective' and not exists (
         select from declarations.declaration_line l where l.agency_id = v_agency
           and l.declaration_id = p_declaration and l.version_id = p.version_id);

      insert into portal.procedure (agency_id, version_id, document_id, declaration_id, verification_code, state, code,
          series, title, folded_title, issue, revision, effective_on, pdf_sha256, pdf_size)
        select l.agency_id, l.version_id, l.document_id, l.declaration_id, f.file ->> 'code', 'effective', l.code,
               l.series, l.title, app.fold(l.title), l.issue, l.revision, l.effective_on, f.file ->> 'sha256',
               (f.file ->> 'size')::bigint
          from declarations.declaration_line l
          cross join lateral (select p_files -> l.version_id::text) as f(file)
         where l.agency_id = v_agency and l.declaration_id = p_declaration
        on conflict (agency_id, version_id) do update set declaration_id = excluded.declaration_id,
          state = 'effective', pdf_sha256 = excluded.pdf_sha256, pdf_size = excluded.pdf_size, ended_at = null;
    end $$;

  -- Takes a withdrawn declaration off: its state stays to be checked, its scope and files are gone.
  create function portal.withdraw(p_declaration uuid) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
    declare
      v_agency uuid := app.agency_id();
    begin
      if not exists (select from declarations.declaration d
          where d.agency_id = v_agency and d.id = p_declaration and d.state = 'withdrawn') then
        raise exception 'no withdrawn declaration % of this agency', p_declaration using errcode = '42501';
      end if;
      update portal.declaration set state = 'withdrawn', pdf_sha256 = null, pdf_size = null, ended_at = clock_timestamp()
       where agency_id = v_agency and id = p_declaration;
      delete from portal.scope_line where agency_id = v_agency and declaration_id = p_declaration;
      update portal.procedure set state = 'out-of-scope', pdf_sha256 = null, pdf_size = null, ended_at = clock_timestamp()
       where agency_id = v_agency and declaration_id = p_declaration and state = 'effective';
    end $$;

  -- The newest head of the agency's journal, once a day; a published head never changes (RI-06).
  create function portal.publish_head() returns boolean language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
    begin
      insert into portal.head (agency_id, day, seq, hash, published_at)
        select h.agency_id, app.today(), h.seq, encode(h.hash, 'hex'), clock_timestamp()
          from journal.head h join portal.agency a on a.agency_id = h.agency_id
         where h.agency_id = app.agency_id()
        on conflict do nothing;
      return found;
    end $$;

  create function portal.submit_feedback(p_agency uuid, p_declaration uuid, p_body text, p_contact text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      insert into portal.feedback (agency_id, declaration_id, body, contact)
        values (p_agency, p_declaration, normalize(p_body, nfc), normalize(p_contact, nfc))
    $$;
`;
