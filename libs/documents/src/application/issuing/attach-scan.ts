import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ScansRepository } from '../../persistence/issuing/scans.repository';
import { Quarantine } from '../quarantine';
import { type IncomingFile } from '../receive-upload';

@Injectable()
export class AttachScan {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly unitOfWork: UnitOfWork,
    private readonly scans: ScansRepository,
  ) {}

  /** Takes the scan of the signed decision; nobody sees it before the worker has inspected it. @throws DecisionNotFound, FileTooLarge */
  async execute(actor: Actor, decisionId: string, { fileName, content }: IncomingFile): Promise<void> {
    const kept = await this.quarantine.keep(actor, content);
    await this.quarantine.linked(actor, [kept], () =>
      this.unitOfWork.write(actor, null, async (tx) => {
        await this.scans.receive(tx, { decisionId, name: fileName, ...kept });
        tx.announce('documents.scan-received.v1', { decisionId });
        tx.record({
          action: 'documents.decision-scanned',
          subjectType: 'issuing-decision',
          subjectId: decisionId,
          new: { fileName, ...kept },
        });
      }),
    );
  }
}
