import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ExportFigures, type ExportState } from '../../domain/exports/agency-export';
import { ExportNotFound } from '../../domain/exports/refusals';

export interface ExportRow {
  id: string;
  reason: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  state: ExportState;
  progress: number;
  problem: string | null;
  finishedAt: Date | null;
  expiresAt: Date | null;
  sha256: string | null;
  size: number | null;
  figures: ExportFigures | null;
}

const SHOWN = `id, reason, asked_by as "askedBy", asked_by_name as "askedByName", asked_at as "askedAt",
  case when state = 'waiting' and claimed_until > clock_timestamp() then 'running' else state end as state,
  progress, problem, finished_at as "finishedAt", expires_at as "expiresAt", sha256, size, figures`;

@Injectable()
export class ExportsRepository {
  /** Refused as `dossiers.export-under-way` by the index that allows one at a time */
  async add(
    tx: WriteTransaction,
    { id, reason, at }: { id: string; reason: string; at: Date },
  ): Promise<void> {
    await tx.change(
      `insert into dossiers.agency_export (agency_id, id, state, reason, asked_by, asked_by_name, asked_at)
       values ($1, $2, 'waiting', $3, $4, $5, $6)`,
      [tx.actor.agencyId, id, reason, tx.actor.personId, tx.actor.personName, at],
    );
  }

  /** @throws ExportNotFound */
  async get(tx: ReadTransaction, id: string): Promise<ExportRow> {
    const row = await tx.one<ExportRow>(
      `select ${SHOWN} from dossiers.agency_export where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new ExportNotFound();
    return row;
  }

  /** The newest first. */
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<ExportRow[]> {
    const [at = null, id = null] = after ?? [];
    return tx.query<ExportRow>(
      `select ${SHOWN} from dossiers.agency_export
        where agency_id = $1 and ($2::timestamptz is null or (asked_at, id) < ($2, $3::uuid))
        order by asked_at desc, id desc limit $4`,
      [tx.actor.agencyId, at, id, limit + 1],
    );
  }

  async finish(
    tx: WriteTransaction,
    id: string,
    made: { sha256: string; size: number; figures: ExportFigures; at: Date; expiresAt: Date },
  ): Promise<void> {
    await tx.changeOne(
      `update dossiers.agency_export
          set state = 'ready', progress = 100, problem = null, claimed_until = null, finished_at = $3, expires_at = $4,
              sha256 = $5, size = $6, figures = $7, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'waiting'`,
      [tx.actor.agencyId, id, made.at, made.expiresAt, made.sha256, made.size, JSON.stringify(made.figures)],
    );
  }

  async fail(
    tx: WriteTransaction,
    id: string,
    { problem, at }: { problem: string; at: Date },
  ): Promise<void> {
    await tx.changeOne(
      `update dossiers.agency_export
          set state = 'failed', problem = $3, finished_at = $4, claimed_until = null, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'waiting'`,
      [tx.actor.agencyId, id, problem, at],
    );
  }

  async markDeleted(tx: WriteTransaction, id: string, at: Date): Promise<void> {
    await tx.changeOne(
      `update dossiers.agency_export set state = 'deleted', deleted_at = $3, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'ready'`,
      [tx.actor.agencyId, id, at],
    );
  }
}
