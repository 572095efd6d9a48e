import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { ScansRepository } from '../../persistence/issuing/scans.repository';
import { type IncomingFile } from '../receive-upload';

/** 50 MB, as for every upload. */
const LIMIT_BYTES = 50 * 1024 * 1024;

@Injectable()
export class AttachScan {
  constructor(
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly scans: ScansRepository,
  ) {}

  /** Takes the scan of the signed decision; nobody sees it before the worker has inspected it. @throws DecisionNotFound, FileTooLarge */
  async execute(actor: Actor, decisionId: string, { fileName, content }: IncomingFile): Promise<void> {
    const temp = await this.files.receive(content, { limitBytes: LIMIT_BYTES });
    try {
      const { size, sha256 } = await this.files.promote(temp, 'quarantine', actor.agencyId);
      await this.unitOfWork.write(actor, null, async (tx) => {
        await this.scans.receive(tx, { decisionId, name: fileName, size, sha256 });
        tx.announce('documents.scan-received.v1', { decisionId });
        tx.record({
          action: 'documents.decision-scanned',
          subjectType: 'issuing-decision',
          subjectId: decisionId,
          new: { fileName, size, sha256 },
        });
      });
    } catch (error) {
      await this.files.discard(temp);
      throw error;
    }
  }
}
