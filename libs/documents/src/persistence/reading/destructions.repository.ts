import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DestructionNotFound } from '../../domain/reading/refusals';

export interface Destruction {
  id: string;
  heldOn: LocalDate;
  place: string;
  method: string;
  reason: string;
  members: string[];
}

export interface DestroyedCopy {
  code: string;
  title: string;
  issue: number;
  revision: number;
  number: number;
  holderName: string;
  condition: string | null;
}

export interface DestructionRow extends Destruction {
  recordedByName: string;
  recordedAt: string;
  copies: DestroyedCopy[];
}

const SELECT = `select x.id, x.held_on as "heldOn", x.place, x.method, x.reason, x.members,
  x.recorded_by_name as "recordedByName", x.recorded_at::text as "recordedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('code', v.code, 'title', v.title, 'issue', v.issue,
      'revision', v.revision, 'number', c.number, 'holderName', c.holder_name, 'condition', c.condition)
      order by v.code, v.issue, v.revision, c.number), '[]')
    from documents.paper_copy c join documents.version v on v.agency_id = c.owner_agency_id and v.id = c.version_id
   where c.agency_id = x.agency_id and c.destruction_id = x.id) as copies
  from documents.destruction x`;

/** Biên bản hủy tài liệu lỗi thời. */
@Injectable()
export class DestructionsRepository {
  async add(
    tx: WriteTransaction,
    { id, heldOn, place, method, reason, members }: Destruction,
  ): Promise<void> {
    await tx.change(
      `insert into documents.destruction (agency_id, id, held_on, place, method, reason, members, recorded_by,
         recorded_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.actor.agencyId, id, heldOn, place, method, reason, members, tx.actor.personId, tx.actor.personName],
    );
  }

  /** @throws DestructionNotFound */
  async get(tx: ReadTransaction, id: string): Promise<DestructionRow> {
    const row = await tx.one<DestructionRow>(`${SELECT} where x.agency_id = $1 and x.id = $2`, [
      tx.actor.agencyId,
      id,
    ]);
    if (row === null) throw new DestructionNotFound();
    return row;
  }

  list(
    tx: ReadTransaction,
    after: readonly [recordedAt: string, id: string] | null,
    limit: number,
  ): Promise<DestructionRow[]> {
    return tx.query<DestructionRow>(
      `${SELECT} where x.agency_id = $1 and ($2::timestamptz is null or (x.recorded_at, x.id) < ($2, $3::uuid))
        order by x.recorded_at desc, x.id desc limit $4`,
      [tx.actor.agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
