import { foldVietnamese, type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type StepKind, type VersionState } from '../domain/document-version';
import { CURRENT_STEPS } from './way/way.sql';

export interface ListRow {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  kind: string;
  state: VersionState;
  currentStep: StepKind | null;
  isReturned: boolean;
  issue: number;
  revision: number;
  effectiveOn: LocalDate | null;
  endsOn: LocalDate | null;
  unitName: string | null;
  agencyId: string;
  agencyName: string;
  /** Cơ quan soạn thảo, when it is another one. */
  originName: string | null;
  holderName: string | null;
  holdingSince: string | null;
  seriesKey: string;
  codeKey: string;
  createdAt: string;
}

export interface ListFilter {
  q: string | null;
  series: string | null;
  unitId: string | null;
  kind: string | null;
  /** In which it came into force. */
  year: number | null;
  changeClass: string | null;
  after: readonly SqlValue[] | null;
  limit: number;
}

/** What a line of any list of versions is made of; `v` is the version. */
export const LIST_COLUMNS = `v.document_id as "documentId", v.id as "versionId", v.code, v.series, v.title, v.kind, v.state,
  v.issue, v.revision, lower(v.validity) as "effectiveOn", upper(v.validity) as "endsOn", u.name as "unitName",
  v.agency_id as "agencyId", a.short_name as "agencyName", v.origin_name as "originName", v.returned_at is not null as "isReturned",
  v.series_key as "seriesKey", v.code_key as "codeKey", v.created_at::text as "createdAt",
  s.kind as "currentStep", coalesce(s.assignee_name, case when v.state = 'draft' then v.drafter_name end) as "holderName",
  coalesce(s.since, case when v.state = 'draft' then coalesce(v.returned_at, v.created_at) else v.approved_at end) as "holdingSince"`;
export const LIST_JOINS = `left join organization.unit u on u.agency_id = v.agency_id and u.id = v.owning_unit_id
  join organization.agency a on a.id = v.agency_id
  ${CURRENT_STEPS}`;

/**
 * The version of each row that the index found, read by its key (`offset 0` keeps the planner to it): under the policies
 * it would else read the whole agency by any index that begins with the agency.
 */
export const FOUND_VERSION = `cross join lateral (select * from documents.version
  where id = found.version_id and agency_id::text = found.agency_id::text offset 0) v`;

/** Comes before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Two doors: the library shows what is in force, the workspace what is under way. */
@Injectable()
export class LibraryQuery {
  /**
   * Effective documents by lĩnh vực and code (DI-10). What predecessors left is in force here only as far as the agency's
   * own decision continues it (OF-11), and then stands among the own rows.
   */
  effective(tx: ReadTransaction, filter: ListFilter): Promise<ListRow[]> {
    const [series = null, code = null, id = null] = filter.after ?? [];
    return tx.prepared<ListRow>(
      `select ${LIST_COLUMNS}
         from unnest($1::uuid[]) as reader (agency_id)
        cross join lateral (
          select * from documents.version
           where agency_id = reader.agency_id and state in ('issued', 'withdrawn') and starts_on <= app.today() and ends_before > app.today()
             and ($2::text is null or series_key = $2)
             and ($3::uuid is null or owning_unit_id = $3)
             and ($9::text is null or kind = $9)
             and ($10::text is null or change_class = $10)
             and ($11::int is null or starts_on between make_date($11, 1, 1) and make_date($11, 12, 31))
             and (reading_units is null or documents.may_read(agency_id, id, reading_units, reading_roles))
             and (series_key, code_key, id) > (coalesce($4, ''), coalesce($5, ''), coalesce($6::uuid, $8::uuid))
           order by series_key, code_key, id limit $7) v
        ${LIST_JOINS}
        order by v.series_key, v.code_key, v.id limit $7`,
      [
        [tx.actor.agencyId],
        keyOf(filter.series),
        filter.unitId,
        series,
        code,
        id,
        filter.limit + 1,
        FIRST_ID,
        filter.kind,
        filter.changeClass,
        filter.year,
      ],
    );
  }

  /** As `effective`, of what has these words in code, title or lĩnh vực: found by the index, shown under the policies. */
  effectiveMatching(tx: ReadTransaction, query: string, filter: ListFilter): Promise<ListRow[]> {
    const { series, unitId, kind, year, changeClass, after, limit } = filter;
    const narrowed = { standing: 'effective', seriesKey: keyOf(series), unitId, kind, year, changeClass };
    const [seriesKey, codeKey, versionId] = after ?? [];
    const place = after === null ? null : { tier: 1, standing: 0, seriesKey, codeKey, versionId };
    return tx.query<ListRow>(
      `select ${LIST_COLUMNS}
         from documents.search_versions(array[$1]::tsquery[], false, false, $2::jsonb, $3::jsonb, $4) found
         ${FOUND_VERSION}
         ${LIST_JOINS}
        -- What ended on the day it began was in force on no day: the index knows no empty validity.
        where not isempty(v.validity)
        order by v.series_key, v.code_key, v.id`,
      [query, JSON.stringify(narrowed), place === null ? null : JSON.stringify(place), limit + 1],
    );
  }

  /** Drafts, versions in review and those that wait to be issued, the newest first: who holds them, since when (OF-01). */
  underWay(tx: ReadTransaction, filter: ListFilter): Promise<ListRow[]> {
    const [createdAt = null, id = null] = filter.after ?? [];
    return tx.query<ListRow>(
      `select ${LIST_COLUMNS} from documents.version v ${LIST_JOINS}
        where v.agency_id = $1 and v.state in ('draft', 'in-review', 'approved')
          and ($2::text is null or v.search_key like $2)
          and ($3::text is null or v.series_key = $3)
          and ($4::uuid is null or v.owning_unit_id = $4)
          and (v.reading_units is null or documents.may_read(v.agency_id, v.id, v.reading_units, v.reading_roles))
          and ($8::text is null or v.kind = $8)
          and ($9::text is null or v.change_class = $9)
          and ($5::timestamptz is null or (v.created_at, v.id) < ($5, $6::uuid))
        order by v.created_at desc, v.id desc limit $7`,
      [
        tx.actor.agencyId,
        likeOf(filter.q),
        keyOf(filter.series),
        filter.unitId,
        createdAt,
        id,
        filter.limit + 1,
        filter.kind,
        filter.changeClass,
      ],
    );
  }

  /** Approved versions in no decision yet: what the secretary may gather. */
  waitingForDecision(tx: ReadTransaction): Promise<ListRow[]> {
    return tx.query<ListRow>(
      `select ${LIST_COLUMNS} from documents.version v ${LIST_JOINS}
        where v.agency_id = $1 and v.state = 'approved'
          and not exists (select from documents.decision_line l join documents.issuing_decision d
            on d.agency_id = l.agency_id and d.id = l.decision_id
            where l.agency_id = v.agency_id and l.version_id = v.id and d.state = 'draft')
        order by v.series_key, v.code_key, v.id limit 500`,
      [tx.actor.agencyId],
    );
  }

  /** Lĩnh vực of what is in force, with how many documents each holds. */
  series(tx: ReadTransaction): Promise<{ series: string; count: number }[]> {
    return tx.query(
      `select min(series) as series, count(*)::int as count from documents.version
        where agency_id = any ($1::uuid[]) and state in ('issued', 'withdrawn')
          and starts_on <= app.today() and ends_before > app.today()
        group by series_key order by min(series) collate "vi-x-icu" limit 500`,
      [[tx.actor.agencyId]],
    );
  }
}

/** What was typed, folded, with the pattern's own signs taken literally. */
function likeOf(q: string | null): string | null {
  if (q === null || q.trim() === '') return null;
  return `%${foldVietnamese(q.trim())
    .replace(/[\\%_]/g, '\\$&')
    .replace(/\s+/g, '%')}%`;
}

function keyOf(series: string | null): string | null {
  return series === null ? null : foldVietnamese(series);
}
