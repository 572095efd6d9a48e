import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export type FirstReviewState = 'open' | 'not-needed' | 'must-revise';

export interface FirstReviewRow {
  id: string;
  documentId: string;
  versionId: string;
  code: string;
  title: string;
  cites: string;
  textId: string;
  textTitle: string;
  textStatus: string;
  unitName: string | null;
  state: FirstReviewState;
  note: string | null;
  concludedByName: string | null;
  foundAt: string;
}

export interface Cited {
  documentId: string;
  versionId: string;
  numberSymbol: string | null;
  issuer: string | null;
  issuedOn: LocalDate | null;
  name: string | null;
  year: number | null;
}

export interface Finding {
  id: string;
  documentId: string;
  versionId: string;
  textId: string;
  cites: string;
  textStatus: string;
}

/** What an import brought in that cites texts no longer in force. */
@Injectable()
export class FirstReviewsRepository {
  /** Everything that the versions of an import cite, by number or by name. */
  cited(tx: ReadTransaction, batchId: string): Promise<Cited[]> {
    return tx.query<Cited>(
      `select v.document_id as "documentId", v.version_id as "versionId", c.number_symbol as "numberSymbol", c.issuer,
              c.issued_on as "issuedOn", null as name, null::int as year
         from documents.pub_imported_version v
         join documents.pub_citation c on c.agency_id = v.agency_id and c.version_id = v.version_id
        where v.agency_id = $1 and v.batch_id = $2
       union all
       select v.document_id, v.version_id, null, null, null, n.name, n.year
         from documents.pub_imported_version v
         join documents.pub_named_text n on n.agency_id = v.agency_id and n.version_id = v.version_id
        where v.agency_id = $1 and v.batch_id = $2`,
      [tx.actor.agencyId, batchId],
    );
  }

  /** @returns how many were new: scanned again it adds nothing */
  add(tx: WriteTransaction, batchId: string, findings: readonly Finding[]): Promise<number> {
    return tx.change(
      `insert into legal_impact.first_review (agency_id, id, batch_id, document_id, version_id, text_id, cites, text_status)
       select $1, id, $2, "documentId", "versionId", "textId", cites, "textStatus"
         from jsonb_to_recordset($3::jsonb) as f (id uuid, "documentId" uuid, "versionId" uuid, "textId" uuid, cites text,
           "textStatus" text)
       on conflict on constraint first_review_once do nothing`,
      [tx.actor.agencyId, batchId, JSON.stringify(findings)],
    );
  }

  list(
    tx: ReadTransaction,
    {
      state,
      after,
      limit,
    }: { state: 'open' | 'all'; after: readonly [string, string] | null; limit: number },
  ): Promise<FirstReviewRow[]> {
    return tx.query<FirstReviewRow>(
      `select r.id, r.document_id as "documentId", r.version_id as "versionId", d.code, d.title, r.cites,
              r.text_id as "textId", t.title as "textTitle", r.text_status as "textStatus", u.name as "unitName", r.state,
              r.note, r.concluded_by_name as "concludedByName",
              to_char(r.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "foundAt"
         from legal_impact.first_review r
         join documents.pub_document d on d.agency_id = r.agency_id and d.id = r.document_id
         join legal_register.pub_legal_text t on t.id = r.text_id
         left join organization.pub_unit u on u.agency_id = d.agency_id and u.id = d.owning_unit_id
        where r.agency_id = any ($1::uuid[]) and ($2 or r.state = 'open')
          and ($3::timestamptz is null or (r.found_at, r.id) > ($3, $4::uuid))
        order by r.found_at, r.id limit $5`,
      [[...tx.actor.readable], state === 'all', after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** Concludes lines of the own agency that are open. @returns their documents */
  conclude(
    tx: WriteTransaction,
    ids: readonly string[],
    { outcome, note, at }: { outcome: 'not-needed' | 'must-revise'; note: string; at: Date },
  ): Promise<{ id: string; documentId: string }[]> {
    return tx.query(
      `update legal_impact.first_review
          set state = $3, note = $4, concluded_by = $5, concluded_by_name = $6, concluded_at = $7,
              row_version = row_version + 1
        where agency_id = $1 and id = any ($2::uuid[]) and state = 'open'
        returning id, document_id as "documentId"`,
      [tx.actor.agencyId, ids, outcome, note, tx.actor.personId, tx.actor.personName, at],
    );
  }
}
