import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { SourceNotFound } from '../../domain/intake/refusals';
import { type SourceFields, type SourceKind } from '../../domain/intake/source';

export interface SourceRow {
  id: string;
  name: string;
  kind: SourceKind;
  address: string;
  isActive: boolean;
  everyMinutes: number;
  checkedAt: Date | null;
  succeededAt: Date | null;
  nextCheckAt: Date;
  failures: number;
  problem: string | null;
  waiting: number;
  rowVersion: number;
}

/** What the last look left for the next one. */
export interface LookResult {
  /** Until the next look. */
  minutes: number;
  etag: string | null;
  lastModified: string | null;
  /** Code of the refusal; null when the source could be read. */
  problem: string | null;
}

export interface SourceMemory extends SourceRow {
  etag: string | null;
  lastModified: string | null;
}

const COLUMNS = `s.id, s.name, s.kind, s.address, s.active as "isActive", s.every_minutes as "everyMinutes",
  s.checked_at as "checkedAt", s.succeeded_at as "succeededAt", s.next_check_at as "nextCheckAt", s.failures, s.problem,
  s.row_version as "rowVersion", s.etag, s.last_modified as "lastModified",
  (select count(*)::integer from legal_register.notice n
     join legal_register.intake i on i.agency_id = n.agency_id and i.id = n.intake_id
    where n.agency_id = s.agency_id and n.source_id = s.id and i.state in ('reading', 'read', 'unread')) as waiting`;

@Injectable()
export class SourcesRepository {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<SourceRow[]> {
    return tx.query<SourceRow>(
      `select ${COLUMNS} from legal_register.source s
        where s.agency_id = $1 and ($2::text is null or (s.name, s.id) > ($2, $3::uuid))
        order by s.name, s.id limit $4`,
      [tx.actor.agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** @throws SourceNotFound */
  async get(tx: ReadTransaction, id: string): Promise<SourceMemory> {
    const row = await tx.one<SourceMemory>(
      `select ${COLUMNS} from legal_register.source s where s.agency_id = $1 and s.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new SourceNotFound();
    return row;
  }

  async add(tx: WriteTransaction, id: string, fields: SourceFields, at: Date): Promise<void> {
    await tx.change(
      `insert into legal_register.source (agency_id, id, name, kind, address, active, every_minutes, next_check_at,
         created_by_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)`,
      [
        tx.actor.agencyId,
        id,
        fields.name,
        fields.kind,
        fields.address,
        fields.isActive,
        fields.everyMinutes,
        at,
        tx.actor.personName,
      ],
    );
  }

  /** Another address is another source: what was remembered of the old one is forgotten. */
  async change(
    tx: WriteTransaction,
    id: string,
    { rowVersion, at, ...fields }: SourceFields & { rowVersion: number; at: Date },
  ): Promise<void> {
    await tx.changeOne(
      `update legal_register.source
          set name = $3, address = $4, active = $5, every_minutes = $6, next_check_at = $7, failures = 0, problem = null,
              etag = case when address = $4 then etag end,
              last_modified = case when address = $4 then last_modified end, row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $8`,
      [
        tx.actor.agencyId,
        id,
        fields.name,
        fields.address,
        fields.isActive,
        fields.everyMinutes,
        at,
        rowVersion,
      ],
    );
  }

  /** The next sweep looks at it. */
  async wake(tx: WriteTransaction, id: string, at: Date): Promise<void> {
    await tx.changeOne(
      'update legal_register.source set next_check_at = $3 where agency_id = $1 and id = $2 and active',
      [tx.actor.agencyId, id, at],
    );
  }

  async looked(tx: WriteTransaction, id: string, result: LookResult): Promise<void> {
    await tx.changeOne(
      `update legal_register.source
          set checked_at = clock_timestamp(), next_check_at = clock_timestamp() + make_interval(mins => $3), etag = $4,
              last_modified = $5, problem = $6,
              succeeded_at = case when $6::text is null then clock_timestamp() else succeeded_at end,
              failures = case when $6::text is null then 0 else failures + 1 end
        where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, id, result.minutes, result.etag, result.lastModified, result.problem],
    );
  }
}
