import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FUNCTIONS = [
  'offer_version(uuid, uuid, uuid, text)',
  'withdraw_offers(uuid, text)',
  'offer_progress(uuid)',
  'offered_content(uuid)',
  'tell_owner_late(uuid, date, text)',
];

/**
 * "Sở soạn, xã dùng" (OF-06) and documents of predecessors that a successor keeps in force (OF-11). What an agency
 * applies stands among its own rows; the wall is crossed by the functions below alone.
 */
export class DocumentsAdoption1763860170001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Never filled: an adopted document is a document of the adopter that knows where it comes from.
      drop table documents.adoption;

      alter table documents.document
        add column origin_kind text check (origin_kind in ('adopted', 'continued')),
        add column origin_agency_id uuid references organization.agency (id),
        add column origin_document_id uuid,
        -- The owner revises it, not this agency.
        add column kept_by_owner boolean not null default false,
        add constraint document_origin_whole
          check ((origin_kind is null) = (origin_agency_id is null) and (origin_kind is null) = (origin_document_id is null)),
        add constraint document_kept_by_owner check (not kept_by_owner or origin_kind = 'adopted');
      create unique index document_origin_once on documents.document (agency_id, origin_agency_id, origin_document_id)
        where origin_document_id is not null;
      alter table documents.version
        add column origin_kind text check (origin_kind in ('adopted', 'continued')),
        add column origin_version_id uuid,
        -- Cơ quan soạn thảo, or the body that issued it before the merger, as named then.
        add column origin_name text,
        add column kept_by_owner boolean not null default false,
        -- Địa bàn áp dụng.
        add column territory text,
        -- The decision lets it apply until this day, and not after.
        add column limited_until date;

      -- A change of law makes work at the owner alone.
      create or replace view documents.pub_valid_version with (security_invoker = true) as
        select agency_id, id as version_id, document_id, code, series, title, issue, revision, owning_unit_id, validity
          from documents.version
         where state = 'issued' and validity && daterange(app.today(), null) and not kept_by_owner;

      create table documents.offering (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        document_id uuid not null,
        audience text not null check (audience in ('communes', 'chosen')),
        note text,
        state text not null default 'open' check (state in ('open', 'withdrawn')),
        offered_at timestamptz not null,
        offered_by uuid not null,
        offered_by_name text not null,
        withdrawn_at timestamptz,
        withdraw_reason text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id),
        check ((state = 'withdrawn') = (withdrawn_at is not null))
      );
      create unique index offering_one_open on documents.offering (agency_id, document_id) where state = 'open';
      create index offering_recent on documents.offering (agency_id, offered_at desc, id desc);
      ${tenantTable('documents.offering')};
      create table documents.offering_target (
        agency_id uuid not null references organization.agency (id),
        offering_id uuid not null,
        adopter_id uuid not null references organization.agency (id),
        primary key (agency_id, offering_id, adopter_id),
        foreign key (agency_id, offering_id) references documents.offering (agency_id, id)
      );
      ${tenantTable('documents.offering_target')};

      -- What was offered to this agency, as it was then. Written by the functions of the owner's side, answered here.
      create table documents.offer (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        offering_id uuid not null,
        batch_id uuid not null,
        owner_agency_id uuid not null references organization.agency (id),
        owner_name text not null,
        document_id uuid not null,
        version_id uuid not null,
        code text not null,
        series text not null,
        title text not null,
        kind text not null,
        issue integer not null,
        revision integer not null,
        change_note text,
        effective_on date not null,
        decision_number text,
        decision_signed_on date,
        master_sha256 text not null,
        master_name text not null,
        master_size bigint not null,
        master_type text not null,
        rendition_sha256 text not null,
        rendition_size bigint not null,
        rendition_pages integer,
        metadata_hash text,
        state text not null default 'offered'
          check (state in ('offered', 'received', 'adopted', 'superseded', 'withdrawn', 'local', 'ended')),
        offered_at timestamptz not null default clock_timestamp(),
        -- The owner has ended the offer or the document; what was adopted stays until the adopter decides.
        withdrawn_at timestamptz,
        owner_late_on date,
        local_document_id uuid,
        local_version_id uuid,
        answered_at timestamptz,
        answered_by_name text,
        answer_reason text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint offer_once unique (agency_id, version_id),
        foreign key (owner_agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, local_document_id) references documents.document (agency_id, id),
        foreign key (agency_id, local_version_id) references documents.version (agency_id, id),
        check (state not in ('received', 'adopted') or local_version_id is not null)
      );
      create index offer_recent on documents.offer (agency_id, offered_at desc, id desc);
      create index offer_batch on documents.offer (agency_id, batch_id);
      create index offer_local on documents.offer (agency_id, local_document_id);
      create index offer_offering on documents.offer (offering_id, agency_id);
      ${tenantTable('documents.offer')};
      drop policy adds on documents.offer;
      revoke insert on documents.offer from iso_app, iso_worker;

      -- Lays a version of the acting agency before those its offering names: one row and one fact for each of them.
      create function documents.offer_version(p_offering uuid, p_version uuid, p_batch uuid, p_correlation text)
        returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_count integer;
        begin
          perform from documents.offering o
            join documents.version v on v.agency_id = o.agency_id and v.document_id = o.document_id
           where o.agency_id = app.agency_id() and o.id = p_offering and o.state = 'open' and v.id = p_version
             and v.state = 'issued' and upper_inf(v.validity) and v.origin_kind is distinct from 'adopted';
          if not found then
            raise exception 'no open offering of this agency for this version' using errcode = '42501';
          end if;
          with target as (
            select a.id, g.name as owner_name
              from documents.offering o
              join organization.agency g on g.id = o.agency_id
              join organization.agency a on a.province_id = g.province_id and a.id <> g.id and a.valid @> app.today()
             where o.agency_id = app.agency_id() and o.id = p_offering
               and ((o.audience = 'communes' and a.kind = 'commune')
                 or exists (select from documents.offering_target t where t.agency_id = o.agency_id
                      and t.offering_id = o.id and t.adopter_id = a.id))
          ), ended as (
            update documents.offer f set state = 'superseded', row_version = f.row_version + 1
              from target t, documents.version v
             where v.agency_id = app.agency_id() and v.id = p_version
               and f.agency_id = t.id and f.document_id = v.document_id and f.state = 'offered' and f.version_id <> v.id
          ), added as (
            insert into documents.offer (agency_id, id, offering_id, batch_id, owner_agency_id, owner_name, document_id,
              version_id, code, series, title, kind, issue, revision, change_note, effective_on, decision_number,
              decision_signed_on, master_sha256, master_name, master_size, master_type, rendition_sha256, rendition_size,
              rendition_pages, metadata_hash)
            select t.id, uuidv7(), p_offering, p_batch, v.agency_id, t.owner_name, v.document_id, v.id, v.code, v.series,
                   v.title, v.kind, v.issue, v.revision, v.change_note, lower(v.validity), d.number, d.signed_on,
                   v.master_sha256, v.master_name, v.master_size, v.master_type, v.rendition_sha256, v.rendition_size,
                   v.rendition_pages, v.metadata_hash
              from target t
              join documents.version v on v.agency_id = app.agency_id() and v.id = p_version
              left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id
             where v.rendition_sha256 is not null
            on conflict on constraint offer_once do update
              set state = 'offered', offering_id = excluded.offering_id, batch_id = excluded.batch_id,
                  withdrawn_at = null, offered_at = clock_timestamp(), row_version = offer.row_version + 1
              where offer.state = 'withdrawn'
            returning offer.agency_id
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select a.agency_id, uuidv7(), 'documents.version-offered.v1', jsonb_build_object('batchId', p_batch),
                   p_correlation
              from added a
          )
          select count(*) into v_count from added;
          return v_count;
        end $$;

      -- Ends what an offering of the acting agency laid before others, and tells each of them.
      create function documents.withdraw_offers(p_offering uuid, p_correlation text)
        returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_count integer;
        begin
          perform from documents.offering o
           where o.agency_id = app.agency_id() and o.id = p_offering and o.state = 'withdrawn';
          if not found then
            raise exception 'not a withdrawn offering of this agency' using errcode = '42501';
          end if;
          with ended as (
            update documents.offer f
               set withdrawn_at = clock_timestamp(), row_version = f.row_version + 1,
                   state = case when f.state = 'offered' then 'withdrawn' else f.state end
             where f.owner_agency_id = app.agency_id() and f.offering_id = p_offering and f.withdrawn_at is null
               and f.state in ('offered', 'received', 'adopted')
            returning f.agency_id
          ), told as (select distinct e.agency_id from ended e
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select t.agency_id, uuidv7(), 'documents.offering-withdrawn.v1', jsonb_build_object('offeringId', p_offering),
                   p_correlation
              from told t
          )
          select count(*) into v_count from told;
          return v_count;
        end $$;

      -- Who has answered: state, day and decision, told to the owner alone.
      create function documents.offer_progress(p_offering uuid)
        returns table (agency_id uuid, agency_name text, issue integer, revision integer, state text,
                       answered_at timestamptz, decision_number text, decision_signed_on date)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select distinct on (a.name, f.agency_id) f.agency_id, a.name, f.issue, f.revision, f.state, f.answered_at,
                 d.number, d.signed_on
            from documents.offer f
            join organization.agency a on a.id = f.agency_id
            left join documents.version v on v.agency_id = f.agency_id and v.id = f.local_version_id
            left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id
             and d.state = 'registered'
           where f.owner_agency_id = app.agency_id() and f.offering_id = p_offering
           order by a.name, f.agency_id, f.offered_at desc, f.id desc
        $$;

      -- Content, pages, citations and links to TTHC of an offered version: told to whom it is offered, while it is.
      create function documents.offered_content(p_offer uuid) returns jsonb
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select jsonb_build_object(
              'content', (select jsonb_build_object('origin', c.origin, 'content', c.content)
                 from documents.version_content c
                where c.agency_id = f.owner_agency_id and c.version_id = f.version_id),
              'pages', (select jsonb_agg(jsonb_build_object('page', p.page, 'text', p.text))
                 from documents.version_page p
                where p.agency_id = f.owner_agency_id and p.version_id = f.version_id),
              'citations', (select jsonb_agg(to_jsonb(c)) from documents.citation c
                where c.agency_id = f.owner_agency_id and c.version_id = f.version_id),
              'namedTexts', (select jsonb_agg(to_jsonb(n)) from documents.named_text n
                where n.agency_id = f.owner_agency_id and n.version_id = f.version_id),
              'links', (select jsonb_agg(to_jsonb(l)) from documents.procedure_link l
                where l.agency_id = f.owner_agency_id and l.document_id = f.document_id))
            from documents.offer f
           where f.agency_id = app.agency_id() and f.id = p_offer and f.state = 'offered' and f.withdrawn_at is null
        $$;

      -- The owner is late with a revision: those who apply its document hear of it and may see to it themselves.
      create function documents.tell_owner_late(p_document uuid, p_due date, p_correlation text)
        returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_count integer;
        begin
          with late as (
            update documents.offer f set owner_late_on = p_due, row_version = f.row_version + 1
             where f.owner_agency_id = app.agency_id() and f.document_id = p_document and f.state in ('received', 'adopted')
               and f.owner_late_on is distinct from p_due
            returning f.agency_id
          ), told as (select distinct l.agency_id from late l
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select t.agency_id, uuidv7(), 'documents.owner-late.v1', jsonb_build_object('documentId', p_document),
                   p_correlation
              from told t
          )
          select count(*) into v_count from told;
          return v_count;
        end $$;

      grant select on documents.offering, documents.offering_target, documents.issuing_decision, documents.version_content,
        documents.version_page, documents.procedure_link to iso_definer;
      grant select, insert, update on documents.offer to iso_definer;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(definerFunction('documents', signature, ['iso_app', 'iso_worker']));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function documents.${signature}`);
    await runner.query(`
      drop table documents.offer, documents.offering_target, documents.offering;
      create or replace view documents.pub_valid_version with (security_invoker = true) as
        select agency_id, id as version_id, document_id, code, series, title, issue, revision, owning_unit_id, validity
          from documents.version
         where state = 'issued' and validity && daterange(app.today(), null);
      alter table documents.version drop column origin_kind, drop column origin_version_id, drop column origin_name,
        drop column kept_by_owner, drop column territory, drop column limited_until;
      alter table documents.document drop column origin_kind, drop column origin_agency_id,
        drop column origin_document_id, drop column kept_by_owner;
    `);
  }
}
