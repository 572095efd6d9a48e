import { type Readable } from 'node:stream';

import { type Actor, Ids } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { UploadsRepository } from '../persistence/uploads.repository';

/** 50 MB, as the upload screen says. */
const LIMIT_BYTES = 50 * 1024 * 1024;

export interface IncomingFile {
  fileName: string;
  content: Readable;
}

@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadsRepository,
    private readonly ids: Ids,
  ) {}

  /**
   * Takes a file into quarantine while hashing and limiting, then tells the worker to read it. Nothing is kept of a
   * file that is refused. @returns the id of the upload @throws FileTooLarge, StorageUnavailable
   */
  async execute(actor: Actor, { fileName, content }: IncomingFile): Promise<string> {
    const temp = await this.files.receive(content, { limitBytes: LIMIT_BYTES });
    try {
      const stored = await this.files.promote(temp, 'quarantine', actor.agencyId);
      const id = this.ids.next();
      await this.unitOfWork.write(actor, null, async (tx) => {
        await this.uploads.add(tx, { id, fileName, size: stored.size, sha256: stored.sha256 });
        tx.announce('documents.upload-received.v1', { uploadId: id });
        tx.record({
          action: 'documents.file-uploaded',
          subjectType: 'upload',
          subjectId: id,
          new: { fileName, size: stored.size, sha256: stored.sha256 },
        });
      });
      return id;
    } catch (error) {
      await this.files.discard(temp);
      throw error;
    }
  }
}
