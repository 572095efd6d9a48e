import { foldVietnamese, type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type CheckOutcome,
  ExternalDocumentNotFound,
  type ExternalKind,
  type ExternalStatus,
} from '../../domain/external/external-document';

export interface ExternalRow {
  /** By which it is known again, also before it has a row of its own. */
  key: string;
  id: string | null;
  kind: ExternalKind;
  numberSymbol: string | null;
  title: string;
  source: string | null;
  issuedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  location: string | null;
  status: ExternalStatus;
  legalTextId: string | null;
  /** Effective documents that cite it. */
  usedBy: number;
  checkMonths: number;
  nextCheckOn: LocalDate | null;
  checkedOn: LocalDate | null;
  outcome: CheckOutcome | null;
  checkerName: string | null;
  rowVersion: number;
  rank: number;
  age: number;
}

export interface ExternalFilter {
  /** Only what is to be checked until this day, or was never checked. */
  dueUntil: LocalDate | null;
  kind: ExternalKind | null;
  q: string | null;
  after: readonly SqlValue[] | null;
  limit: number;
}

export interface UsingRow {
  documentId: string;
  versionId: string;
  code: string;
  title: string;
}

export interface CheckRow {
  id: string;
  checkedOn: LocalDate;
  outcome: CheckOutcome;
  note: string | null;
  checkerName: string;
  positionTitle: string;
}

const EFFECTIVE = `v.state in ('issued', 'withdrawn') and v.starts_on <= app.today() and v.ends_before > app.today()`;

/**
 * What the effective documents of an agency cite, by number and by name. A law cited by its name is the one of the
 * register that bears the name, so that both ways of citing it meet.
 */
const CITED = `with use as (
    select 'n:' || c.number_key as identity, c.number_symbol as label, c.issuer, c.issued_on, v.document_id
      from documents.version v
      join documents.citation c on c.agency_id = v.agency_id and c.version_id = v.id
     where v.agency_id = $1 and ${EFFECTIVE}
    union all
    select coalesce(known.identity, 'm:' || n.name_key || coalesce(' ' || n.year, '')),
           n.name || coalesce(' năm ' || n.year, ''), null, null, n.document_id
      from (select distinct n.name_key, n.year, min(n.name) over (partition by n.name_key, n.year) as name, v.document_id
              from documents.version v
              join documents.named_text n on n.agency_id = v.agency_id and n.version_id = v.id
             where v.agency_id = $1 and ${EFFECTIVE}) n
      left join lateral (
        select 'n:' || t.number_key as identity
          from legal_register.pub_text_alias a
          join legal_register.pub_legal_text t on t.id = a.text_id
         where a.name_key = n.name_key and a.year = n.year
         order by (t.state = 'confirmed') desc, nlevel(t.audience), t.id limit 1) known on true),
  cited as (
    select identity, min(label) as label, min(issuer) as issuer, max(issued_on) as issued_on,
           count(distinct document_id)::int as used_by
      from use group by identity),
  listed as (
    select coalesce(e.identity, c.identity) as key, e.id, coalesce(e.kind, 'law') as kind,
           coalesce(e.number_symbol, t.number_symbol, case when c.identity like 'n:%' then c.label end) as "numberSymbol",
           coalesce(e.title, t.title, c.label) as title, coalesce(e.source, t.issuer, c.issuer) as source,
           coalesce(e.issued_on, t.issued_on, c.issued_on) as "issuedOn",
           coalesce(e.effective_on, t.effective_on) as "effectiveOn", e.location, e.retired, t.id as "legalTextId",
           coalesce(c.used_by, 0) as "usedBy", coalesce(e.check_months, 12) as "checkMonths",
           e.next_check_on as "nextCheckOn", coalesce(e.row_version, 0) as "rowVersion",
           case coalesce(e.kind, 'law') when 'law' then 1 when 'standard' then 2 when 'ministry-template' then 3 else 4 end as rank,
           date '2300-01-01' - coalesce(e.issued_on, t.issued_on, c.issued_on, date '1900-01-01') as age
      from cited c
      full join (select * from documents.external_document where agency_id = $1) e on e.identity = c.identity
      left join lateral (
        select * from legal_register.pub_legal_text t
         where coalesce(e.identity, c.identity) like 'n:%' and t.number_key = substr(coalesce(e.identity, c.identity), 3)
           and (t.state = 'confirmed' or t.steward_agency_id = $1)
         order by (t.state = 'confirmed') desc, nlevel(t.audience), t.id limit 1) t on true)`;

const STANDING = `case when l.retired then 'retired'
    when l."legalTextId" is not null then legal_register.status_on(l."legalTextId", app.today())
    when k.outcome = 'expired' then 'expired' when k.outcome = 'changed' then 'partly-expired'
    when k.outcome = 'still-valid' then 'in-force' else 'unknown' end as status`;
const LAST_CHECK = `left join lateral (
    select k.checked_on as "checkedOn", k.outcome, k.checker_name as "checkerName" from documents.external_check k
     where k.agency_id = $1 and k.external_id = l.id order by k.checked_on desc, k.id desc limit 1) k on true`;

/** Danh mục tài liệu bên ngoài: what the procedures in force cite, and what was entered by hand (DI-14). */
@Injectable()
export class ExternalDocumentsQuery {
  list(tx: ReadTransaction, { dueUntil, kind, q, after, limit }: ExternalFilter): Promise<ExternalRow[]> {
    const [rank = null, age = null, key = null] = after ?? [];
    return tx.query<ExternalRow>(
      `${CITED}, page as (
         select * from listed l
          where ($2::date is null or (coalesce(l."nextCheckOn", app.today()) <= $2 and not coalesce(l.retired, false)))
            and ($3::text is null or l.kind = $3)
            and ($4::text is null or app.fold(concat_ws(' ', l."numberSymbol", l.title, l.source)) like $4)
            and ($5::int is null or (l.rank, l.age, l.key) > ($5, $6::int, $7))
          order by l.rank, l.age, l.key limit $8)
       select l.*, k.*, ${STANDING} from page l ${LAST_CHECK} order by l.rank, l.age, l.key`,
      [tx.actor.agencyId, dueUntil, kind, likeOf(q), rank, age, key, limit + 1],
    );
  }

  /** @throws ExternalDocumentNotFound */
  async get(tx: ReadTransaction, key: string): Promise<ExternalRow> {
    const row = await tx.one<ExternalRow>(
      `${CITED} select l.*, k.*, ${STANDING} from listed l ${LAST_CHECK} where l.key = $2`,
      [tx.actor.agencyId, key],
    );
    if (row === null) throw new ExternalDocumentNotFound();
    return row;
  }

  /** Effective documents that cite it, by number or by one of its names. */
  using(tx: ReadTransaction, key: string): Promise<UsingRow[]> {
    return tx.query<UsingRow>(
      `${CITED}
       select v.document_id as "documentId", v.id as "versionId", v.code, v.title
         from (select distinct document_id from use where identity = $2) u
         join documents.version v on v.agency_id = $1 and v.document_id = u.document_id and ${EFFECTIVE}
        order by v.series_key, v.code_key, v.id limit 500`,
      [tx.actor.agencyId, key],
    );
  }

  checks(tx: ReadTransaction, id: string): Promise<CheckRow[]> {
    return tx.query<CheckRow>(
      `select id, checked_on as "checkedOn", outcome, note, checker_name as "checkerName",
              position_title as "positionTitle"
         from documents.external_check where agency_id = $1 and external_id = $2
        order by checked_on desc, id desc limit 200`,
      [tx.actor.agencyId, id],
    );
  }
}

/** What was typed, folded, with the pattern's own signs taken literally. */
function likeOf(q: string | null): string | null {
  if (q === null || q.trim() === '') return null;
  return `%${foldVietnamese(q.trim()).replace(/[\\%_]/g, '\\$&')}%`;
}
