import { type WriteTransaction } from '@app/platform/database';
import { NotificationsFacade } from '@app/notifications';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type OpenedAssessment } from '../persistence/assessments.repository';

const SUBJECT = 'assessment';
const RULE = 'legal-impact.revise/1';
/** Titles of documents that a notice names before it only counts. */
const NAMED = 5;

/** Makes the tasks, reminders and notices of assessments, and ends them: one task per document, one notice per person. */
@Injectable()
export class AssessmentTasks {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  async begin(
    tx: WriteTransaction,
    changeId: string,
    { opened, secretaries }: { opened: readonly OpenedAssessment[]; secretaries: readonly string[] },
  ): Promise<void> {
    for (const assessment of opened) await this.#beginOne(tx, assessment, secretaries);
    for (const [personId, own] of byPerson(opened, secretaries))
      await this.#tell(tx, changeId, [personId, own]);
  }

  async #beginOne(
    tx: WriteTransaction,
    { id, assigneeId, code, title, cites, changeText, deadlineOn }: OpenedAssessment,
    secretaries: readonly string[],
  ): Promise<void> {
    if (assigneeId === null) return;
    const link = `/assessments/${id}`;
    const task = `Rà soát ${code} – ${title}`;
    await this.work.open(tx, {
      kind: 'revise',
      subjectType: SUBJECT,
      subjectId: id,
      assigneeIds: [assigneeId],
      followerIds: secretaries.filter((personId) => personId !== assigneeId),
      title: task,
      detail: `Viện dẫn ${cites}; thay đổi bởi ${changeText}`,
      link,
      dueOn: deadlineOn,
    });
    await this.notifications.remind(tx, {
      ruleVersion: RULE,
      subjectType: SUBJECT,
      subjectId: id,
      recipients: [assigneeId],
      dueOn: deadlineOn,
      title: task,
      link,
    });
  }

  async #tell(
    tx: WriteTransaction,
    changeId: string,
    [personId, own]: readonly [string, readonly OpenedAssessment[]],
  ): Promise<void> {
    const [first] = own;
    if (first === undefined) return;
    const more = own.length - NAMED;
    await this.notifications.notify(tx, {
      recipients: [personId],
      kind: 'legal-change',
      subjectType: 'legal-change',
      subjectId: changeId,
      occasion: 'opened',
      title: `${first.changeText}: ${String(own.length)} tài liệu cần rà soát`,
      body: [
        ...own.slice(0, NAMED).map(({ code, title }) => `${code} – ${title}`),
        ...(more > 0 ? [`và ${String(more)} tài liệu khác`] : []),
      ].join('\n'),
      link: `/legal-changes/${changeId}`,
      urgent: true,
    });
  }

  /** Ends the tasks and reminders of assessments that are concluded, answered or void. */
  async end(tx: WriteTransaction, ids: readonly string[], reason: string): Promise<void> {
    for (const id of ids) {
      await this.work.close(tx, { subjectType: SUBJECT, subjectId: id, reason });
      await this.notifications.cancelFor(tx, SUBJECT, id, reason);
    }
  }
}

/** The secretary follows all; everybody else hears of their own. */
function byPerson(
  opened: readonly OpenedAssessment[],
  secretaries: readonly string[],
): Map<string, readonly OpenedAssessment[]> {
  const people = new Map<string, readonly OpenedAssessment[]>();
  for (const assessment of opened) {
    const { assigneeId } = assessment;
    if (assigneeId !== null) people.set(assigneeId, [...(people.get(assigneeId) ?? []), assessment]);
  }
  for (const secretary of secretaries) people.set(secretary, opened);
  return people;
}
