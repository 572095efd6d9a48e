import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ReviewTasksRepository } from '../persistence/review-tasks.repository';
import { AssessmentTasks } from './assessment-tasks';
import { LateOwner } from './late-owner';

/** What an agency does when a change reaches it, and when that change is taken back. */
@Injectable()
export class HearChanges {
  constructor(
    private readonly reviews: ReviewTasksRepository,
    private readonly tasks: AssessmentTasks,
    private readonly late: LateOwner,
  ) {}

  /** A confirmed change has reached the agency: tasks, reminders, notices, and its own journal row. */
  async opened(tx: WriteTransaction, changeId: string): Promise<void> {
    const joined = await this.reviews.join(tx, changeId);
    const drafts = await this.reviews.drafts(tx, changeId);
    if (joined.length + drafts.length === 0) return;
    const { text } = await this.reviews.change(tx, changeId);
    const settled = await this.tasks.settle(
      tx,
      joined.map(({ taskId }) => taskId),
      '',
    );
    await this.tasks.tell(tx, settled, {
      changeId,
      occasion: 'opened',
      heading: (documents) => `${text}: ${String(documents)} tài liệu cần rà soát`,
      urgent: true,
    });
    await this.tasks.warn(tx, changeId, drafts);
    tx.record({
      action: 'legal-impact.assessments-opened',
      subjectType: 'legal-change',
      subjectId: changeId,
      new: { assessments: joined.map(({ id }) => id), drafts: drafts.map(({ versionId }) => versionId) },
    });
  }

  /** The steward of a change gave this agency more time. */
  async extended(tx: WriteTransaction, changeId: string): Promise<void> {
    const taskIds = await this.reviews.ofChange(tx, changeId);
    await this.tasks.settle(tx, taskIds, '');
    tx.record({
      action: 'legal-impact.deadlines-followed',
      subjectType: 'legal-change',
      subjectId: changeId,
      new: { tasks: taskIds },
    });
  }

  /** A change was taken back: its reasons leave the tasks, and a task without a reason ends with its reminders. */
  async withdrawn(tx: WriteTransaction, changeId: string): Promise<void> {
    const { text, withdrawReason } = await this.reviews.change(tx, changeId);
    const taskIds = await this.reviews.ofChange(tx, changeId);
    const settled = await this.tasks.settle(tx, taskIds, `Thay đổi đã rút: ${withdrawReason}`);
    await this.tasks.tell(tx, settled, {
      changeId,
      occasion: 'withdrawn',
      heading: (documents) =>
        `Đã rút thay đổi ${text}: ${String(documents)} tài liệu không phải rà soát theo thay đổi này`,
      urgent: false,
    });
    for (const { documentId } of settled.tasks) await this.late.answered(tx, documentId);
    tx.record({
      action: 'legal-impact.assessments-withdrawn',
      subjectType: 'legal-change',
      subjectId: changeId,
      new: { tasks: taskIds },
      reason: withdrawReason,
    });
  }
}
