import { OwnerLateness } from '@app/documents';
import { PeopleFacade } from '@app/identity';
import { formatVi } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LateAnswer, LateOwnersRepository } from '../persistence/late-owners.repository';

/** When the owner of a shared document is late with a change of law: its head hears of it, adopters may act (OF-06). */
@Injectable()
export class LateOwner {
  constructor(
    private readonly late: LateOwnersRepository,
    private readonly lateness: OwnerLateness,
    private readonly people: PeopleFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** @returns how many documents others wait for */
  async execute(tx: WriteTransaction): Promise<number> {
    let shared = 0;
    for (const answer of await this.late.claim(tx)) {
      const waiting = await this.lateness.tell(tx, answer.documentId, answer.deadlineOn);
      if (waiting === 0) continue;
      shared += 1;
      await this.#escalate(tx, answer, waiting);
    }
    await this.late.forget(tx);
    return shared;
  }

  /** The owner has answered: what is not late any more is no reason to act alone. */
  async answered(tx: WriteTransaction, documentId: string): Promise<void> {
    await this.lateness.tell(tx, documentId, await this.late.missed(tx, documentId));
  }

  async #escalate(
    tx: WriteTransaction,
    { assessmentId, documentId, code, title, deadlineOn }: LateAnswer,
    waiting: number,
  ): Promise<void> {
    const people = [
      ...(await this.people.withRole(tx, 'head')),
      ...(await this.people.withRole(tx, 'secretary')),
    ];
    await this.notifications.notify(tx, {
      recipients: [...new Set(people.map(({ personId }) => personId))],
      kind: 'legal-impact.owner-late',
      subjectType: 'assessment',
      subjectId: assessmentId,
      occasion: `owner-late-${deadlineOn}`,
      title: `Quá hạn sửa đổi ${code} – ${title} (hạn ${formatVi(deadlineOn)}): ${String(waiting)} cơ quan áp dụng đang chờ`,
      body: 'Các cơ quan này được chọn xử lý tại chỗ.',
      link: `/assessments/${assessmentId}`,
      urgent: true,
    });
    tx.record({
      action: 'legal-impact.owner-late',
      subjectType: 'document',
      subjectId: documentId,
      new: { assessmentId, deadlineOn, waiting },
    });
  }
}
