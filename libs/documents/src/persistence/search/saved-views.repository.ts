import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export const SAVED_LISTS = ['documents', 'drafting', 'search'] as const;
export type SavedList = (typeof SAVED_LISTS)[number];

export interface SavedView {
  id: string;
  list: SavedList;
  name: string;
  /** The part of the address behind the question mark. */
  query: string;
}

/** More than anybody keeps in sight. */
const MOST = 50;

/** Named filters of the acting person; nobody else sees them. */
@Injectable()
export class SavedViewsRepository {
  mine(tx: ReadTransaction): Promise<SavedView[]> {
    return tx.query<SavedView>(
      `select id, list, name, query from documents.saved_view
        where agency_id = $1 and person_id = $2 order by name collate "vi-x-icu", id limit ${String(MOST)}`,
      [tx.actor.agencyId, tx.actor.personId],
    );
  }

  async count(tx: ReadTransaction): Promise<number> {
    const row = await tx.one<{ n: number }>(
      'select count(*)::int as n from documents.saved_view where agency_id = $1 and person_id = $2',
      [tx.actor.agencyId, tx.actor.personId],
    );
    return row?.n ?? 0;
  }

  get full(): number {
    return MOST;
  }

  async add(tx: WriteTransaction, { id, list, name, query }: SavedView): Promise<void> {
    await tx.change(
      `insert into documents.saved_view (agency_id, id, person_id, list, name, query) values ($1, $2, $3, $4, $5, $6)`,
      [tx.actor.agencyId, id, tx.actor.personId, list, name, query],
    );
  }

  /** @returns false when the person has no such view */
  async remove(tx: WriteTransaction, id: string): Promise<boolean> {
    const removed = await tx.change(
      'delete from documents.saved_view where agency_id = $1 and id = $2 and person_id = $3',
      [tx.actor.agencyId, id, tx.actor.personId],
    );
    return removed === 1;
  }
}
