import { foldVietnamese, type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CalendarDay } from '../domain/working-days';

export interface AgencyRow {
  id: string;
  name: string;
  kind: string;
  parentName: string | null;
  code: string | null;
  historical: boolean;
  validFrom: string | null;
  validUntil: string | null;
  presentAgencyName: string | null;
}

export interface UnitListRow {
  id: string;
  title: string;
  asOf: string;
  legalBasis: string | null;
  entries: number;
  matched: number;
  importedAt: Date;
}

export interface UnitListEntryRow {
  id: string;
  year: number | null;
  ordinal: number | null;
  name: string;
  parentName: string;
  presentAgencyId: string | null;
  presentAgencyName: string | null;
  rowVersion: number;
}

export interface AgencySummary {
  id: string;
  name: string;
  kind: string;
  path: string;
}

/** What stands at the head of an official paper of the agency. */
export interface Letterhead {
  name: string;
  /** Cơ quan chủ quản. */
  superiorName: string | null;
  /** Địa danh. */
  seat: string | null;
  /** UBND in QĐ-UBND. */
  symbol: string;
  kind: string;
}

/** Keyset position: the last row shown. */
export type After = readonly [string, string] | null;

@Injectable()
export class OrganizationQuery {
  units(tx: ReadTransaction): Promise<{ id: string; name: string }[]> {
    return tx.query(
      `select id, name from organization.unit
        where agency_id = $1 and valid @> app.today() order by ordinal, name collate "vi-x-icu", id limit 500`,
      [tx.actor.agencyId],
    );
  }

  /** Agencies and, when asked for, units of lists "tại thời điểm", found without accents, by name. */
  agencies(
    tx: ReadTransaction,
    { q, historical, after, limit }: { q: string; historical: boolean | null; after: After; limit: number },
  ): Promise<AgencyRow[]> {
    return tx.query(
      `select * from (
         select a.id, a.name, a.kind, coalesce(p.name, a.superior_name) as "parentName", a.code,
                not a.valid @> app.today() as historical, lower(a.valid) as "validFrom", upper(a.valid) as "validUntil",
                null::text as "presentAgencyName"
           from organization.agency a left join organization.agency p on p.id = a.parent_id and p.kind <> 'installation'
          where a.kind <> 'installation' and app.fold(a.name) like $1
         union all
         select h.id, h.name, 'historical', h.parent_name, null, true, null, l.as_of, n.name
           from organization.historical_unit h
           join organization.unit_list l on l.agency_id = h.agency_id and l.id = h.list_id
           left join organization.agency n on n.id = h.present_agency_id
          where h.agency_id = any ($2::uuid[]) and app.fold(h.name) like $1
       ) line
        where ($3::boolean is null or historical = $3) and ($4::text is null or (name collate "vi-x-icu", id) > ($4, $5::uuid))
        order by name collate "vi-x-icu", id limit $6`,
      [likeOf(q), [...tx.actor.readable], historical, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** One agency within the caller's sight, today. */
  agency(tx: ReadTransaction, id: string): Promise<AgencySummary | null> {
    return tx.one<AgencySummary>(
      'select id, name, kind, path::text as path from organization.agency where id = $1 and valid @> app.today()',
      [id],
    );
  }

  letterhead(tx: ReadTransaction): Promise<Letterhead | null> {
    return tx.one<Letterhead>(
      'select name, superior_name as "superiorName", seat, symbol, kind from organization.agency where id = $1',
      [tx.actor.agencyId],
    );
  }

  unitLists(tx: ReadTransaction, { after, limit }: { after: After; limit: number }): Promise<UnitListRow[]> {
    return tx.query(
      `select l.id, l.title, l.as_of as "asOf", l.legal_basis as "legalBasis", l.imported_at as "importedAt",
              counted.entries, counted.matched
         from (select * from organization.unit_list
                where agency_id = any ($1::uuid[]) and ($2::date is null or (as_of, id) < ($2, $3::uuid))
                order by as_of desc, id desc limit $4) l
        -- Counted for the lists of the page alone: right after an import the planner knows nothing of the new rows.
        cross join lateral (
          select count(*)::integer as entries, count(h.present_agency_id)::integer as matched
            from organization.historical_unit h where h.agency_id = l.agency_id and h.list_id = l.id) counted
        order by l.as_of desc, l.id desc`,
      [[...tx.actor.readable], after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  async hasUnitList(tx: ReadTransaction, listId: string): Promise<boolean> {
    const row = await tx.one(
      'select 1 from organization.unit_list where agency_id = any ($1::uuid[]) and id = $2',
      [[...tx.actor.readable], listId],
    );
    return row !== null;
  }

  entries(
    tx: ReadTransaction,
    {
      listId,
      entryId = null,
      after,
      limit,
    }: { listId: string; entryId?: string | null; after: After; limit: number },
  ): Promise<UnitListEntryRow[]> {
    return tx.query(
      `select h.id, h.year, h.ordinal, h.name, h.parent_name as "parentName", h.present_agency_id as "presentAgencyId",
              n.name as "presentAgencyName", h.row_version as "rowVersion"
         from organization.historical_unit h left join organization.agency n on n.id = h.present_agency_id
        where h.agency_id = any ($1::uuid[]) and h.list_id = $2 and ($3::uuid is null or h.id = $3)
          and ($4::text is null or (${ENTRY_KEY}, h.id) > ($4, $5::uuid))
        order by ${ENTRY_KEY}, h.id limit $6`,
      [[...tx.actor.readable], listId, entryId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** Days that differ from the ordinary week, the nearest steward last. */
  calendarDays(tx: ReadTransaction, from: LocalDate, until: LocalDate): Promise<CalendarDay[]> {
    return tx.query(
      `select day, kind from organization.calendar_day where day between $1 and $2 order by nlevel(audience), day`,
      [from, until],
    );
  }
}

/** Year, then ordinal, as one sortable text; lines without them come last. */
const ENTRY_KEY = `lpad(coalesce(h.year, 9999)::text, 4, '0') || lpad(coalesce(h.ordinal, 9999999)::text, 7, '0')`;

/** The key of an entry for the cursor, equal to what the query sorts by. */
export function entryKey({ year, ordinal }: Pick<UnitListEntryRow, 'year' | 'ordinal'>): string {
  return `${String(year ?? 9999).padStart(4, '0')}${String(ordinal ?? 9_999_999).padStart(7, '0')}`;
}

function likeOf(q: string): string {
  return `%${foldVietnamese(q).replace(/[\\%_]/g, '\\$&')}%`;
}
