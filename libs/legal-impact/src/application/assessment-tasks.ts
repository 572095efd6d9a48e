import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { reasonWords, taskWords } from '../domain/reason-words';
import {
  type ReviewTask,
  ReviewTasksRepository,
  type WarnedDraft,
} from '../persistence/review-tasks.repository';

const SUBJECT = 'assessment';
const RULE = 'legal-impact.revise/1';
/** Titles of documents that a notice names before it only counts. */
const NAMED = 5;

/** What people are told of a change. */
export interface ChangeNews {
  changeId: string;
  occasion: 'opened' | 'withdrawn';
  heading: (documents: number) => string;
  urgent: boolean;
}

/** Tasks of the acting agency, and who follows them all. */
export interface SettledTasks {
  tasks: readonly ReviewTask[];
  secretaries: readonly string[];
}

/** Makes the tasks, reminders and notices of assessments, and ends them: one task per document, one notice per person. */
@Injectable()
export class AssessmentTasks {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly reviews: ReviewTasksRepository,
  ) {}

  /** Brings tasks in line with their assessments: all reasons, the earliest deadline; nothing open, no task. */
  async settle(tx: WriteTransaction, ids: readonly (string | null)[], ended: string): Promise<SettledTasks> {
    const known = [...new Set(ids.filter((id) => id !== null))];
    if (known.length === 0) return { tasks: [], secretaries: [] };
    const tasks = await this.reviews.tasks(tx, known);
    const secretaries = await this.reviews.secretaries(tx);
    for (const task of tasks) {
      if (task.deadlineOn === null) await this.#end(tx, task.taskId, ended);
      else await this.#stand(tx, { ...task, deadlineOn: task.deadlineOn }, secretaries);
    }
    return { tasks, secretaries };
  }

  /** One notice to each person: own documents for those who assess, all of them for the secretary. */
  async tell(tx: WriteTransaction, { tasks, secretaries }: SettledTasks, news: ChangeNews): Promise<void> {
    for (const [personId, own] of byPerson(tasks, secretaries)) await this.#tell(tx, [personId, own], news);
  }

  /** The drafter of a draft in work hears why it must be looked at before it is issued. */
  async warn(tx: WriteTransaction, changeId: string, drafts: readonly WarnedDraft[]): Promise<void> {
    for (const draft of drafts)
      await this.notifications.notify(tx, {
        recipients: [draft.drafterId],
        kind: 'legal-change',
        subjectType: 'version',
        subjectId: draft.versionId,
        occasion: `draft-${changeId}`,
        title: `Dự thảo ${draft.code} – ${draft.title} viện dẫn văn bản vừa thay đổi`,
        body: reasonWords(draft),
        link: `/documents/${draft.documentId}?version=${draft.versionId}`,
      });
  }

  async #stand(
    tx: WriteTransaction,
    { taskId, assigneeId, code, title, changes, deadlineOn }: ReviewTask & { deadlineOn: string },
    secretaries: readonly string[],
  ): Promise<void> {
    if (assigneeId === null) return;
    const link = `/assessments/${taskId}`;
    const task = `Rà soát ${code} – ${title}`;
    await this.work.open(tx, {
      kind: 'revise',
      subjectType: SUBJECT,
      subjectId: taskId,
      assigneeIds: [assigneeId],
      followerIds: secretaries.filter((personId) => personId !== assigneeId),
      title: task,
      detail: taskWords(changes),
      link,
      dueOn: deadlineOn,
    });
    await this.notifications.remind(tx, {
      ruleVersion: RULE,
      subjectType: SUBJECT,
      subjectId: taskId,
      recipients: [assigneeId],
      dueOn: deadlineOn,
      title: task,
      link,
    });
  }

  async #end(tx: WriteTransaction, taskId: string, reason: string): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: taskId, reason });
    await this.notifications.cancelFor(tx, SUBJECT, taskId, reason);
  }

  async #tell(
    tx: WriteTransaction,
    [personId, own]: readonly [string, readonly ReviewTask[]],
    { changeId, occasion, heading, urgent }: ChangeNews,
  ): Promise<void> {
    const more = own.length - NAMED;
    await this.notifications.notify(tx, {
      recipients: [personId],
      kind: 'legal-change',
      subjectType: 'legal-change',
      subjectId: changeId,
      occasion,
      title: heading(own.length),
      body: [
        ...own.slice(0, NAMED).map(({ code, title }) => `${code} – ${title}`),
        ...(more > 0 ? [`và ${String(more)} tài liệu khác`] : []),
      ].join('\n'),
      link: `/legal-changes/${changeId}`,
      urgent,
    });
  }
}

/** The secretary follows all; everybody else hears of their own. */
function byPerson(
  tasks: readonly ReviewTask[],
  secretaries: readonly string[],
): Map<string, readonly ReviewTask[]> {
  const people = new Map<string, readonly ReviewTask[]>();
  if (tasks.length === 0) return people;
  for (const task of tasks) {
    const { assigneeId } = task;
    if (assigneeId !== null) people.set(assigneeId, [...(people.get(assigneeId) ?? []), task]);
  }
  for (const secretary of secretaries) people.set(secretary, tasks);
  return people;
}
