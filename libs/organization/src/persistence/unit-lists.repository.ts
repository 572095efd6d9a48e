import { type LocalDate, uuidV7 } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ListedUnit } from '../domain/unit-list-file';

/** What identifies a list of one agency, and the digest of the file that it came from. */
export interface ListHead {
  title: string;
  asOf: LocalDate;
  legalBasis: string | null;
  contentHash: string;
}

interface Outcome {
  listId: string | null;
  created: number;
  existing: number;
}

const GIVEN = `jsonb_to_recordset($3::jsonb) as u("nameKey" text, name text, "parentKey" text, "parentName" text,
  year integer, ordinal integer)`;

@Injectable()
export class UnitListsRepository {
  /** What an import would do. */
  async compare(tx: ReadTransaction, head: ListHead, units: readonly ListedUnit[]): Promise<Outcome> {
    const listId = await this.#find(tx, head);
    if (listId === null) return { listId, created: units.length, existing: 0 };
    const row = await tx.one<{ count: number }>(
      `select count(*)::integer as count from ${GIVEN}
         join organization.historical_unit h on h.agency_id = $1 and h.list_id = $2
          and h.parent_key = u."parentKey" and h.name_key = u."nameKey"`,
      [tx.actor.agencyId, listId, JSON.stringify(units)],
    );
    const existing = row?.count ?? 0;
    return { listId, created: units.length - existing, existing };
  }

  /** Adds the units that the list does not have yet; the others stay as they are, with what they point at. */
  async add(tx: WriteTransaction, head: ListHead, units: readonly ListedUnit[]): Promise<Outcome> {
    const made = await tx.one<{ id: string }>(
      `insert into organization.unit_list (agency_id, id, title, as_of, legal_basis, content_hash)
       values ($1, $2, $3, $4, $5, $6) on conflict on constraint unit_list_once do nothing returning id`,
      [tx.actor.agencyId, uuidV7(), head.title, head.asOf, head.legalBasis, head.contentHash],
    );
    const listId = made?.id ?? (await this.#find(tx, head)) ?? '';
    const created = await tx.change(
      `insert into organization.historical_unit (agency_id, id, list_id, name, name_key, parent_name, parent_key, year, ordinal)
       select $1, gen_random_uuid(), $2, u.name, u."nameKey", u."parentName", u."parentKey", u.year, u.ordinal from ${GIVEN}
       on conflict on constraint historical_unit_once do nothing`,
      [tx.actor.agencyId, listId, JSON.stringify(units)],
    );
    if (made !== null || created > 0) {
      tx.record({
        action: 'organization.unit-list-imported',
        subjectType: 'unit-list',
        subjectId: listId,
        new: { ...head, created },
      });
    }
    return { listId, created, existing: units.length - created };
  }

  async #find(tx: ReadTransaction, { title, asOf }: ListHead): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      'select id from organization.unit_list where agency_id = $1 and title = $2 and as_of = $3',
      [tx.actor.agencyId, title, asOf],
    );
    return row?.id ?? null;
  }

  /** Points an old unit at the agency in its place now, or at none. @throws StaleRow */
  async point(
    tx: WriteTransaction,
    { listId, entryId }: { listId: string; entryId: string },
    { presentAgencyId, rowVersion }: { presentAgencyId: string | null; rowVersion: number },
  ): Promise<void> {
    await tx.changeOne(
      `update organization.historical_unit set present_agency_id = $4, row_version = row_version + 1
        where agency_id = $1 and list_id = $2 and id = $3 and row_version = $5`,
      [tx.actor.agencyId, listId, entryId, presentAgencyId, rowVersion],
    );
    tx.record({
      action: 'organization.historical-unit-pointed',
      subjectType: 'historical-unit',
      subjectId: entryId,
      new: { presentAgencyId },
    });
  }
}
