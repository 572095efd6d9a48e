import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The scope points at the versions it names, carries their codes, and the public sees at once when one of them ends. */
export class DeclarationsScopeCodes1763860050004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table declarations.declaration drop column docx_sha256;
      alter table declarations.declaration_line
        add column verification_code text not null,
        alter column effective_on set not null,
        alter column rendition_sha256 set not null,
        add foreign key (agency_id, document_id) references documents.document (agency_id, id),
        add foreign key (agency_id, version_id) references documents.version (agency_id, id);
      create index declaration_line_version on declarations.declaration_line (agency_id, version_id);

      create or replace function declarations.keep_signed_content() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
        declare
          v_free text[] := array['row_version', 'state'];
          v_draft constant text[] := array['draft', 'ready'];
        begin
          if old.state = any (v_draft) then
            return new;
          elsif old.state in ('signed', 'registered') then
            v_free := v_free || array['number', 'signed_on', 'registered_at', 'registered_by', 'published_at',
              'waiting_for', 'pdf_sha256', 'pdf_size'];
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

      alter table portal.procedure drop constraint procedure_state_check;
      alter table portal.procedure add constraint procedure_state_check
        check (state in ('effective', 'superseded', 'ended', 'out-of-scope'));
    `);
    await runner.query(PUBLISH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table declarations.declaration add column docx_sha256 text;
      alter table declarations.declaration_line drop column verification_code,
        drop constraint declaration_line_agency_id_document_id_fkey,
        drop constraint declaration_line_agency_id_version_id_fkey;
    `);
  }
}

const PUBLISH = `
  -- Brings a published declaration to the public, or brings what is there up to date when p_files is null. The caller
  -- names the declaration and the files laid in the public area; every other word is read from the records themselves,
  -- so nothing can be shown that was not signed and registered.
  create or replace function portal.publish(p_declaration uuid, p_files jsonb) returns void language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
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
          from organization.agency a left join organization.agency v on v.id = a.province_id and v.id <> a.id
         where a.id = v_agency
        on conflict (agency_id) do update set name = excluded.name, short_name = excluded.short_name,
          folded_name = excluded.folded_name, superior_name = excluded.superior_name,
          province_name = excluded.province_name, seat = excluded.seat, kind = excluded.kind,
          updated_at = excluded.updated_at
        where (known.name, known.short_name, known.superior_name, known.province_name, known.seat) is distinct from
          (excluded.name, excluded.short_name, excluded.superior_name, excluded.province_name, excluded.seat)
          or p_files is not null;

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

      if p_files is not null then
        insert into portal.procedure (agency_id, version_id, document_id, declaration_id, verification_code, state, code,
            series, title, folded_title, issue, revision, effective_on, pdf_sha256, pdf_size)
          select l.agency_id, l.version_id, l.document_id, l.declaration_id, l.verification_code, 'effective', l.code,
                 l.series, l.title, app.fold(l.title), l.issue, l.revision, l.effective_on, f.file ->> 'sha256',
                 (f.file ->> 'size')::bigint
            from declarations.declaration_line l
            cross join lateral (select p_files -> l.version_id::text) as f(file)
           where l.agency_id = v_agency and l.declaration_id = p_declaration
          on conflict (agency_id, version_id) do update set declaration_id = excluded.declaration_id,
            state = 'effective', pdf_sha256 = excluded.pdf_sha256, pdf_size = excluded.pdf_size, ended_at = null;
      end if;

      -- What the scope no longer names, and what is no longer in force, is told apart and loses its file.
      update portal.procedure p
         set state = now_is.state, pdf_sha256 = null, pdf_size = null, ended_at = clock_timestamp()
        from (select known.version_id,
                case when in_force.version_id = known.version_id and l.version_id is not null then 'effective'
                     when in_force.version_id <> known.version_id then 'superseded'
                     when in_force.version_id is null then 'ended'
                     else 'out-of-scope' end as state
                from portal.procedure known
                left join declarations.declaration_line l on l.agency_id = v_agency
                  and l.declaration_id = p_declaration and l.version_id = known.version_id
                left join lateral (select v.id as version_id from documents.version v
                  where v.agency_id = v_agency and v.document_id = known.document_id and v.state = 'issued'
                    and v.validity @> app.today()) as in_force on true
               where known.agency_id = v_agency and known.state = 'effective') as now_is
       where p.agency_id = v_agency and p.version_id = now_is.version_id and now_is.state <> 'effective';
    end $$
`;
