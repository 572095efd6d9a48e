import { ClaimWork, type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { type StorageArea } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { KEPT_FILES, keptFilesSql } from '../../domain/files/kept-files';

export interface FileToCheck {
  area: StorageArea;
  sha256: string;
}

export interface FileFound {
  area: StorageArea;
  sha256: string;
  problem: string | null;
}

/** Files of the agency in the words of the rows that promise them. */
const PROMISED = KEPT_FILES.filter(({ agency }) => agency === undefined)
  .map((kept) => `select '${kept.area}' as area, f.sha256 from (${keptFilesSql(kept, '$1')}) f`)
  .join(' union ');

@Injectable()
export class FileChecksRepository {
  constructor(private readonly claims: ClaimWork) {}

  agenciesDue(limit: number): Promise<{ agencyId: string; agencyPath: string }[]> {
    return this.claims.run((tx) =>
      tx.query('select agency_id as "agencyId", path as "agencyPath" from dossiers.rounds_due($1)', [limit]),
    );
  }

  /** Not looked at for so many days, the longest unseen first. */
  due(tx: ReadTransaction, { days, limit }: { days: number; limit: number }): Promise<FileToCheck[]> {
    return tx.query<FileToCheck>(
      `select p.area, p.sha256
         from (${PROMISED}) p
         left join dossiers.file_check c on c.agency_id = $1 and c.area = p.area and c.sha256 = p.sha256
        where c.checked_at is null or c.checked_at < clock_timestamp() - make_interval(days => $2)
        order by c.checked_at nulls first, p.sha256 limit $3`,
      [tx.actor.agencyId, days, limit],
    );
  }

  /** @returns those found damaged now that were whole, or unseen, before: two rounds at once tell only once */
  keep(tx: WriteTransaction, found: readonly FileFound[], at: Date): Promise<FileFound[]> {
    return tx.query<FileFound>(
      `with kept as (
         insert into dossiers.file_check (agency_id, area, sha256, checked_at, problem)
         select $1, f.area, f.sha256, $2, f.problem
           from jsonb_to_recordset($3::jsonb) as f (area text, sha256 text, problem text)
          order by f.area, f.sha256
         on conflict (agency_id, area, sha256) do update
           set checked_at = excluded.checked_at, problem = excluded.problem
         returning new.area, new.sha256, new.problem, old.problem as before)
       select area, sha256, problem from kept where problem is not null and before is null
        order by area, sha256`,
      [tx.actor.agencyId, at, JSON.stringify(found)],
    );
  }

  async nextRound(tx: WriteTransaction, at: Date): Promise<void> {
    await tx.change(
      `insert into dossiers.file_round (agency_id, next_at) values ($1, $2)
       on conflict (agency_id) do update set next_at = excluded.next_at`,
      [tx.actor.agencyId, at],
    );
  }
}
