import { type Actor, Clock, DomainError } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { pdfFormat, pdfInfo } from '@app/platform/pdf';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import {
  RenditionChecksRepository,
  type RenditionToCheck,
} from '../../persistence/reading/rendition-checks.repository';

const EVERY_DAYS = 90;
const AT_ONCE = 20;

interface Found {
  format: string;
  problem: string | null;
}

@Injectable()
export class CheckRenditions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: RenditionChecksRepository,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** DI-17: the PDF is still there, still the one that was signed, and can be read. @returns how many were looked at */
  async execute(actor: Actor): Promise<number> {
    const due = await this.unitOfWork.read(actor, (tx) => this.checks.due(tx, EVERY_DAYS, AT_ONCE));
    for (const version of due) {
      const found = await this.#lookAt(actor, version);
      await this.unitOfWork.write(actor, null, async (tx) => {
        await this.checks.keep(tx, version.versionId, { ...found, at: this.clock.now() });
        if (found.problem === null) return;
        tx.record({
          action: 'documents.rendition-damaged',
          subjectType: 'document',
          subjectId: version.documentId,
          new: { versionId: version.versionId, ...found },
        });
      });
    }
    return due.length;
  }

  /** A damaged file is a finding; a store that does not answer is not, it is asked again later. */
  async #lookAt({ agencyId }: Actor, { sha256 }: RenditionToCheck): Promise<Found> {
    try {
      const bytes = await this.files.readVerified({ area: 'renditions', agencyId, sha256 });
      const { encrypted } = await pdfInfo(bytes);
      return { format: pdfFormat(bytes), problem: encrypted ? 'pdf.encrypted' : null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'storage.unavailable') throw error;
      return { format: 'PDF', problem: error.code };
    }
  }
}
