import { type Actor, Clock } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { backupAlarms } from '../domain/backups/backup-alarms';
import { BackupRunsQuery } from '../persistence/exports/backup-runs.query';
import { BackupRunLine, BackupRunPage, BackupState } from './exports.dto';

/** Enough runs to find the last good one of each kind. */
const LOOKED_AT = 200;

@ApiTags('dossiers')
@Controller()
export class BackupsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: BackupRunsQuery,
    private readonly clock: Clock,
  ) {}

  /** Backups and restore drills of the installation, the newest first (DI-20). */
  @Get('backup-runs')
  @RequirePermission('dossiers.read-backups')
  @ApiOkResponse({ type: BackupRunPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50 }: PageQuery,
  ): Promise<Page<BackupRunLine>> {
    const cursor = decodeCursor(after, 2);
    const rows = await this.unitOfWork.read(actor, (tx) => this.runs.list(tx, { after: cursor, limit }));
    return pageOf(rows, limit, {
      show: (row) => ({
        ...row,
        startedAt: row.startedAt.toISOString(),
        finishedAt: row.finishedAt.toISOString(),
      }),
      key: ({ startedAt, id }) => [startedAt.toISOString(), id],
    });
  }

  /** What an operator should look at: age, failure and size of backups and drills. */
  @Get('backup-state')
  @RequirePermission('dossiers.read-backups')
  @ApiOkResponse({ type: BackupState })
  async state(@CurrentActor() actor: Actor): Promise<BackupState> {
    const runs = await this.unitOfWork.read(actor, (tx) =>
      this.runs.list(tx, { after: null, limit: LOOKED_AT }),
    );
    const lastOf = (kind: string): string | null =>
      runs.find((run) => run.kind === kind && run.succeeded)?.finishedAt.toISOString() ?? null;
    return {
      lastBackupAt: lastOf('backup'),
      lastDrillAt: lastOf('drill'),
      alarms: backupAlarms(runs, this.clock.now()),
    };
  }
}
