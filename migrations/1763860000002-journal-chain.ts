import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The append-only record: one chain of SHA-256 per agency, written by one function only (RI-05, RI-06). */
export class JournalChain1763860000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema journal;
      grant usage on schema journal to iso_app, iso_worker, iso_definer, iso_backup;

      create table journal.head (
        agency_id uuid primary key,
        seq bigint not null,
        hash bytea not null
      );
      create table journal.entry (
        agency_id uuid not null,
        seq bigint not null,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('person', 'system')),
        actor_id uuid,
        actor_name text not null,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        reason text,
        correlation_id text not null,
        -- Old and new values. Salted and committed to, so that the law may erase a value without breaking the chain.
        detail text,
        salt bytea,
        commitment bytea not null,
        canonical bytea not null,
        hash bytea not null,
        primary key (agency_id, seq)
      );
      create index entry_subject on journal.entry (agency_id, subject_type, subject_id, seq desc);

      alter table journal.head enable row level security;
      alter table journal.head force row level security;
      create policy reads on journal.head for select to iso_app, iso_worker
        using (agency_id = any ((select app.readable())::uuid[]));
      create policy exports on journal.head for select to iso_worker using (true);
      alter table journal.entry enable row level security;
      alter table journal.entry force row level security;
      create policy reads on journal.entry for select to iso_app, iso_worker
        using (agency_id = any ((select app.readable())::uuid[]));
      grant select on journal.head, journal.entry to iso_app, iso_worker, iso_backup;
      grant select, insert, update on journal.head to iso_definer;
      grant insert on journal.entry to iso_definer;

      -- Each field as =<bytes>:<value>, or ~ when there is none: no two different rows have the same bytes.
      create function journal.canonical(variadic fields text[]) returns bytea language sql immutable parallel safe
        as $$
          select convert_to(string_agg(
            case when field is null then '~,' else '=' || octet_length(field) || ':' || field || ',' end, '' order by n), 'UTF8')
          from unnest(fields) with ordinality as given(field, n)
        $$;

      create function journal.append(batch jsonb) returns bigint language plpgsql security definer
        set search_path = pg_catalog, pg_temp
        as $$
        declare
          v_agency uuid := app.agency_id();
          v_seq bigint;
          v_hash bytea;
          v_entry jsonb;
          v_at timestamptz;
          v_salt bytea;
          v_commitment bytea;
          v_canonical bytea;
        begin
          if v_agency is null then
            raise exception 'no agency in this transaction' using errcode = '42501';
          end if;
          insert into journal.head (agency_id, seq, hash)
            values (v_agency, 0, sha256(convert_to('iso-journal-v1:' || v_agency, 'UTF8')))
            on conflict do nothing;
          select seq, hash into v_seq, v_hash from journal.head where agency_id = v_agency for update;
          for v_entry in select value from jsonb_array_elements(batch -> 'entries') loop
            v_seq := v_seq + 1;
            v_at := clock_timestamp();
            v_salt := public.gen_random_bytes(16);
            v_commitment := sha256(v_salt || convert_to(v_entry ->> 'detail', 'UTF8'));
            v_canonical := journal.canonical(
              'iso-journal-v1', v_agency::text, v_seq::text,
              to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              batch ->> 'kind', app.person_id()::text, batch ->> 'personName',
              v_entry ->> 'action', v_entry ->> 'subjectType', v_entry ->> 'subjectId', v_entry ->> 'reason',
              batch ->> 'correlationId', encode(v_commitment, 'hex'), encode(v_hash, 'hex'));
            v_hash := sha256(v_canonical);
            insert into journal.entry (agency_id, seq, at, actor_kind, actor_id, actor_name, action, subject_type,
                subject_id, reason, correlation_id, detail, salt, commitment, canonical, hash)
              values (v_agency, v_seq, v_at, batch ->> 'kind', app.person_id(), batch ->> 'personName',
                v_entry ->> 'action', v_entry ->> 'subjectType', v_entry ->> 'subjectId', v_entry ->> 'reason',
                batch ->> 'correlationId', v_entry ->> 'detail', v_salt, v_commitment, v_canonical, v_hash);
          end loop;
          update journal.head set seq = v_seq, hash = v_hash where agency_id = v_agency;
          return v_seq;
        end
        $$;
      ${definerFunction('journal', 'append(jsonb)', ['iso_app', 'iso_worker'])};
      grant execute on function journal.canonical(text[]) to iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema journal cascade');
  }
}
