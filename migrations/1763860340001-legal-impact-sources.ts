import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A change comes from a legal text or from a quyết định công bố; the register of TTHC says whom the latter reaches. */
export class LegalImpactSources1763860340001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table legal_impact.change
        add column source text not null default 'text' check (source in ('text', 'announcement')),
        drop constraint change_once,
        add constraint change_once unique (steward_agency_id, text_id, source),
        drop constraint change_kind_check,
        add constraint change_kind_check check (kind in ('replaces', 'repeals', 'amends', 'announces'));
      alter table legal_impact.assessment
        -- Every way by which the change reaches the document: [{cites, via, kind, target, partly, note, path}].
        add column reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
        drop constraint assessment_via_check,
        add constraint assessment_via_check check (via in ('number', 'name', 'amended', 'procedure'));

      -- Documents that a confirmed quyết định công bố reaches by their TTHC (TT-02); none until the register of TTHC says.
      create function legal_impact.matches_tthc(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text,
                       reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select null::uuid, null::uuid, null::uuid, null::uuid, null::text, null::text, null::jsonb where false
        $$;
      ${definerFunction('legal_impact', 'matches_tthc(uuid)', ['iso_definer'])};

      alter function legal_impact.matches(uuid) rename to matches_text;

      create function legal_impact.matches(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text,
                       reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select m.agency_id, m.document_id, (array_agg(m.version_id order by m.via desc, m.cites))[1],
                 (array_agg(m.owning_unit_id order by m.via desc, m.cites))[1],
                 (array_agg(m.cites order by m.via desc, m.cites))[1], max(m.via),
                 coalesce(jsonb_agg(m.reason) filter (where m.reason is not null), '[]')
            from (
              select t.agency_id, t.document_id, t.version_id, t.owning_unit_id, t.cites, t.via,
                     jsonb_build_object('cites', t.cites, 'via', t.via) as reason
                from legal_impact.matches_text(p_change) t
              union all
              select p.agency_id, p.document_id, p.version_id, p.owning_unit_id, p.cites, p.via, r.reason
                from legal_impact.matches_tthc(p_change) p
                left join lateral jsonb_array_elements(p.reasons) as r(reason) on true) m
           group by m.agency_id, m.document_id
        $$;
      ${definerFunction('legal_impact', 'matches(uuid)', ['iso_definer'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function legal_impact.matches(uuid);
      drop function legal_impact.matches_tthc(uuid);
      alter function legal_impact.matches_text(uuid) rename to matches;
      alter table legal_impact.assessment drop column reasons,
        drop constraint assessment_via_check,
        add constraint assessment_via_check check (via in ('number', 'name'));
      alter table legal_impact.change drop constraint change_kind_check,
        add constraint change_kind_check check (kind in ('replaces', 'repeals', 'amends')),
        drop constraint change_once, drop column source,
        add constraint change_once unique (steward_agency_id, text_id);
    `);
  }
}
