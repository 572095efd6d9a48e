import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Declarations of conformity (công bố HTQLCL), their frozen scope, and walls against changing what was published. */
export class DeclarationsBase1763860050002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema declarations;
      grant usage on schema declarations to iso_app, iso_worker, iso_definer, iso_backup;

      create table declarations.declaration (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        state text not null check (state in
          ('draft', 'ready', 'signed', 'registered', 'published', 'superseded', 'withdrawn')),
        kind text not null check (kind in ('first', 'again')),
        -- Why it is declared again (QĐ 19/2014, Điều 4 khoản 3).
        reason text,
        standard_id uuid not null references reference.standard_edition (id),
        standard_label text not null,
        -- What the public types to check a paper; says nothing by itself.
        verification_code text not null check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
        supersedes_id uuid,
        created_at timestamptz not null,
        created_by uuid not null,

        -- Copied at signing: people and agencies change, the act stays as it was.
        agency_name text,
        superior_name text,
        seat text,
        signer_id uuid,
        signer_name text,
        signer_position text,
        signer_formula text,
        signature_id uuid,
        signature_meaning text check (signature_meaning in ('declared')),
        content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
        signed_at timestamptz,

        -- Entered by văn thư, never generated.
        number text check (length(number) between 1 and 60),
        signed_on date,
        registered_at timestamptz,
        registered_by uuid,

        published_at timestamptz,
        -- Why a registered declaration is not yet on the portal (the converter is missing, for instance).
        waiting_for text,
        pdf_sha256 text check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
        pdf_size bigint,
        docx_sha256 text check (docx_sha256 ~ '^[0-9a-f]{64}$'),

        superseded_by_id uuid,
        ended_at timestamptz,
        withdrawn_by uuid,
        withdrawal_reason text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, supersedes_id) references declarations.declaration (agency_id, id),
        foreign key (agency_id, superseded_by_id) references declarations.declaration (agency_id, id),
        constraint declaration_code_once unique (agency_id, verification_code),
        check (state in ('draft', 'ready') or
          (signer_name is not null and content_hash is not null and signed_at is not null)),
        check (state in ('draft', 'ready', 'signed') or (number is not null and signed_on is not null)),
        check (state not in ('published', 'superseded') or
          (published_at is not null and pdf_sha256 is not null)),
        check (state <> 'withdrawn' or withdrawal_reason is not null),
        check (kind = 'first' or reason is not null)
      );
      create unique index declaration_one_valid on declarations.declaration (agency_id) where state = 'published';
      create index declaration_list on declarations.declaration (agency_id, created_at desc, id desc);
      create index declaration_number on declarations.declaration (agency_id, app.fold(number)) where number is not null;
      ${tenantTable('declarations.declaration', { claimedByWorker: true })};

      create table declarations.declaration_line (
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
        effective_on date,
        rendition_sha256 text,
        primary key (agency_id, declaration_id, ordinal),
        foreign key (agency_id, declaration_id) references declarations.declaration (agency_id, id),
        constraint declaration_line_once unique (agency_id, declaration_id, document_id)
      );
      ${tenantTable('declarations.declaration_line', { deletable: true })};

      -- The rule lives in the domain; this is the wall behind it: what was signed stays as it was signed, what was
      -- published changes only by ending.
      create function declarations.keep_signed_content() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
        declare
          v_free text[] := array['row_version', 'state'];
          v_draft constant text[] := array['draft', 'ready'];
        begin
          if old.state = any (v_draft) then
            return new;
          elsif old.state in ('signed', 'registered') then
            v_free := v_free || array['number', 'signed_on', 'registered_at', 'registered_by', 'published_at',
              'waiting_for', 'pdf_sha256', 'pdf_size', 'docx_sha256'];
          elsif old.state = 'published' then
            v_free := v_free || array['superseded_by_id', 'ended_at', 'withdrawn_by', 'withdrawal_reason'];
          else
            v_free := array[]::text[];
          end if;
          if (to_jsonb(old) - v_free) is distinct from (to_jsonb(new) - v_free) or new.state = any (v_draft) then
            raise exception 'a signed declaration keeps its content'
              using errcode = '23514', constraint = 'declaration_immutable';
          end if;
          return new;
        end $$;
      create trigger keep_signed_content before update on declarations.declaration
        for each row execute function declarations.keep_signed_content();

      create function declarations.keep_signed_scope() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
        declare
          v_line declarations.declaration_line := case when tg_op = 'DELETE' then old else new end;
        begin
          if tg_op = 'UPDATE' or not exists (
            select from declarations.declaration d
             where d.agency_id = v_line.agency_id and d.id = v_line.declaration_id and d.state in ('draft', 'ready')
          ) then
            raise exception 'the scope of a signed declaration is frozen'
              using errcode = '23514', constraint = 'declaration_scope_frozen';
          end if;
          return v_line;
        end $$;
      create trigger keep_signed_scope before insert or update or delete on declarations.declaration_line
        for each row execute function declarations.keep_signed_scope();

      grant select on declarations.declaration, declarations.declaration_line to iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema declarations cascade');
  }
}
