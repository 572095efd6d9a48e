import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Actor } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type DetailRow, VersionDetailQuery } from '../persistence/version-detail.query';
import { type MadeRendition, RenditionMaker } from './rendition-maker';

const CONSUMER = 'documents.render';

@Injectable()
export class VersionRendering {
  constructor(
    private readonly files: FileStore,
    private readonly maker: RenditionMaker,
  ) {}

  async make(actor: Actor, { agencyId, master }: DetailRow): Promise<MadeRendition> {
    const path = await this.files.localCopy({ area: 'records', agencyId, sha256: master.sha256 });
    const folder = await mkdtemp(join(tmpdir(), 'iso-render-'));
    try {
      return await this.maker.make(actor, { path, type: master.mediaType, folder });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

@Injectable()
export class RenderVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly details: VersionDetailQuery,
    private readonly rendering: VersionRendering,
  ) {}

  /** Makes the PDF of a draft that has none yet. The same version gives the same object key, so it may be tried again. */
  async execute(actor: Actor, versionId: string, fence: Fence): Promise<void> {
    const row = await this.unitOfWork.read(
      { ...actor, permissions: new Set(['documents.read-drafts']) },
      (tx) => this.details.get(tx, versionId),
    );
    if (row.rendition.state === 'ready') return;
    const made = await this.rendering.make(actor, row);
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, async () => {
        await tx.change(
          `update documents.version
              set rendition_state = $3, rendition_sha256 = $4, rendition_size = $5, rendition_pages = $6,
                  rendition_message = $7, row_version = row_version + 1
            where agency_id = $1 and id = $2 and state = 'draft' and rendition_state <> 'ready'`,
          [
            actor.agencyId,
            versionId,
            made.rendition === null ? 'failed' : 'ready',
            made.rendition?.sha256 ?? null,
            made.rendition?.size ?? null,
            made.rendition?.pages ?? null,
            made.message,
          ],
        );
        if (made.rendition !== null) tx.announce('documents.rendition-ready.v1', { versionId });
        tx.record({
          action: 'documents.version-rendered',
          subjectType: 'document',
          subjectId: row.documentId,
          new: { versionId, ...made },
        });
      });
    });
  }
}
