import { type Readable } from 'node:stream';

import { type Actor, Ids } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { UploadsRepository } from '../persistence/uploads.repository';
import { type KeptFile, Quarantine } from './quarantine';

export interface IncomingFile {
  fileName: string;
  content: Readable;
}

/** Where a received file is kept and noted. */
@Injectable()
export class UploadShelf {
  constructor(
    readonly quarantine: Quarantine,
    private readonly uploads: UploadsRepository,
    private readonly ids: Ids,
  ) {}

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
    const kept = await this.shelf.quarantine.keep(actor, content);
    return this.shelf.quarantine.linked(actor, [kept], () =>
      this.unitOfWork.write(actor, null, (tx) => this.shelf.note(tx, { ...kept, fileName })),
    );
  }
}
