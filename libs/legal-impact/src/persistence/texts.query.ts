import { foldVietnamese, numberSymbolKey } from '@app/kernel';
import { type LegalTextStatus, type RelationKind } from '@app/legal-register';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface TextRow {
  id: string;
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string | null;
  title: string;
  status: LegalTextStatus;
  confirmed: boolean;
  stewardName: string;
  citedBy: number;
  rowVersion: number;
}

export interface AliasRow {
  name: string;
  year: number | null;
}

export interface RelationRow {
  kind: RelationKind;
  direction: 'to' | 'from';
  textId: string;
  numberSymbol: string;
  title: string;
  partly: boolean;
  note: string | null;
}

export interface CitingRow {
  documentId: string;
  code: string;
  title: string;
  agencyName: string;
}

/** Valid versions within the caller's sight that cite text `t`, by number or by one of its names. */
const CITING = `select c.agency_id, c.version_id from documents.pub_citation c
    where c.number_key = t.number_key and c.agency_id = any ($1::uuid[])
      and (c.issuer_key = '' or c.issuer_key = t.issuer_key) and (c.issued_on is null or c.issued_on = t.issued_on)
  union
  select n.agency_id, n.version_id from legal_register.pub_text_alias a
    join documents.pub_named_text n on n.name_key = a.name_key and n.year = a.year
   where a.text_id = t.id and n.agency_id = any ($1::uuid[])`;

const SELECT = `select t.id, t.kind, t.number_symbol as "numberSymbol", t.issuer, t.issued_on as "issuedOn",
    t.effective_on as "effectiveOn", t.title, legal_register.status_on(t.id, app.today()) as status,
    t.state = 'confirmed' as confirmed, s.name as "stewardName", t.row_version as "rowVersion",
    (select count(distinct v.document_id)::integer from (${CITING}) k
       join documents.pub_valid_version v on v.agency_id = k.agency_id and v.version_id = k.version_id) as "citedBy"
  from legal_register.pub_legal_text t
  join organization.pub_agency s on s.id = t.steward_agency_id
  where (t.state = 'confirmed' or t.steward_agency_id = (select app.agency_id()))`;

@Injectable()
export class TextsQuery {
  /** The latest first; `q` finds numbers, titles and names without accents. */
  list(
    tx: ReadTransaction,
    { q, after, limit }: { q: string; after: readonly [string, string] | null; limit: number },
  ): Promise<TextRow[]> {
    return tx.query<TextRow>(
      `${SELECT} and ($2 = '' or app.fold(t.title) like $3 or t.number_key like $4
           or exists (select from legal_register.pub_text_alias a where a.text_id = t.id and a.name_key like $3))
         and ($5::date is null or (t.issued_on, t.id) < ($5, $6::uuid))
       order by t.issued_on desc, t.id desc limit $7`,
      [
        [...tx.actor.readable],
        q,
        likeOf(foldVietnamese(q)),
        likeOf(numberSymbolKey(q)),
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
  }

  one(tx: ReadTransaction, id: string): Promise<TextRow | null> {
    return tx.one<TextRow>(`${SELECT} and t.id = $2`, [[...tx.actor.readable], id]);
  }

  aliases(tx: ReadTransaction, id: string): Promise<AliasRow[]> {
    return tx.query<AliasRow>(
      'select name, year from legal_register.pub_text_alias where text_id = $1 order by name, year',
      [id],
    );
  }

  /** What the text does to others, and what confirmed texts do to it. */
  relations(tx: ReadTransaction, id: string): Promise<RelationRow[]> {
    return tx.query<RelationRow>(
      `select r.kind, case when r.text_id = $1 then 'to' else 'from' end as direction, o.id as "textId",
              o.number_symbol as "numberSymbol", o.title, r.partly, r.note
         from legal_register.pub_relation r
         join legal_register.pub_legal_text o on o.id = case when r.text_id = $1 then r.target_id else r.text_id end
        where (r.text_id = $1 or r.target_id = $1)
          and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id()))
        order by direction desc, o.issued_on desc, o.id limit 200`,
      [id],
    );
  }

  citing(tx: ReadTransaction, id: string): Promise<CitingRow[]> {
    return tx.query<CitingRow>(
      `select distinct v.document_id as "documentId", v.code, v.title, g.name as "agencyName"
         from legal_register.pub_legal_text t
         cross join lateral (${CITING}) k
         join documents.pub_valid_version v on v.agency_id = k.agency_id and v.version_id = k.version_id
         join organization.pub_agency g on g.id = v.agency_id
        where t.id = $2 order by v.code, v.document_id limit 200`,
      [[...tx.actor.readable], id],
    );
  }
}

function likeOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
