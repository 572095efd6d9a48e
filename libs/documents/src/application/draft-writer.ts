import { randomBytes } from 'node:crypto';

import { Ids } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ProcedureContent } from '../domain/content';
import { type VersionFields } from '../domain/version-fields';
import { ContentRepository } from '../persistence/content.repository';
import { DraftsRepository, type NewVersion } from '../persistence/drafts.repository';
import { type UploadRow, UploadsRepository } from '../persistence/uploads.repository';
import { VersionDesk } from './version-desk';

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

export interface DraftToWrite {
  /** Null: the first version of a new document. */
  documentId: string | null;
  keepRepeatedCode: boolean;
  fields: VersionFields;
  drafterName: string;
  /** A paper that is in force already was approved before it came here; it is nobody's draft. */
  state?: 'draft' | 'approved';
}

/** Makes a version of an upload that was read: document, fields, files, content. What must hold is checked before. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly store: DraftStore,
    private readonly desk: VersionDesk,
  ) {}

  get uploads(): UploadsRepository {
    return this.store.uploads;
  }

  async write(
    tx: WriteTransaction,
    upload: UploadRow,
    { documentId: known, keepRepeatedCode, fields, drafterName, state = 'draft' }: DraftToWrite,
  ): Promise<{ documentId: string; versionId: string }> {
    const documentId = known ?? this.store.ids.next();
    const versionId = this.store.ids.next();
    const proposal = upload.proposal as { problems?: unknown; content?: ProcedureContent } | null;
    if (known === null) await this.store.drafts.addDocument(tx, documentId, fields, keepRepeatedCode);
    await this.store.drafts.addVersion(tx, {
      id: versionId,
      documentId,
      state,
      fields,
      drafterName,
      uploader: { id: tx.actor.personId ?? '', name: tx.actor.personName },
      master: masterOf(upload),
      rendition: upload.rendition,
      problems: proposal?.problems ?? [],
      verificationCode: randomBytes(12).toString('base64url'),
    });
    if (proposal?.content !== undefined)
      await this.store.content.keep(tx, { versionId, origin: 'read', content: proposal.content });
    await this.store.uploads.link(tx, upload.id);
    await this.#askDrafter(tx, { ...fields, versionId, documentId }, state);
    if (upload.rendition === null) tx.announce('documents.version-drafted.v1', { versionId });
    return { documentId, versionId };
  }

  /** Entered in another's name: the person on the cover confirms it (OF-05). */
  async #askDrafter(
    tx: WriteTransaction,
    draft: Parameters<VersionDesk['askDrafter']>[1],
    state: DraftToWrite['state'],
  ): Promise<void> {
    if (state === 'draft' && draft.drafterId !== tx.actor.personId)
      await this.desk.askDrafter(tx, draft, tx.actor.personName);
  }
}

function masterOf({ sha256, fileName, size, mediaType }: UploadRow): NewVersion['master'] {
  return { sha256, name: fileName, size, type: mediaType ?? '' };
}
