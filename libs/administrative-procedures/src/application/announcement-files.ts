import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable } from 'node:stream';

import { type Actor, DomainError, type ExtractedDocument, Ids } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import {
  extractDocument,
  extractWordFile,
  inspectFile,
  OfficeConverter,
  wordProblem,
} from '@app/platform/office';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { readAnnouncement } from '../domain/announcement/reading';
import { AnnouncementFileNotFound } from '../domain/refusals';
import {
  type AnnouncementFile,
  AnnouncementFilesRepository,
} from '../persistence/announcement-files.repository';

const LIMIT_BYTES = 50 * 1024 * 1024;
const CONSUMER = 'administrative-procedures.read-announcement';

/** Takes in the file of a quyết định công bố; it lies in quarantine until the worker has looked at it. */
@Injectable()
export class ReceiveAnnouncementFile {
  constructor(
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AnnouncementFilesRepository,
    private readonly ids: Ids,
  ) {}

  /** @returns its id @throws FileTooLarge, StorageUnavailable */
  async execute(
    actor: Actor,
    { fileName, content }: { fileName: string; content: Readable },
  ): Promise<string> {
    const temp = await this.files.receive(content, { limitBytes: LIMIT_BYTES });
    const { size, sha256 } = await this.files.promote(temp, 'quarantine', actor.agencyId);
    const id = this.ids.next();
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.repository.add(tx, { id, fileName, size, sha256 });
      tx.announce('administrative-procedures.announcement-file-received.v1', { fileId: id });
      tx.record({
        action: 'administrative-procedures.announcement-file-received',
        subjectType: 'announcement-file',
        subjectId: id,
        new: { fileName, size, sha256 },
      });
    });
    return id;
  }
}

/** What reading a file needs besides the store. */
@Injectable()
export class AnnouncementOffice {
  constructor(
    readonly inbox: Inbox,
    private readonly converter: OfficeConverter,
  ) {}

  /** @throws FileRefused, ConversionFailed, OfficeUnavailable */
  async extract(path: string, fileName: string): Promise<ExtractedDocument> {
    const { type, problems } = await inspectFile(path, { name: fileName });
    const refusal = problems.find(({ severity }) => severity === 'refused');
    if (refusal !== undefined)
      throw new DomainError({
        code: refusal.code,
        kind: 'invalid',
        detail: refusal.detail,
      });
    if (type !== 'doc') return extractDocument(path, type === 'pdf' ? 'pdf' : 'docx', this.converter);
    const folder = await mkdtemp(join(tmpdir(), 'iso-tthc-'));
    try {
      const converted = join(folder, 'document.docx');
      await this.converter.convert(path, 'docx', converted);
      return await extractWordFile(converted);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** Reads such a file. Slow work first; the transaction only records it. */
@Injectable()
export class ReadAnnouncementFile {
  constructor(
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AnnouncementFilesRepository,
    private readonly office: AnnouncementOffice,
  ) {}

  async execute(actor: Actor, fileId: string, fence: Fence): Promise<void> {
    const file = await this.unitOfWork.read(actor, (tx) => this.repository.get(tx, fileId));
    if (file === null) throw new AnnouncementFileNotFound();
    if (file.state !== 'received') return;
    const outcome = await this.#read(actor, file);
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.office.inbox.once(tx, CONSUMER, fence, () => this.repository.finish(tx, fileId, outcome));
    });
  }

  /** What cannot be read is refused in words; a store or converter that is away is tried again. */
  async #read(
    actor: Actor,
    { sha256, fileName }: AnnouncementFile,
  ): Promise<Pick<AnnouncementFile, 'state' | 'problem' | 'reading'>> {
    const path = await this.files.localCopy({ area: 'quarantine', agencyId: actor.agencyId, sha256 });
    try {
      const document = await this.office.extract(path, fileName);
      await this.files.copy({ area: 'quarantine', agencyId: actor.agencyId, sha256 }, 'records');
      return { state: 'read', problem: null, reading: readAnnouncement(document) };
    } catch (error) {
      const isFault = error instanceof DomainError && (error.kind !== 'unavailable' || isOffice(error));
      if (!isFault) throw error;
      return { state: 'refused', problem: wordProblem(error.code, error.detail), reading: null };
    }
  }
}

function isOffice({ code }: DomainError): boolean {
  return code.startsWith('office.');
}
