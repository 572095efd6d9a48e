import { randomBytes } from 'node:crypto';

import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type ProcedureContent } from '../domain/content';
import { UploadNotUsable } from '../domain/refusals';
import { type VersionFields } from '../domain/version-fields';
import { ContentRepository } from '../persistence/content.repository';
import { DraftsRepository } from '../persistence/drafts.repository';
import { type UploadRow, UploadsRepository } from '../persistence/uploads.repository';
import { DraftRules } from './draft-rules';

export interface CreateVersionCommand {
  uploadId: string;
  /** Null: the first version of a new document. */
  documentId: string | null;
  keepRepeatedCode: boolean;
  fields: VersionFields;
}

/** Where a draft comes from and goes to. */
@Injectable()
export class DraftStore {
  constructor(
    readonly uploads: UploadsRepository,
    readonly drafts: DraftsRepository,
    readonly content: ContentRepository,
    readonly ids: Ids,
  ) {}
}

@Injectable()
export class CreateVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: DraftRules,
    private readonly files: FileStore,
    private readonly store: DraftStore,
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
    const upload = await this.unitOfWork.read(actor, (tx) => this.store.uploads.get(tx, command.uploadId));
    // The objects are kept before the transaction: one without a row falls to the sweep, a row without one never exists.
    const master = { area: 'quarantine', agencyId: actor.agencyId, sha256: upload.sha256 } as const;
    if (upload.state === 'ready' || upload.state === 'unread') await this.files.copy(master, 'records');
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const locked = await this.store.uploads.getForUpdate(tx, command.uploadId);
      if (locked.state !== 'ready' && locked.state !== 'unread') throw new UploadNotUsable();
      return this.#draft(tx, locked, command);
    });
  }

  async #draft(tx: WriteTransaction, upload: UploadRow, command: CreateVersionCommand): Promise<string> {
    const { fields } = command;
    const drafter = await this.rules.check(tx, { ...command, isSuccessor: command.documentId !== null });
    const documentId = command.documentId ?? this.store.ids.next();
    const id = this.store.ids.next();
    if (command.documentId === null) {
      await this.store.drafts.addDocument(tx, documentId, fields, command.keepRepeatedCode);
    }
    await this.store.drafts.addVersion(tx, {
      id,
      documentId,
      fields,
      drafterName: drafter.fullName,
      uploader: { id: tx.actor.personId ?? '', name: tx.actor.personName },
      master: {
        sha256: upload.sha256,
        name: upload.fileName,
        size: upload.size,
        type: upload.mediaType ?? '',
      },
      rendition: upload.rendition,
      problems: (upload.proposal as { problems?: unknown } | null)?.problems ?? [],
      verificationCode: randomBytes(12).toString('base64url'),
    });
    const content = (upload.proposal as { content?: ProcedureContent } | null)?.content;
    if (content !== undefined) await this.store.content.keep(tx, { versionId: id, origin: 'read', content });
    await this.store.uploads.link(tx, upload.id);
    if (upload.rendition === null) tx.announce('documents.version-drafted.v1', { versionId: id });
    tx.record({
      action: 'documents.version-drafted',
      subjectType: 'document',
      subjectId: documentId,
      new: {
        versionId: id,
        fields,
        master: upload.sha256,
        file: upload.fileName,
        keepRepeatedCode: command.keepRepeatedCode,
      },
    });
    return id;
  }
}
