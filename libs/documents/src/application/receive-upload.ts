import { type Readable } from 'node:stream';

import { type Actor, Ids } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { UploadsRepository } from '../persistence/uploads.repository';

/** 50 MB, as the upload screen says. */
const LIMIT_BYTES = 50 * 1024 * 1024;

export interface KeptFile {
  size: number;
  sha256: string;
}

export interface IncomingFile {
  fileName: string;
  content: Readable;
}

/** Where a received file is kept and noted. */
@Injectable()
export class UploadShelf {
  constructor(
    private readonly files: FileStore,
    private readonly uploads: UploadsRepository,
    private readonly ids: Ids,
  ) {}

  /**
   * Takes a file into quarantine while hashing and limiting. Nothing is kept of a file that is refused.
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

  /** Notes a kept file and tells the worker to read it. @returns the id of the upload */
  async note(
    tx: WriteTransaction,
    { fileName, size, sha256, uploaderId }: KeptFile & { fileName: string; uploaderId?: string },
  ): Promise<string> {
    const id = this.ids.next();
    const by = uploaderId === undefined ? {} : { uploaderId };
    await this.uploads.add(tx, { id, fileName, size, sha256, ...by });
    tx.announce('documents.upload-received.v1', { uploadId: id });
    tx.record({
      action: 'documents.file-uploaded',
      subjectType: 'upload',
      subjectId: id,
      new: { fileName, size, sha256 },
    });
    return id;
  }
}

@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly shelf: UploadShelf,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Takes one file and tells the worker to read it. @returns the id of the upload @throws FileTooLarge, StorageUnavailable */
  async execute(actor: Actor, { fileName, content }: IncomingFile): Promise<string> {
    const kept = await this.shelf.keep(actor, content);
    return this.unitOfWork.write(actor, null, (tx) => this.shelf.note(tx, { ...kept, fileName }));
  }
}
