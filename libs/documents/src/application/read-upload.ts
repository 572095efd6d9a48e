import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Actor, DomainError } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import {
  extractDocument,
  extractWordFile,
  FileRefused,
  type FileInspection,
  inspectFile,
  OfficeConverter,
  wordProblem,
} from '@app/platform/office';
import { Injectable } from '@nestjs/common';

import { type Proposal, readProcedure } from '../domain/reader';
import { type ReadingResult, type UploadRow, UploadsRepository } from '../persistence/uploads.repository';
import { Quarantine } from './quarantine';
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

const LOST = problemOf('storage.missing', 'Tệp không còn trong kho tạm. Hãy tải lên lần nữa.');

interface Reading {
  readonly path: string;
  readonly inspection: FileInspection;
  readonly folder: string;
  readonly progress: (percent: number) => Promise<void>;
}

type Proposing = Pick<Reading, 'inspection' | 'folder'> & {
  readonly fileName: string;
  readonly compared: Awaited<ReturnType<UploadChecks['comparedWith']>>;
};

/** The reading itself, outside any transaction. */
@Injectable()
export class UploadReading {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly converter: OfficeConverter,
    private readonly renditions: RenditionMaker,
    private readonly checks: UploadChecks,
  ) {}

  async read(
    actor: Actor,
    upload: UploadRow,
    progress: (percent: number) => Promise<void>,
  ): Promise<ReadingResult> {
    const path = await this.#path(actor, upload);
    if (path === null) return { ...NOTHING, state: 'refused', problem: LOST };
    const inspection = await inspectFile(path, { name: upload.fileName });
    const refusal = inspection.problems.find(({ severity }) => severity === 'refused');
    if (refusal !== undefined) {
      return {
        ...NOTHING,
        state: 'refused',
        problem: problemOf(refusal.code, wordProblem(refusal.code, refusal.detail)),
      };
    }
    await progress(30);
    const folder = await mkdtemp(join(tmpdir(), 'iso-read-'));
    try {
      return await this.#read(actor, upload, { path, inspection, folder, progress });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Null for a file that went while it waited: another door refused the same content at that moment. */
  async #path(actor: Actor, { sha256 }: UploadRow): Promise<string | null> {
    try {
      return await this.quarantine.path(actor, sha256);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'storage.missing') return null;
      throw error;
    }
  }

  /** What can be read of it; what cannot is the person's to fill in, beside the pages that there are. */
  async #read(
    actor: Actor,
    { fileName }: UploadRow,
    { path, inspection, folder, progress }: Reading,
  ): Promise<ReadingResult> {
    const { type } = inspection;
    const { rendition, message } = await this.renditions.make(actor, { path, type, folder });
    await progress(65);
    const result = { ...NOTHING, mediaType: type, rendition, renditionMessage: message };
    try {
      const compared = await this.checks.comparedWith(actor);
      const read = await stumbling(() => this.#propose(path, { inspection, folder, fileName, compared }));
      const pdf = rendition === null || type === 'pdf' ? null : join(folder, 'rendition.pdf');
      return { ...result, state: 'ready', proposal: await this.checks.complete(actor, read, pdf) };
    } catch (error) {
      if (!(error instanceof DomainError) || isPassing(error)) throw error;
      const words = wordProblem(error.code, error.detail);
      return {
        ...result,
        state: 'unread',
        problem: problemOf(error.code, words),
        renditionMessage: message ?? words,
      };
    }
  }

  /** A refused file leaves nothing behind. */
  async forget(actor: Actor, upload: UploadRow): Promise<void> {
    await this.quarantine.forget(actor, [upload]);
  }

  async #propose(path: string, { inspection, folder, fileName, compared }: Proposing): Promise<Proposal> {
    const extracted = await this.#extract(path, inspection, folder);
    const proposal = readProcedure(extracted, fileName, compared);
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

/** A broken store or database is tried again; an honest failure to read is not. */
function isPassing({ kind, code }: DomainError): boolean {
  return kind === 'unavailable' && !code.startsWith('office.');
}

/** Whatever a reader stumbles over is the file's: another attempt would stumble again. No disk or memory is not. */
async function stumbling<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const isSystemFault = typeof (error as { errno?: unknown } | null)?.errno === 'number';
    if (error instanceof DomainError || isSystemFault) throw error;
    throw new FileRefused('file.unreadable', { reason: 'nội dung bất thường, hãy điền các mục bằng tay' });
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
