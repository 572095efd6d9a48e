import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Urging } from '../domain/urging';

export interface UrgingRow {
  id: string;
  madeOn: LocalDate;
  madeBy: string;
  subject: string;
  addressees: string[];
  lineCount: number;
  madeAt: string;
}

@Injectable()
export class UrgingsRepository {
  async add(
    tx: WriteTransaction,
    { madeOn, madeBy, subject, addressees, lines }: Omit<Urging, 'id'>,
  ): Promise<string> {
    const row = await tx.one<{ id: string }>(
      `insert into work.urging (agency_id, made_on, made_by, subject, addressees, lines, line_count)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7) returning id`,
      [tx.actor.agencyId, madeOn, madeBy, subject, addressees, JSON.stringify(lines), lines.length],
    );
    return row?.id ?? '';
  }

  /** The work remembers that it was urged. */
  async mark(tx: WriteTransaction, itemIds: readonly string[], on: LocalDate): Promise<void> {
    await tx.change(
      `update work.item set urged_on = $3, urged_count = urged_count + 1
        where agency_id = $1 and id = any ($2::uuid[]) and closed_at is null`,
      [tx.actor.agencyId, itemIds, on],
    );
  }

  get(tx: ReadTransaction, id: string): Promise<Urging | null> {
    return tx.one<Urging>(
      `select id, made_on as "madeOn", made_by as "madeBy", subject, addressees, lines
         from work.urging where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, id],
    );
  }

  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [madeAt: string, id: string] | null; limit: number },
  ): Promise<UrgingRow[]> {
    return tx.query<UrgingRow>(
      `select id, made_on as "madeOn", made_by as "madeBy", subject, addressees, line_count as "lineCount",
              made_at::text as "madeAt"
         from work.urging
        where agency_id = $1 and ($2::timestamptz is null or (made_at, id) < ($2, $3::uuid))
        order by made_at desc, id desc limit $4`,
      [tx.actor.agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
