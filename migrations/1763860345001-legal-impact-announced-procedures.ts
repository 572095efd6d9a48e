import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A confirmed quyết định công bố reaches the documents that implement the TTHC of its annex (TT-02). */
export class LegalImpactAnnouncedProcedures1763860345001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function legal_impact.matches_tthc(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text,
                       reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with given as materialized (
            select c.id, c.steward_agency_id, c.audience, c.scope, c.text_id from legal_impact.change c
             where c.id = p_change and c.source = 'announcement'
          ), row as materialized (
            select r.procedure_id, r.ordinal,
                   concat_ws(' ', 'TTHC', r.code, r.name) || case r.act when 'abolished' then ' (bị bãi bỏ)'
                     when 'replaced' then ' (được thay thế)' else ' (được sửa đổi, bổ sung)' end as cites,
                   case r.act when 'abolished' then 'repeals' when 'replaced' then 'replaces' else 'amends' end as kind
              from given g
              join administrative_procedures.pub_announcement a
                on a.text_id = g.text_id and a.steward_agency_id = g.steward_agency_id and a.state <> 'withdrawn'
              join administrative_procedures.pub_announcement_row r
                on r.announcement_id = a.id and r.act <> 'new' and r.procedure_id is not null
          ), hit as (
            select distinct on (v.agency_id, v.document_id, row.procedure_id)
                   v.agency_id, v.document_id, v.version_id, v.owning_unit_id, v.validity, row.cites, row.kind, row.ordinal,
                   row.procedure_id
              from row
              join documents.pub_procedure_link l on l.procedure_id = row.procedure_id
              join documents.pub_valid_version v on v.agency_id = l.agency_id and v.document_id = l.document_id
              join organization.pub_agency a on a.id = v.agency_id and a.valid @> app.today()
              join given g on case g.scope when 'agency' then a.id = g.steward_agency_id else g.audience @> a.path end
             order by v.agency_id, v.document_id, row.procedure_id, v.validity, row.ordinal
          )
          select h.agency_id, h.document_id, (array_agg(h.version_id order by h.validity, h.ordinal))[1],
                 (array_agg(h.owning_unit_id order by h.validity, h.ordinal))[1], min(h.cites), 'procedure',
                 jsonb_agg(jsonb_build_object('cites', h.cites, 'via', 'procedure', 'kind', h.kind, 'target', null,
                   'partly', false, 'note', null, 'path', '[]'::jsonb) order by h.ordinal)
            from hit h
           group by h.agency_id, h.document_id
        $$;
      ${definerFunction('legal_impact', 'matches_tthc(uuid)', ['iso_definer'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function legal_impact.matches_tthc(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text,
                       reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select null::uuid, null::uuid, null::uuid, null::uuid, null::text, null::text, null::jsonb where false
        $$;
    `);
  }
}
