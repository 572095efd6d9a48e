import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { UploadNotUsable } from '../domain/refusals';
import { type VersionFields } from '../domain/version-fields';
import { type UploadRow } from '../persistence/uploads.repository';
import { DraftRules } from './draft-rules';
import { DraftWriter } from './draft-writer';

export interface CreateVersionCommand {
  uploadId: string;
  /** Null: the first version of a new document. */
  documentId: string | null;
  keepRepeatedCode: boolean;
  fields: VersionFields;
}

@Injectable()
export class CreateVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: DraftRules,
    private readonly files: FileStore,
    private readonly writer: DraftWriter,
  ) {}

  /**
   * Makes a draft of an uploaded file: the first of a new document, or the next of one that stands.
   * @returns id of the version
   * @throws UploadNotFound, UploadNotUsable, CodeTaken, DraftExists, PersonNotInAgency
   */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    command: CreateVersionCommand,
  ): Promise<string> {
    const upload = await this.unitOfWork.read(actor, (tx) => this.writer.uploads.get(tx, command.uploadId));
    // The objects are kept before the transaction: one without a row falls to the sweep, a row without one never exists.
    const master = { area: 'quarantine', agencyId: actor.agencyId, sha256: upload.sha256 } as const;
    if (upload.state === 'ready' || upload.state === 'unread') await this.files.copy(master, 'records');
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const locked = await this.writer.uploads.getForUpdate(tx, command.uploadId);
      if (locked.state !== 'ready' && locked.state !== 'unread') throw new UploadNotUsable();
      return this.#draft(tx, locked, command);
    });
  }

  async #draft(tx: WriteTransaction, upload: UploadRow, command: CreateVersionCommand): Promise<string> {
    const { fields } = command;
    const drafter = await this.rules.check(tx, { ...command, isSuccessor: command.documentId !== null });
    const { documentId, versionId } = await this.writer.write(tx, upload, {
      ...command,
      drafterName: drafter.fullName,
    });
    tx.record({
      action: 'documents.version-drafted',
      subjectType: 'document',
      subjectId: documentId,
      new: {
        versionId,
        fields,
        master: upload.sha256,
        file: upload.fileName,
        keepRepeatedCode: command.keepRepeatedCode,
      },
    });
    return versionId;
  }
}
