import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface SuccessionCommand {
  successorId: string;
  predecessorIds: readonly string[];
  kind: 'merge' | 'split' | 'rename';
  happenedOn: LocalDate;
  legalBasis: string;
}

export interface SuccessionRow {
  predecessorId: string;
  predecessorName: string;
  successorId: string;
  successorName: string;
  kind: string;
  happenedOn: LocalDate;
  legalBasis: string;
}

interface Standing {
  /** Agencies named that exist on the eve of the day, or for the successor on the day itself. */
  standing: number;
  isOver: boolean;
}

@Injectable()
export class SuccessionsRepository {
  standing(tx: ReadTransaction, command: SuccessionCommand): Promise<Standing | null> {
    return tx.one<Standing>(
      `select count(*) filter (where (a.id = $2 and a.valid @> $4::date)
                or (a.id = any ($3::uuid[]) and a.valid @> ($4::date - 1)))::int as standing,
              (select me.kind = 'installation' from organization.agency me where me.id = $1)
                or coalesce(bool_and(a.province_id = $1), false) as "isOver"
         from organization.agency a where a.id = $2 or a.id = any ($3::uuid[])`,
      [tx.actor.agencyId, command.successorId, command.predecessorIds, command.happenedOn],
    );
  }

  /** Succession, custody and the end of the predecessors, in one step. */
  async record(tx: WriteTransaction, command: SuccessionCommand): Promise<void> {
    await tx.query('select organization.record_succession($1, $2, $3, $4, $5, $6)', [
      command.successorId,
      command.predecessorIds,
      command.kind,
      command.happenedOn,
      command.legalBasis,
      tx.actor.correlationId,
    ]);
  }

  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<SuccessionRow[]> {
    const [happenedOn = null, predecessorId = null, successorId = null] = after ?? [];
    return tx.query<SuccessionRow>(
      `select s.predecessor_id as "predecessorId", p.name as "predecessorName", s.successor_id as "successorId",
              n.name as "successorName", s.kind, s.happened_on as "happenedOn", s.legal_basis as "legalBasis"
         from organization.succession s
         join organization.agency p on p.id = s.predecessor_id
         join organization.agency n on n.id = s.successor_id
        where $1::date is null or (s.happened_on, s.predecessor_id, s.successor_id) < ($1, $2::uuid, $3::uuid)
        order by s.happened_on desc, s.predecessor_id desc, s.successor_id desc limit $4`,
      [happenedOn, predecessorId, successorId, limit + 1],
    );
  }
}
