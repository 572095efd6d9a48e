import { Readable } from 'node:stream';

import { type Actor } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { wordProblem, ZIP_LIMITS, ZipPackage, ZipRefused } from '@app/platform/office';
import { Injectable } from '@nestjs/common';

import { ImportFull } from '../../domain/refusals';
import { ImportsRepository } from '../../persistence/imports/imports.repository';
import { Quarantine } from '../quarantine';
import { ReceiveImportFile } from './receive-import-file';

const CONSUMER = 'documents.open-archive';
const MIB = 1024 * 1024;
/** As an upload of its own could be; a ZIP of scans may unpack to more than a Word file does. */
const LIMITS = { ...ZIP_LIMITS, entryBytes: 50 * MIB, totalBytes: 1024 * MIB };
const DOCUMENT = /\.(?:docx?|docm|pdf)$/iu;
/** What systems leave behind in ZIPs. */
const REMAINS = /(?:^|\/)(?:__MACOSX\/|\.|~\$|thumbs\.db$|desktop\.ini$)/iu;

interface Archive {
  id: string;
  batchId: string;
  sha256: string;
  createdBy: string;
}

/** Takes the documents out of a ZIP, one after the other, so that memory holds one at a time. */
@Injectable()
export class ArchiveUnpacking {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly receiving: ReceiveImportFile,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns names of what is no document @throws ZipRefused, ImportFull */
  async unpack(actor: Actor, archive: Archive): Promise<string[]> {
    const path = await this.quarantine.path(actor, archive.sha256);
    const zip = await ZipPackage.open(path, LIMITS);
    try {
      const leftOut: string[] = [];
      for (const { fileName } of zip.entries) {
        if (fileName.endsWith('/') || REMAINS.test(fileName)) continue;
        if (DOCUMENT.test(fileName)) await this.#take(actor, archive, { zip, name: fileName });
        else leftOut.push(fileName.slice(-200));
      }
      return leftOut.slice(0, 200);
    } finally {
      zip.close();
    }
  }

  /** What was in it lies apart now. */
  async forget(actor: Actor, archive: { sha256: string }): Promise<void> {
    await this.quarantine.forget(actor, [archive]);
  }

  async #take(
    actor: Actor,
    { batchId, createdBy }: Archive,
    { zip, name }: { zip: ZipPackage; name: string },
  ): Promise<void> {
    const content = await zip.read(name, LIMITS.entryBytes);
    if (content === null) return;
    const kept = await this.quarantine.keep(actor, Readable.from([content], { objectMode: false }));
    const parts = name.normalize('NFC').split('/');
    const file = {
      ...kept,
      batchId,
      fileName: cleanName(parts.at(-1) ?? ''),
      folder: parts.slice(0, -1).map(cleanName).join('/').slice(0, 500),
      uploaderId: createdBy,
    };
    await this.quarantine.linked(actor, [kept], () =>
      this.unitOfWork.write(actor, null, (tx) => this.receiving.add(tx, file)),
    );
  }
}

@Injectable()
export class OpenArchive {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly imports: ImportsRepository,
    private readonly unpacking: ArchiveUnpacking,
  ) {}

  /** Opens a ZIP of a batch. Begun again after a crash it finds what it had taken by content. */
  async execute(actor: Actor, archiveId: string, fence: Fence): Promise<void> {
    const archive = await this.unitOfWork.read(actor, (tx) => this.imports.archive(tx, archiveId));
    if (archive?.state !== 'received') return;
    const { leftOut, problem } = await this.#opened(actor, { ...archive, id: archiveId });
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, async () => {
        await this.imports.finishArchive(tx, { id: archiveId, problem, leftOut });
        tx.record({
          action: problem === null ? 'documents.import-archive-opened' : 'documents.import-archive-refused',
          subjectType: 'import',
          subjectId: archive.batchId,
          new: { archiveId, leftOut, problem },
        });
      });
    });
    await this.unpacking.forget(actor, archive);
  }

  async #opened(actor: Actor, archive: Archive): Promise<{ leftOut: string[]; problem: string | null }> {
    try {
      return { leftOut: await this.unpacking.unpack(actor, archive), problem: null };
    } catch (error) {
      if (error instanceof ZipRefused) return { leftOut: [], problem: wordProblem(`file.${error.fault}`) };
      if (error instanceof ImportFull) return { leftOut: [], problem: 'Đợt nhập đã đủ 1.000 tệp.' };
      throw error;
    }
  }
}

/** Names inside a ZIP are somebody's bytes: only what a person can read is kept of them. */
function cleanName(name: string): string {
  const shown = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\\]/gu, '')
    .trim();
  return shown === '' || shown === '.' || shown === '..' ? '_' : shown.slice(-200);
}
