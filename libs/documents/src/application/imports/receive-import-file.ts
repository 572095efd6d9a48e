import { type Readable } from 'node:stream';

import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ImportsRepository } from '../../persistence/imports/imports.repository';
import { type KeptFile } from '../quarantine';
import { UploadShelf } from '../receive-upload';

export interface IncomingImportFile {
  batchId: string;
  fileName: string;
  /** Folders that it lay in, as the browser tells. */
  folder: string;
  content: Readable;
}

export interface ReceivedImportFile {
  kind: 'item' | 'archive';
  id: string;
  /** Whether the batch had this very content already. */
  known: boolean;
}

@Injectable()
export class ReceiveImportFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: UploadShelf,
    private readonly imports: ImportsRepository,
    private readonly ids: Ids,
  ) {}

  /** Opens a batch. @returns its id */
  open(actor: Actor, idempotency: Idempotency | null, name: string): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      await this.imports.addBatch(tx, id, name);
      tx.record({
        action: 'documents.import-opened',
        subjectType: 'import',
        subjectId: id,
        new: { name },
      });
      return id;
    });
  }

  /**
   * Takes one file of a batch; the same content again is the row that stands. A ZIP is laid aside for the worker.
   * @throws ImportNotFound, ImportFull, FileTooLarge
   */
  async execute(
    actor: Actor,
    { batchId, fileName, folder, content }: IncomingImportFile,
  ): Promise<ReceivedImportFile> {
    const { quarantine } = this.shelf;
    const kept = await quarantine.keep(actor, content);
    const received = await quarantine.linked(actor, [kept], () =>
      this.unitOfWork.write(actor, null, async (tx) => {
        await this.imports.lock(tx, batchId);
        return fileName.toLowerCase().endsWith('.zip')
          ? this.#archive(tx, { ...kept, batchId, fileName })
          : this.add(tx, { ...kept, batchId, fileName, folder });
      }),
    );
    if (received.known) await quarantine.forget(actor, [kept]);
    return received;
  }

  /** Adds one kept file to a batch that the caller has locked. */
  async add(
    tx: WriteTransaction,
    file: KeptFile & { batchId: string; fileName: string; folder: string; uploaderId?: string },
  ): Promise<ReceivedImportFile> {
    const { batchId, sha256, folder } = file;
    const known = await this.imports.known(tx, batchId, sha256);
    if (known !== null) return { kind: 'item', id: known, known: true };
    const id = this.ids.next();
    const uploadId = await this.shelf.note(tx, file);
    await this.imports.addItem(tx, { id, batchId, uploadId, sha256, folder });
    return { kind: 'item', id, known: false };
  }

  async #archive(
    tx: WriteTransaction,
    file: KeptFile & { batchId: string; fileName: string },
  ): Promise<ReceivedImportFile> {
    const fresh = this.ids.next();
    const id = await this.imports.addArchive(tx, { ...file, id: fresh });
    if (id === fresh) {
      tx.announce('documents.import-archive-received.v1', { archiveId: id });
      tx.record({
        action: 'documents.import-archive-received',
        subjectType: 'import',
        subjectId: file.batchId,
        new: { fileName: file.fileName, size: file.size, sha256: file.sha256 },
      });
    }
    return { kind: 'archive', id, known: id !== fresh };
  }
}
