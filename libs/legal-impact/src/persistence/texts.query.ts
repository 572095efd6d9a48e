import { foldVietnamese, type LocalDate, numberSymbolKey } from '@app/kernel';
import {
  type Article,
  type Awaited,
  type LegalTextState,
  type LegalTextStatus,
  type OfficialFile,
  type RelationKind,
  type Territory,
} from '@app/legal-register';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface TextRow {
  id: string;
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string | null;
  /** The day from which it has no effect, known or already decided. */
  endsOn: string | null;
  title: string;
  status: LegalTextStatus;
  amended: boolean;
  appliesHere: boolean;
  confirmed: boolean;
  stewardName: string;
  citedBy: number;
}

/** Everything the register holds of one text. */
export interface TextDetailRow extends TextRow {
  rowVersion: number;
  stewardAgencyId: string;
  numberKey: string;
  issuerKey: string;
  field: string | null;
  state: LegalTextState;
  expiredOn: string | null;
  abstract: string | null;
  sourceUrl: string | null;
  file: OfficialFile | null;
  articles: Article[];
  territory: Territory[];
  territoryNote: string | null;
  awaited: Awaited[];
  closedReason: string | null;
  mergedIntoId: string | null;
  mergedInto: string | null;
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
  provisions: string | null;
  effectiveOn: string | null;
  transition: string | null;
  note: string | null;
  confirmed: boolean;
}

export interface CitingRow {
  documentId: string;
  code: string;
  title: string;
  agencyName: string;
}

/** What the list of texts is narrowed to; `day` is the one on which their status is told. */
export interface TextFilter {
  q: string;
  day: LocalDate;
  status: LegalTextStatus | null;
  after: readonly [string, string] | null;
  limit: number;
}

/** Valid versions within the caller's sight that cite text `t`, by number or by one of its names. */
const CITING = `select c.agency_id, c.version_id from documents.pub_citation c
    where c.number_key = t.number_key and c.agency_id = any ($1::uuid[])
      and (c.issuer_key = '' or c.issuer_key = t.issuer_key) and (c.issued_on is null or c.issued_on = t.issued_on)
  union
  select n.agency_id, n.version_id from legal_register.pub_text_alias a
    join documents.pub_named_text n on n.name_key = a.name_key and n.year = a.year
   where a.text_id = t.id and n.agency_id = any ($1::uuid[])`;

const LINE = `t.id, t.kind, t.number_symbol as "numberSymbol", t.issuer, t.issued_on as "issuedOn",
    t.effective_on as "effectiveOn", legal_register.ends_on(t.id) as "endsOn", t.title,
    legal_register.status_on(t.id, $2::date) as status, legal_register.amended_on(t.id, $2::date) as amended,
    legal_register.applies_at(t.territory, (select app.path())) as "appliesHere",
    t.state = 'confirmed' as confirmed, s.name as "stewardName",
    (select count(distinct v.document_id)::integer from (${CITING}) k
       join documents.pub_valid_version v on v.agency_id = k.agency_id and v.version_id = k.version_id) as "citedBy"`;
const FROM = `from legal_register.pub_legal_text t join organization.pub_agency s on s.id = t.steward_agency_id`;

@Injectable()
export class TextsQuery {
  /** The latest first; `q` finds numbers, titles and names without accents. */
  list(tx: ReadTransaction, { q, day, status, after, limit }: TextFilter): Promise<TextRow[]> {
    return tx.query<TextRow>(
      `select ${LINE} ${FROM}
        where (t.state = 'confirmed' or (t.state = 'recorded' and t.steward_agency_id = (select app.agency_id())))
          and ($3 = '' or app.fold(t.title) like $4 or t.number_key like $5
           or exists (select from legal_register.pub_text_alias a where a.text_id = t.id and a.name_key like $4))
          and ($6::text is null or legal_register.status_on(t.id, $2::date) = $6)
          and ($7::date is null or (t.issued_on, t.id) < ($7, $8::uuid))
        order by t.issued_on desc, t.id desc limit $9`,
      [
        [...tx.actor.readable],
        day,
        q,
        likeOf(foldVietnamese(q)),
        likeOf(numberSymbolKey(q)),
        status,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
  }

  /** One that the caller may see; a merged or withdrawn one still answers to those who have its address. */
  one(tx: ReadTransaction, id: string, day: LocalDate): Promise<TextDetailRow | null> {
    return tx.one<TextDetailRow>(
      `select ${LINE}, t.row_version as "rowVersion", t.steward_agency_id as "stewardAgencyId",
              t.number_key as "numberKey", t.issuer_key as "issuerKey", t.field, t.state, t.expired_on as "expiredOn",
              t.abstract, t.source_url as "sourceUrl", t.file, t.articles, t.territory,
              t.territory_note as "territoryNote", t.awaited, t.closed_reason as "closedReason",
              t.merged_into as "mergedIntoId", m.number_symbol as "mergedInto"
         ${FROM} left join legal_register.pub_legal_text m on m.id = t.merged_into
        where t.id = $3 and (t.state <> 'recorded' or t.steward_agency_id = (select app.agency_id()))`,
      [[...tx.actor.readable], day, id],
    );
  }

  aliases(tx: ReadTransaction, id: string): Promise<AliasRow[]> {
    return tx.query<AliasRow>(
      `select distinct on (name_key, year) name, year from legal_register.pub_text_alias where text_id = $1
        order by name_key, year, name`,
      [id],
    );
  }

  /** What the text does to others, and what others do to it; an unconfirmed relation is its recorder's. */
  relations(tx: ReadTransaction, id: string): Promise<RelationRow[]> {
    return tx.query<RelationRow>(
      `select distinct on (direction, o.issued_on, o.id, r.kind) r.kind,
              case when r.text_id = $1 then 'to' else 'from' end as direction, o.id as "textId",
              o.number_symbol as "numberSymbol", o.title, r.partly, r.provisions, r.effective_on as "effectiveOn",
              r.transition, r.note, r.confirmed_at is not null as confirmed
         from legal_register.pub_relation r
         join legal_register.pub_legal_text o on o.id = case when r.text_id = $1 then r.target_id else r.text_id end
        where (r.text_id = $1 or r.target_id = $1) and o.state in ('recorded', 'confirmed')
          and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id()))
        order by direction desc, o.issued_on desc, o.id, r.kind, r.confirmed_at limit 200`,
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

  /** Agencies by id, as a territory names them. */
  territory(tx: ReadTransaction, ids: readonly string[]): Promise<Territory[]> {
    return tx.query<Territory>(
      `select id, name, path::text as path from organization.pub_agency
        where id = any ($1::uuid[]) order by name collate "vi-x-icu", id`,
      [ids],
    );
  }
}

function likeOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
