import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export const HEALTH_KINDS = ['retired-name', 'no-owner', 'review-overdue', 'law-expired'] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

export interface HealthRow {
  kind: HealthKind;
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  page: number | null;
  /** What was found: the retired name, the legal text. */
  what: string | null;
  replacement: string | null;
  since: LocalDate | null;
  place: string;
}

/** What does not agree in the documents in force (OF-11): every occurrence, with its page. */
@Injectable()
export class HealthQuery {
  list(
    tx: ReadTransaction,
    { kind, after, limit }: { kind: HealthKind | null; after: string | null; limit: number },
  ): Promise<HealthRow[]> {
    return tx.query<HealthRow>(
      `with standing as (
         select agency_id, id, document_id, code, series, title, kind, owning_unit_id, code_key from documents.version
          where agency_id = $1 and state in ('issued', 'withdrawn') and starts_on <= app.today()
            and ends_before > app.today()),
       finding as (
         select 'retired-name' as kind, v.id, p.page, n.name as what, n.replacement, n.retired_on as since
           from standing v
           join documents.version_page p on p.agency_id = v.agency_id and p.version_id = v.id
           join reference.pub_retired_name n on n.retired_on <= app.today()
            and exists (select from unnest(n.phrases) as phrase
              where p.text_key ~ ('(^|[^a-z0-9])' || regexp_replace(phrase, '([^a-z0-9 ])', '\\\\\\1', 'g') || '($|[^a-z0-9])'))
         union all
         select 'no-owner', id, null, null, null, null from standing where kind = 'procedure' and owning_unit_id is null
         union all
         select 'review-overdue', v.id, null, null, null, r.due_on
           from standing v join documents.review_due r on r.agency_id = v.agency_id and r.document_id = v.document_id
          where r.due_on < app.today()
         union all
         select distinct 'law-expired', v.id, null::integer, c.number_symbol, null, t.expired_on
           from standing v
           join documents.citation c on c.agency_id = v.agency_id and c.version_id = v.id
           join legal_register.pub_legal_text t on t.number_key = c.number_key
            and (c.issuer_key = '' or c.issuer_key = t.issuer_key) and (c.issued_on is null or c.issued_on = t.issued_on)
          where t.expired_on <= app.today()),
       line as (
         select f.kind, v.document_id as "documentId", v.id as "versionId", v.code, v.series, v.title, f.page, f.what,
                f.replacement, f.since,
                concat_ws('|', v.code_key, v.id, f.kind, lpad(coalesce(f.page, 0)::text, 6, '0'), f.what) as place
           from finding f join standing v on v.id = f.id)
       select * from line
        where ($2::text is null or kind = $2) and ($3::text is null or place collate "C" > $3)
        order by place collate "C" limit $4`,
      [tx.actor.agencyId, kind, after, limit + 1],
    );
  }
}
