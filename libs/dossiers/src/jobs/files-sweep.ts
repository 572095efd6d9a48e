import { Sweep, Sweeps } from '@app/platform/queue';
import { Injectable, Logger } from '@nestjs/common';

import { actorOf } from '../application/exports/make-export';
import { CheckFiles } from '../application/files/check-files';
import { FileChecksRepository } from '../persistence/files/file-checks.repository';

const AGENCIES_AT_ONCE = 10;

/** A few files of a few agencies at a time, all of them within a month (RI-03). */
@Injectable()
@Sweeps('dossiers.files', { everySeconds: 60 })
export class FilesSweep extends Sweep {
  readonly #logger = new Logger(FilesSweep.name);

  constructor(
    private readonly checks: FileChecksRepository,
    private readonly checking: CheckFiles,
  ) {
    super();
  }

  /** It never runs again at once: hashing is background work and leaves the disk to people. */
  override async sweep(): Promise<number> {
    for (const agency of await this.checks.agenciesDue(AGENCIES_AT_ONCE)) {
      try {
        await this.checking.execute(actorOf(agency));
      } catch (error) {
        this.#logger.error({ err: error, agencyId: agency.agencyId }, 'files not checked');
      }
    }
    return 0;
  }
}
