import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LinkableProcedure, type SuggestedBy } from '../../domain/tthc/suggest-links';

export interface ConfirmedLink {
  documentId: string;
  procedureId: string;
  matchedBy: SuggestedBy | 'person';
}

/** A TTHC that a document implements, with its current quy trình nội bộ. */
export interface LinkedProcedure {
  procedureId: string;
  code: string | null;
  name: string;
  field: string;
  level: 'province' | 'commune' | 'other';
  status: 'in-force' | 'suspended' | 'ended' | 'not-yet';
  timeLimit: string | null;
  matchedBy: SuggestedBy | 'person';
  confirmedByName: string | null;
  process: {
    decisionNumber: string | null;
    decisionIssuer: string | null;
    decisionOn: LocalDate | null;
    timeLimit: string | null;
    validFrom: LocalDate | null;
    steps: { name: string; responsible: string | null; time: string | null }[];
  } | null;
}

/** A document of the acting agency with its version in force. */
export interface StandingDocument {
  documentId: string;
  code: string;
  title: string;
  series: string;
  versionId: string | null;
  effectiveOn: LocalDate | null;
}

/** A procedure in force that no TTHC is linked to. */
export interface OpenDocument {
  documentId: string;
  code: string;
  title: string;
  series: string;
  /** Heads of codes of TTHC that its first pages print. */
  codes: string[];
}

/** A TTHC of the agency that no procedure in force covers. */
export interface OpenProcedure extends LinkableProcedure {
  code: string | null;
  name: string;
  field: string;
}

@Injectable()
export class ProcedureLinksRepository {
  /** Procedures in force of the acting agency that no TTHC is linked to, with the codes that their first pages print. */
  documents(tx: ReadTransaction, limit: number): Promise<OpenDocument[]> {
    return tx.query<OpenDocument>(
      `select v.document_id as "documentId", v.code, v.title, v.series,
              coalesce((select array_agg(distinct substring(p.text from '[0-9][.][0-9]{6}'))
                 filter (where p.text ~ '[0-9][.][0-9]{6}')
                 from documents.version_page p
                where p.agency_id = v.agency_id and p.version_id = v.version_id and p.page <= 4), '{}') as codes
         from documents.pub_effective_version v
        where v.agency_id = $1 and v.kind = 'procedure'
          and not exists (select from documents.procedure_link l
            where l.agency_id = v.agency_id and l.document_id = v.document_id and l.confirmed_at is not null)
        order by app.fold(v.series), v.code, v.document_id limit $2`,
      [tx.actor.agencyId, limit],
    );
  }

  /** TTHC that the agency carries out and that no procedure in force covers. */
  procedures(tx: ReadTransaction, limit: number): Promise<OpenProcedure[]> {
    return tx.query<OpenProcedure>(
      `select p.id as "procedureId", p.code, p.name, p.field, p.code_head as "codeHead", p.name_key as "nameKey",
              p.field_key as "fieldKey"
         from documents.pub_coverage c
         join administrative_procedures.pub_procedure p on p.id = c.procedure_id
        where c.agency_id = $1 and not c.covered
        order by p.field_key, p.name_key, p.id limit $2`,
      [tx.actor.agencyId, limit],
    );
  }

  /** How many of the documents are the acting agency's own, and of the TTHC within its sight. */
  async count(tx: ReadTransaction, links: readonly ConfirmedLink[]): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `select count(*)::integer as count
         from jsonb_to_recordset($2::jsonb) as l("documentId" uuid, "procedureId" uuid)
         join documents.document d on d.agency_id = $1 and d.id = l."documentId"
         join administrative_procedures.pub_procedure p on p.id = l."procedureId"`,
      [tx.actor.agencyId, JSON.stringify(links)],
    );
    return row?.count ?? 0;
  }

  async confirm(tx: WriteTransaction, links: readonly ConfirmedLink[], at: Date): Promise<void> {
    await tx.change(
      `insert into documents.procedure_link (agency_id, document_id, procedure_id, matched_by, confirmed_at, confirmed_by_name)
       select $1, l."documentId", l."procedureId", l."matchedBy", $2, $3
         from jsonb_to_recordset($4::jsonb) as l("documentId" uuid, "procedureId" uuid, "matchedBy" text)
       on conflict (agency_id, document_id, procedure_id) do nothing`,
      [tx.actor.agencyId, at, tx.actor.personName, JSON.stringify(links)],
    );
  }

  remove(
    tx: WriteTransaction,
    { documentId, procedureId }: Omit<ConfirmedLink, 'matchedBy'>,
  ): Promise<number> {
    return tx.change(
      'delete from documents.procedure_link where agency_id = $1 and document_id = $2 and procedure_id = $3',
      [tx.actor.agencyId, documentId, procedureId],
    );
  }

  document(tx: ReadTransaction, documentId: string): Promise<StandingDocument | null> {
    return tx.one<StandingDocument>(
      `select d.id as "documentId", coalesce(v.code, d.code) as code, coalesce(v.title, d.title) as title,
              coalesce(v.series, d.series) as series, v.version_id as "versionId", v.effective_on as "effectiveOn"
         from documents.document d
         left join documents.pub_effective_version v on v.agency_id = d.agency_id and v.document_id = d.id
        where d.agency_id = any ($1::uuid[]) and d.id = $2`,
      [tx.actor.readable, documentId],
    );
  }

  linked(tx: ReadTransaction, documentId: string): Promise<LinkedProcedure[]> {
    return tx.query<LinkedProcedure>(
      `select p.id as "procedureId", p.code, p.name, p.field, p.level, p.status, p.time_limit as "timeLimit",
              l.matched_by as "matchedBy", l.confirmed_by_name as "confirmedByName",
              case when i.id is null then null else jsonb_build_object('decisionNumber', i.decision_number,
                'decisionIssuer', i.decision_issuer, 'decisionOn', i.decision_on, 'timeLimit', i.time_limit,
                'validFrom', lower(i.valid), 'steps', i.steps) end as process
         from documents.procedure_link l
         join administrative_procedures.pub_procedure p on p.id = l.procedure_id
         left join lateral (
           select n.* from administrative_procedures.pub_internal_process n
            where n.procedure_id = p.id and n.valid @> app.today()
            order by n.steward_agency_id = l.agency_id desc, lower(n.valid) desc, n.id limit 1) i on true
        where l.agency_id = any ($1::uuid[]) and l.document_id = $2 and l.confirmed_at is not null
        order by p.field_key, p.name_key, p.id`,
      [tx.actor.readable, documentId],
    );
  }

  /** TTHC of the document that now have a procedure: what was to be built is built. */
  async proceduresOf(tx: ReadTransaction, documentIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct l.procedure_id as id
         from documents.procedure_link l
         join documents.pub_valid_version v on v.agency_id = l.agency_id and v.document_id = l.document_id
        where l.agency_id = $1 and l.document_id = any ($2::uuid[]) and l.confirmed_at is not null`,
      [tx.actor.agencyId, documentIds],
    );
    return rows.map(({ id }) => id);
  }
}
