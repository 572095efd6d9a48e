import { type Readable } from 'node:stream';

import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore, type StorageArea } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { QuarantineRepository } from '../persistence/quarantine.repository';

/** 50 MB, as the upload screens say. */
const LIMIT_BYTES = 50 * 1024 * 1024;

export interface KeptFile {
  size: number;
  sha256: string;
}

/** Where every file from outside lies until it has been looked at. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: QuarantineRepository,
  ) {}

  /**
   * Takes a file in while hashing and limiting. Nothing is kept of a file that is refused.
   * @throws FileTooLarge, StorageUnavailable
   */
  async keep(actor: Actor, content: Readable): Promise<KeptFile> {
    const temp = await this.files.receive(content, { limitBytes: LIMIT_BYTES });
    try {
      const { size, sha256 } = await this.files.promote(temp, 'quarantine', actor.agencyId);
      return { size, sha256 };
    } catch (error) {
      await this.files.discard(temp);
      throw error;
    }
  }

  /** Where a kept file can be read. @throws FileMissing */
  path(actor: Actor, sha256: string): Promise<string> {
    return this.files.localCopy({ area: 'quarantine', agencyId: actor.agencyId, sha256 });
  }

  /** A copy for good of what has been looked at. */
  async release(actor: Actor, sha256: string, area: StorageArea): Promise<void> {
    await this.files.copy({ area: 'quarantine', agencyId: actor.agencyId, sha256 }, area);
  }

  /** Does what makes kept files somebody's; if that fails, they go again. */
  async linked<Result>(
    actor: Actor,
    kept: readonly KeptFile[],
    link: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await link();
    } catch (error) {
      // The first error is the one that tells; what could not be removed lies there unseen.
      await this.forget(actor, kept).catch(() => undefined);
      throw error;
    }
  }

  /** Nothing is left of a refused file, unless the same content waits for somebody else. */
  async forget(actor: Actor, kept: readonly Pick<KeptFile, 'sha256'>[]): Promise<void> {
    const sha256s = [...new Set(kept.map(({ sha256 }) => sha256))];
    if (sha256s.length === 0) return;
    const needed = await this.unitOfWork.read(actor, (tx) => this.repository.needed(tx, sha256s));
    for (const sha256 of sha256s.filter((each) => !needed.includes(each)))
      await this.files.remove({ area: 'quarantine', agencyId: actor.agencyId, sha256 });
  }
}
