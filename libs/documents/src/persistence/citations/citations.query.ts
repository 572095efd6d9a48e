import { type LocalDate } from '@app/kernel';
import { type LegalTextStatus } from '@app/legal-register';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CitationKey } from '../../domain/citations/citation';

/** A text that a citation may mean. */
export interface ProposedText {
  textId: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: LocalDate;
  title: string;
}

/** The text that a citation means, and what it is today. */
interface MeantText {
  textId: string | null;
  numberSymbol: string | null;
  title: string | null;
  status: LegalTextStatus | null;
  amended: boolean | null;
  endsOn: LocalDate | null;
  appliesHere: boolean | null;
}

export interface CitationRow extends MeantText {
  kind: 'number' | 'name';
  words: string;
  issuer: string | null;
  issuedOn: LocalDate | null;
  year: number | null;
  /** A person of the agency said what it means. */
  linkedBy: string | null;
  proposals: ProposedText[];
}

export interface UnresolvedRow extends Pick<
  CitationRow,
  'kind' | 'words' | 'issuer' | 'issuedOn' | 'year' | 'proposals'
> {
  sortKey: string;
  documents: number;
  documentId: string;
  code: string;
  title: string;
}

export interface OutdatedRow {
  documentId: string;
  versionId: string;
  code: string;
  title: string;
  unitName: string | null;
  words: string;
  textId: string;
  numberSymbol: string;
  textTitle: string;
  status: LegalTextStatus;
  endsOn: LocalDate | null;
  appliesHere: boolean;
  /** What ended it, as far as the register says. */
  endedBy: string | null;
  sortKey: string;
}

export interface PlaceInList {
  after: readonly [string, string] | null;
  limit: number;
}

const MEANT = `t.id as "textId", t.number_symbol as "numberSymbol", t.title,
  legal_register.status_on(t.id, app.today()) as status, legal_register.amended_on(t.id, app.today()) as amended,
  legal_register.ends_on(t.id) as "endsOn", legal_register.applies_at(t.territory, (select app.path())) as "appliesHere"`;

const PROPOSALS = `coalesce((select jsonb_agg(jsonb_build_object('textId', p.text_id, 'numberSymbol', p.number_symbol,
    'issuer', p.issuer, 'issuedOn', p.issued_on, 'title', p.title))
  from legal_register.near_texts(m.kind, m.key, m.issuer_key, m.issued_on, m.year, coalesce(l.rejected, '{}')) p), '[]')`;

const LINK = `left join documents.citation_link l on l.agency_id = m.agency_id and l.kind = m.kind and l.key = m.key
  and l.issuer_key = m.issuer_key and l.issued_on is not distinct from m.issued_on and l.year is not distinct from m.year`;

/** Every mention of a text in versions that are in force or decided to be, once per wording. */
const MENTIONS = `with mention as (
    select c.agency_id, v.document_id, v.version_id, v.code, v.title, v.owning_unit_id, 'number' as kind,
           c.number_key as key, c.issuer_key, c.issued_on, null::integer as year, c.number_symbol as words, c.issuer
      from documents.pub_valid_version v
      join documents.citation c on c.agency_id = v.agency_id and c.version_id = v.version_id
     where v.agency_id = any ($1::uuid[])
    union all
    select n.agency_id, v.document_id, v.version_id, v.code, v.title, v.owning_unit_id, 'name', n.name_key, '', null,
           n.year, n.name, null
      from documents.pub_valid_version v
      join documents.named_text n on n.agency_id = v.agency_id and n.version_id = v.version_id
     where v.agency_id = any ($1::uuid[])
  ), meant as materialized (
    select w.*, documents.meaning_of(w.agency_id, w.kind, w.key, w.issuer_key, w.issued_on, w.year) as text_id
      from (select m.agency_id, m.kind, m.key, m.issuer_key, m.issued_on, m.year, min(m.words) as words,
                   min(m.issuer) as issuer, count(distinct m.document_id)::integer as documents,
                   min(m.document_id::text)::uuid as document_id
              from mention m group by m.agency_id, m.kind, m.key, m.issuer_key, m.issued_on, m.year) w)`;

@Injectable()
export class CitationsQuery {
  /** What a version cites, with the texts meant; what is not certain has proposals. */
  ofVersion(tx: ReadTransaction, versionId: string): Promise<CitationRow[]> {
    return tx.query<CitationRow>(
      `with m as (
         select c.agency_id, 'number' as kind, c.ordinal, c.number_symbol as words, c.number_key as key, c.issuer,
                c.issuer_key, c.issued_on, null::integer as year
           from documents.citation c where c.agency_id = any ($1::uuid[]) and c.version_id = $2
         union all
         select n.agency_id, 'name', n.ordinal, n.name, n.name_key, null, '', null, n.year
           from documents.named_text n where n.agency_id = any ($1::uuid[]) and n.version_id = $2)
       select m.kind, m.words, m.issuer, m.issued_on as "issuedOn", m.year, ${MEANT},
              case when l.text_id is not null then l.decided_by_name end as "linkedBy",
              case when t.id is null then ${PROPOSALS} else '[]' end as proposals
         from m ${LINK}
         left join legal_register.pub_legal_text t
           on t.id = documents.meaning_of(m.agency_id, m.kind, m.key, m.issuer_key, m.issued_on, m.year)
        order by m.kind desc, m.ordinal`,
      [[...tx.actor.readable], versionId],
    );
  }

  /** Wordings that mean no text of the register without doubt, with what they may mean. */
  unresolved(tx: ReadTransaction, { after, limit }: PlaceInList): Promise<UnresolvedRow[]> {
    return tx.query<UnresolvedRow>(
      `${MENTIONS}, page as (
         select m.*, concat_ws('|', m.key, m.issuer_key, m.issued_on, m.year, m.agency_id) as sort_key
           from meant m where m.text_id is null
            and ($2::text is null
              or (m.kind, concat_ws('|', m.key, m.issuer_key, m.issued_on, m.year, m.agency_id)) > ($3, $2))
          order by m.kind, sort_key limit $4)
       select m.kind, m.words, m.issuer, m.issued_on as "issuedOn", m.year, m.documents, d.id as "documentId", d.code,
              d.title, m.sort_key as "sortKey", ${PROPOSALS} as proposals
         from page m ${LINK}
         join documents.document d on d.agency_id = m.agency_id and d.id = m.document_id
        order by m.kind, m.sort_key`,
      [[...tx.actor.readable], after?.[1] ?? null, after?.[0] ?? null, limit + 1],
    );
  }

  /** Documents in force that cite a text which has ended, is decided to end, or is not meant for the agency. */
  outdated(tx: ReadTransaction, { after, limit }: PlaceInList): Promise<OutdatedRow[]> {
    return tx.query<OutdatedRow>(
      `${MENTIONS}, gone as materialized (
         select k.* from (
           select distinct t.id, t.number_symbol, t.title, legal_register.status_on(t.id, app.today()) as status,
                  legal_register.ends_on(t.id) as ends_on,
                  legal_register.applies_at(t.territory, (select app.path())) as applies
             from (select distinct text_id from meant where text_id is not null) x
             join legal_register.legal_text t on t.id = x.text_id) k
          where k.status in ('expired', 'partly-expired') or k.ends_on is not null or not k.applies),
       line as (
         select distinct on (m.document_id, g.id) m.document_id, m.version_id, m.agency_id, m.code, m.title,
                m.owning_unit_id, m.words, g.id as text_id, g.number_symbol, g.title as text_title, g.status, g.ends_on,
                g.applies, app.fold(m.code) || '|' || m.document_id as sort_key
           from meant w
           join gone g on g.id = w.text_id
           join mention m on m.agency_id = w.agency_id and m.kind = w.kind and m.key = w.key
            and m.issuer_key = w.issuer_key and m.issued_on is not distinct from w.issued_on
            and m.year is not distinct from w.year
          order by m.document_id, g.id, m.words)
       select n.document_id as "documentId", n.version_id as "versionId", n.code, n.title, u.name as "unitName", n.words,
              n.text_id as "textId", n.number_symbol as "numberSymbol", n.text_title as "textTitle", n.status,
              n.ends_on as "endsOn", n.applies as "appliesHere", n.sort_key as "sortKey",
              (select string_agg(distinct o.number_symbol, ', ')
                 from legal_register.pub_relation r join legal_register.legal_text o on o.id = r.text_id
                where r.target_id = n.text_id and r.kind in ('replaces', 'repeals')
                  and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id()))) as "endedBy"
         from line n
         left join organization.pub_unit u on u.agency_id = n.agency_id and u.id = n.owning_unit_id
        where $2::text is null or (n.sort_key, n.text_id) > ($2, $3::uuid)
        order by n.sort_key, n.text_id limit $4`,
      [[...tx.actor.readable], after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** True when a version within the caller's sight cites in these words. */
  async isCited(
    tx: ReadTransaction,
    { kind, key, issuerKey, issuedOn, year }: CitationKey,
  ): Promise<boolean> {
    const row = await tx.one(
      `select 1 from documents.citation
        where $1 = 'number' and agency_id = (select app.agency_id()) and number_key = $2 and issuer_key = $3
          and issued_on is not distinct from $4::date
       union all
       select 1 from documents.named_text
        where $1 = 'name' and agency_id = (select app.agency_id()) and name_key = $2
          and year is not distinct from $5::integer
        limit 1`,
      [kind, key, issuerKey, issuedOn, year],
    );
    return row !== null;
  }
}
