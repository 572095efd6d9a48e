import { type Actor } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { inspectFile, wordProblem } from '@app/platform/office';
import { Injectable } from '@nestjs/common';

import { ScansRepository } from '../../persistence/issuing/scans.repository';
import { Quarantine } from '../quarantine';

const CONSUMER = 'documents.inspect-scan';

@Injectable()
export class InspectScan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly quarantine: Quarantine,
    private readonly scans: ScansRepository,
  ) {}

  /** The same inspection as of every upload; what passes moves from quarantine to the records. */
  async execute(actor: Actor, decisionId: string, fence: Fence): Promise<void> {
    const scan = await this.unitOfWork.read(actor, (tx) => this.scans.waiting(tx, decisionId));
    if (scan === null) return;
    const found = await this.#inspect(await this.quarantine.path(actor, scan.sha256), scan.name);
    if (found.problem === null) await this.quarantine.release(actor, scan.sha256, 'records');
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
    await this.quarantine.forget(actor, [scan]);
  }

  async #inspect(
    path: string,
    name: string,
  ): Promise<{ type: 'pdf' | 'image' | null; problem: string | null }> {
    const { type, problems } = await inspectFile(path, { name, accept: ['pdf', 'image'] });
    const refusal = problems.find(({ severity }) => severity === 'refused');
    return {
      type: type === 'pdf' || type === 'image' ? type : null,
      problem: refusal === undefined ? null : wordProblem(refusal.code, refusal.detail),
    };
  }
}
