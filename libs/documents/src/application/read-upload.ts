import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Actor, DomainError } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import {
  extractDocument,
  extractWordFile,
  type FileInspection,
  inspectFile,
  OfficeConverter,
  wordProblem,
} from '@app/platform/office';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { type Proposal, readProcedure } from '../domain/reader';
import { type ReadingResult, type UploadRow, UploadsRepository } from '../persistence/uploads.repository';
import { RenditionMaker } from './rendition-maker';
import { UploadChecks } from './upload-checks';

const CONSUMER = 'documents.read-upload';

const NOTHING: Omit<ReadingResult, 'state'> = {
  mediaType: null,
  problem: null,
  proposal: null,
  rendition: null,
  renditionMessage: null,
};

/** The reading itself, outside any transaction. */
@Injectable()
export class UploadReading {
  constructor(
    private readonly files: FileStore,
    private readonly converter: OfficeConverter,
    private readonly renditions: RenditionMaker,
    private readonly checks: UploadChecks,
  ) {}

  async read(
    actor: Actor,
    upload: UploadRow,
    progress: (percent: number) => Promise<void>,
  ): Promise<ReadingResult> {
    const path = await this.files.localCopy({
      area: 'quarantine',
      agencyId: actor.agencyId,
      sha256: upload.sha256,
    });
    const inspection = await inspectFile(path, { name: upload.fileName });
    const refusal = inspection.problems.find(({ severity }) => severity === 'refused');
    if (refusal !== undefined) {
      return {
        ...NOTHING,
        state: 'refused',
        problem: problemOf(refusal.code, wordProblem(refusal.code, refusal.detail)),
      };
    }
    const mediaType = inspection.type;
    await progress(30);
    const folder = await mkdtemp(join(tmpdir(), 'iso-read-'));
    try {
      const { rendition, message } = await this.renditions.make(actor, {
        path,
        type: inspection.type,
        folder,
      });
      await progress(65);
      const read = await this.#propose(actor, path, { inspection, folder, fileName: upload.fileName });
      const pdf = rendition === null || mediaType === 'pdf' ? null : join(folder, 'rendition.pdf');
      const proposal = await this.checks.complete(actor, read, pdf);
      return { ...NOTHING, state: 'ready', mediaType, proposal, rendition, renditionMessage: message };
    } catch (error) {
      // An honest failure to read is the person's to fill in; a broken store or database is tried again.
      if (
        !(error instanceof DomainError) ||
        (error.kind === 'unavailable' && !error.code.startsWith('office.'))
      )
        throw error;
      return {
        ...NOTHING,
        state: 'unread',
        mediaType,
        problem: problemOf(error.code, wordProblem(error.code)),
        renditionMessage: wordProblem(error.code),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A refused file leaves nothing behind. */
  async forget(actor: Actor, upload: UploadRow): Promise<void> {
    await this.files.remove({ area: 'quarantine', agencyId: actor.agencyId, sha256: upload.sha256 });
  }

  async #propose(
    actor: Actor,
    path: string,
    { inspection, folder, fileName }: { inspection: FileInspection; folder: string; fileName: string },
  ): Promise<Proposal> {
    const extracted = await this.#extract(path, inspection, folder);
    const proposal = readProcedure(extracted, fileName, await this.checks.comparedWith(actor));
    const flagged = inspection.problems
      .filter(({ severity }) => severity === 'flagged')
      .map(({ code, detail }) => problemOf(code, wordProblem(code, detail)));
    const signed = inspection.type === 'pdf' ? await this.checks.signatures(path) : [];
    return { ...proposal, problems: [...flagged, ...signed, ...proposal.problems] };
  }

  async #extract(
    path: string,
    { type }: FileInspection,
    folder: string,
  ): Promise<Parameters<typeof readProcedure>[0]> {
    if (type === 'doc') {
      const converted = join(folder, 'document.docx');
      await this.converter.convert(path, 'docx', converted);
      return extractWordFile(converted);
    }
    return extractDocument(path, type === 'pdf' ? 'pdf' : 'docx', this.converter);
  }
}

@Injectable()
export class ReadUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly uploads: UploadsRepository,
    private readonly reading: UploadReading,
  ) {}

  /**
   * Inspects, converts and reads one upload. Slow and repeatable work first; the transaction only records it. What
   * cannot be read is kept for a person to fill in by hand; what may not be kept is refused with the reason.
   */
  async execute(actor: Actor, uploadId: string, fence: Fence): Promise<void> {
    const upload = await this.unitOfWork.read(actor, (tx) => this.uploads.get(tx, uploadId));
    if (upload.state !== 'received' && upload.state !== 'reading') return;
    await this.#progress(actor, uploadId, 10);
    const result = await this.reading.read(actor, upload, (percent) =>
      this.#progress(actor, uploadId, percent),
    );
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, async () => {
        await this.uploads.finish(tx, uploadId, result);
        if (result.state === 'refused') {
          tx.record({
            action: 'documents.file-refused',
            subjectType: 'upload',
            subjectId: uploadId,
            new: result.problem,
          });
        }
      });
    });
    if (result.state === 'refused') await this.reading.forget(actor, upload);
  }

  async #progress(actor: Actor, uploadId: string, percent: number): Promise<void> {
    await this.unitOfWork.write(actor, null, (tx) => this.uploads.progress(tx, uploadId, percent));
  }
}

function problemOf(
  code: string,
  message: string,
): { code: string; level: 'error' | 'warning'; message: string; where: string } {
  return { code, level: code.startsWith('file.') ? 'error' : 'warning', message, where: 'Tệp' };
}
