import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface CitingRow {
  agencyId: string;
  agencyName: string;
  documentId: string;
  versionId: string;
  code: string;
  title: string;
  cites: string;
  sortKey: string;
}

export interface CitingFilter {
  textId: string;
  /** All agencies of the acting province; otherwise those that the caller may read. */
  wholeProvince: boolean;
  after: readonly [string, string] | null;
  limit: number;
}

const COLUMNS = `agency_id as "agencyId", agency_name as "agencyName", document_id as "documentId",
  version_id as "versionId", code, title, cites, sort_key as "sortKey"`;

/** Where a text is cited. */
@Injectable()
export class CitingQuery {
  list(tx: ReadTransaction, { textId, wholeProvince, after, limit }: CitingFilter): Promise<CitingRow[]> {
    if (wholeProvince)
      return tx.query<CitingRow>(`select ${COLUMNS} from documents.citing_in_province($1, $2::text[], $3)`, [
        textId,
        after === null ? null : [...after],
        limit + 1,
      ]);
    return tx.query<CitingRow>(
      `with hit as (
         select c.agency_id, c.version_id, c.number_symbol as cites
           from legal_register.pub_legal_text t
           join documents.pub_citation c on c.number_key = t.number_key and c.agency_id = any ($2::uuid[])
            and (c.issuer_key = '' or c.issuer_key = t.issuer_key) and (c.issued_on is null or c.issued_on = t.issued_on)
          where t.id = $1
         union all
         select n.agency_id, n.version_id, concat_ws(' năm ', n.name, n.year::text)
           from legal_register.pub_text_alias a
           join documents.pub_named_text n on n.name_key = a.name_key and n.agency_id = any ($2::uuid[])
            and (n.year = a.year or (n.year is null and legal_register.law_of(n.name_key, null, app.today()) = $1))
          where a.text_id = $1),
       line as (
         select distinct on (v.agency_id, v.document_id) v.agency_id, g.name as agency_name, v.document_id, v.version_id,
                v.code, v.title, h.cites, lower(g.name) || ' ' || v.agency_id as sort_key
           from hit h
           join documents.pub_valid_version v on v.agency_id = h.agency_id and v.version_id = h.version_id
           join organization.pub_agency g on g.id = v.agency_id
          order by v.agency_id, v.document_id, v.validity, h.cites)
       select ${COLUMNS} from line
        where $3::text is null or (sort_key, document_id) > ($3, $4::uuid)
        order by sort_key, document_id limit $5`,
      [textId, [...tx.actor.readable], after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
