import { type Readable } from 'node:stream';

import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type DetailRow, VersionDetailQuery } from '../persistence/version-detail.query';

/** The files of a version that the caller may see. */
@Injectable()
export class VersionFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly files: FileStore,
  ) {}

  /** @throws VersionNotFound */
  row(actor: Actor, id: string): Promise<DetailRow> {
    return this.unitOfWork.read(actor, (tx) => this.details.get(tx, id));
  }

  /** @throws VersionNotFound, FileMissing, FileCorrupt */
  async master(
    actor: Actor,
    id: string,
  ): Promise<{ master: DetailRow['master']; documentId: string; stream: Readable }> {
    const { agencyId, documentId, master } = await this.row(actor, id);
    const stream = await this.files.openVerified({ area: 'records', agencyId, sha256: master.sha256 });
    return { master, documentId, stream };
  }
}
