import { Clock } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Sweep, Sweeps } from '@app/platform/queue';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { actorOf } from '../application/exports/make-export';
import { ExportClaims } from '../persistence/exports/export-claims';
import { ExportsRepository } from '../persistence/exports/exports.repository';

const AT_ONCE = 20;

@Injectable()
export class Hands {
  constructor(
    readonly files: FileStore,
    readonly clock: Clock,
  ) {}
}

/** Archives are copies: after their days they are deleted, and the row says so. */
@Injectable()
@Sweeps('dossiers.old-exports', { everySeconds: 300 })
export class OldExportsSweep extends Sweep {
  constructor(
    private readonly claims: ExportClaims,
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: ExportsRepository,
    private readonly hands: Hands,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    const old = await this.claims.old(AT_ONCE);
    for (const { id, sha256, ...agency } of old) {
      await this.hands.files.remove({ area: 'records', agencyId: agency.agencyId, sha256 });
      await this.unitOfWork.write(actorOf(agency), null, async (tx) => {
        await this.exports.markDeleted(tx, id, this.hands.clock.now());
        tx.record({ action: 'dossiers.export-deleted', subjectType: 'agency-export', subjectId: id });
      });
    }
    return old.length;
  }
}
