import { type Actor } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { inspectFile, wordProblem } from '@app/platform/office';
import { type FileRef, FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { ScansRepository } from '../../persistence/issuing/scans.repository';

const CONSUMER = 'documents.inspect-scan';

@Injectable()
export class InspectScan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly files: FileStore,
    private readonly scans: ScansRepository,
  ) {}

  /** The same inspection as of every upload; what passes moves from quarantine to the records. */
  async execute(actor: Actor, decisionId: string, fence: Fence): Promise<void> {
    const scan = await this.unitOfWork.read(actor, (tx) => this.scans.waiting(tx, decisionId));
    if (scan === null) return;
    const ref: FileRef = { area: 'quarantine', agencyId: actor.agencyId, sha256: scan.sha256 };
    const found = await this.#inspect(ref, scan.name);
    if (found.problem === null) await this.files.copy(ref, 'records');
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, async () => {
        await this.scans.finish(tx, { decisionId, sha256: scan.sha256 }, found);
        tx.record({
          action: found.problem === null ? 'documents.scan-accepted' : 'documents.scan-refused',
          subjectType: 'issuing-decision',
          subjectId: decisionId,
          new: { sha256: scan.sha256, ...found },
        });
      });
    });
  }

  async #inspect(
    ref: FileRef,
    name: string,
  ): Promise<{ type: 'pdf' | 'image' | null; problem: string | null }> {
    const path = await this.files.localCopy(ref);
    const { type, problems } = await inspectFile(path, { name, accept: ['pdf', 'image'] });
    const refusal = problems.find(({ severity }) => severity === 'refused');
    return {
      type: type === 'pdf' || type === 'image' ? type : null,
      problem: refusal === undefined ? null : wordProblem(refusal.code, refusal.detail),
    };
  }
}
