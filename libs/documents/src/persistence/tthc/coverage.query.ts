import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { CoverageNotFound } from '../../domain/refusals';

export interface FieldCoverage {
  fieldKey: string;
  field: string;
  total: number;
  covered: number;
}

export interface CoverageRow {
  procedureId: string;
  code: string | null;
  name: string;
  field: string;
  timeLimit: string | null;
  covered: boolean;
  documents: { documentId: string; code: string; title: string }[];
  fieldKey: string;
  nameKey: string;
}

export interface AgencyCoverage {
  agencyId: string;
  agencyName: string;
  kind: string;
  total: number;
  covered: number;
}

export interface MissingRow {
  procedureId: string;
  code: string | null;
  name: string;
  field: string;
}

/** A new TTHC that the agency is to build a procedure for. */
export interface ProcedureToBuild {
  procedureId: string;
  code: string | null;
  name: string;
  numberSymbol: string;
  deadlineOn: LocalDate | null;
}

export type CoveragePosition = readonly [string, string, string];

@Injectable()
export class CoverageQuery {
  /** Duties of the acting agency and how many have a procedure in force, by lĩnh vực. */
  byField(tx: ReadTransaction): Promise<FieldCoverage[]> {
    return tx.query<FieldCoverage>(
      `select p.field_key as "fieldKey", min(p.field) as field, count(*)::integer as total,
              (count(*) filter (where c.covered))::integer as covered
         from documents.pub_coverage c
         join administrative_procedures.pub_procedure p on p.id = c.procedure_id
        where c.agency_id = $1 group by p.field_key order by p.field_key`,
      [tx.actor.agencyId],
    );
  }

  /** The duties themselves, with the documents that are linked to them. */
  list(
    tx: ReadTransaction,
    { state, field }: { state: 'all' | 'missing' | 'covered'; field: string | null },
    { after, limit }: { after: CoveragePosition | null; limit: number },
  ): Promise<CoverageRow[]> {
    return tx.query<CoverageRow>(
      `select p.id as "procedureId", p.code, p.name, p.field, p.time_limit as "timeLimit", c.covered,
              p.field_key as "fieldKey", p.name_key as "nameKey",
              coalesce((select jsonb_agg(jsonb_build_object('documentId', d.id, 'code', d.code, 'title', d.title)
                          order by d.code, d.id)
                 from documents.procedure_link l
                 join documents.document d on d.agency_id = l.agency_id and d.id = l.document_id
                where l.agency_id = c.agency_id and l.procedure_id = p.id and l.confirmed_at is not null), '[]') as documents
         from documents.pub_coverage c
         join administrative_procedures.pub_procedure p on p.id = c.procedure_id
        where c.agency_id = $1 and ($2 = 'all' or c.covered = ($2 = 'covered'))
          and ($3::text is null or p.field_key = $3)
          and ($4::text is null or (p.field_key, p.name_key, p.id) > ($4, $5::text, $6::uuid))
        order by p.field_key, p.name_key, p.id limit $7`,
      [tx.actor.agencyId, state, field, ...(after ?? [null, null, null]), limit + 1],
    );
  }

  /** Agencies of the province whose the acting agency is, the least covered first; none for anybody else. */
  agencies(tx: ReadTransaction): Promise<AgencyCoverage[]> {
    return tx.query<AgencyCoverage>(
      `select agency_id as "agencyId", agency_name as "agencyName", kind, total, covered
         from documents.coverage_of_agencies()
        order by case when total = 0 then 2 else covered::numeric / total end, agency_name collate "vi-x-icu", agency_id
        limit 4000`,
    );
  }

  /** What an agency of the province lacks. @throws CoverageNotFound for anybody but its province */
  async missing(tx: ReadTransaction, agencyId: string): Promise<MissingRow[]> {
    const above = await tx.one(
      `select 1 from organization.pub_agency me join organization.pub_agency a on me.path operator(public.@>) a.path
        where me.id = $1 and me.kind in ('province', 'installation') and a.id = $2 and a.id <> me.id`,
      [tx.actor.agencyId, agencyId],
    );
    if (above === null) throw new CoverageNotFound();
    return tx.query<MissingRow>(
      `select p.id as "procedureId", p.code, p.name, p.field
         from documents.missing_of_agency($1) m
         join administrative_procedures.pub_procedure p on p.id = m.procedure_id
        order by p.field_key, p.name_key, p.id limit 2000`,
      [agencyId],
    );
  }

  /** What a decision makes and this agency must build: nothing that it covers already. */
  toBuild(tx: ReadTransaction, announcementId: string): Promise<ProcedureToBuild[]> {
    return tx.query<ProcedureToBuild>(
      `select p.id as "procedureId", p.code, p.name, t.number_symbol as "numberSymbol", a.deadline_on as "deadlineOn"
         from administrative_procedures.pub_announcement_row r
         join administrative_procedures.pub_announcement a on a.id = r.announcement_id and a.state = 'confirmed'
         join legal_register.pub_legal_text t on t.id = a.text_id
         join administrative_procedures.pub_procedure p on p.id = r.procedure_id
         left join documents.pub_coverage c on c.agency_id = $1 and c.procedure_id = p.id
        where r.announcement_id = $2 and r.act = 'new' and coalesce(not c.covered, p.status = 'not-yet')
        order by r.ordinal`,
      [tx.actor.agencyId, announcementId],
    );
  }

  /** TTHC that a decision was to make. */
  async madeBy(tx: ReadTransaction, announcementId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select procedure_id as id from administrative_procedures.pub_announcement_row
        where announcement_id = $1 and act = 'new' and procedure_id is not null`,
      [announcementId],
    );
    return rows.map(({ id }) => id);
  }

  /** Who keeps the documents of the acting agency: its secretaries, else whoever leads its office. */
  async keepers(tx: ReadTransaction): Promise<string[]> {
    const rows = await tx.query<{ id: string; rank: number }>(
      `select person_id as id, case when 'secretary' = any (roles) then 0 when 'office-lead' = any (roles) then 1
                when 'head' = any (roles) then 2 else 3 end as rank
         from identity.pub_membership
        where agency_id = $1 and valid @> app.today() and roles && array['secretary', 'office-lead', 'head', 'agency-admin']
        order by rank, person_id`,
      [tx.actor.agencyId],
    );
    return rows.filter(({ rank }) => rank === rows[0]?.rank).map(({ id }) => id);
  }
}
