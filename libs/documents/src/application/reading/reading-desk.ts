import { formatVi } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type ClosedReading, type NewReader } from '../../persistence/reading/fixing.repository';

/** What a notice says of a version. */
export interface ReadVersion {
  versionId: string;
  documentId: string;
  code: string;
  title: string;
}

const SUBJECT = 'document-reading';
const PAPER = 'paper-copies';

/** Puts reading on people's desks and takes it off again, in the transaction that decides it. */
@Injectable()
export class ReadingDesk {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** Those who must confirm find it in Việc của tôi and are reminded; the others are told once (R7). */
  async ask(tx: WriteTransaction, version: ReadVersion, readers: readonly NewReader[]): Promise<void> {
    const due = new Map<string, string[]>();
    for (const { personId, duty, dueOn } of readers)
      if (duty === 'acknowledge') due.set(dueOn, [...(due.get(dueOn) ?? []), personId]);
    for (const [dueOn, people] of due)
      await this.#askAll(tx, version, { people, dueOn: dueOn as NewReader['dueOn'] });
    await this.notifications.notify(tx, {
      recipients: readers.filter(({ duty }) => duty === 'notice').map(({ personId }) => personId),
      kind: 'documents.changed-a-little',
      subjectType: SUBJECT,
      subjectId: version.versionId,
      title: `Sửa đổi nhỏ: ${version.code} – ${version.title}`,
      link: linkOf(version),
      occasion: 'issued',
    });
  }

  async #askAll(
    tx: WriteTransaction,
    version: ReadVersion,
    { people, dueOn }: { people: string[]; dueOn: NewReader['dueOn'] },
  ): Promise<void> {
    const title = `Đọc: ${version.code} – ${version.title}`;
    const subject = { subjectType: SUBJECT, subjectId: version.versionId };
    const link = linkOf(version);
    await this.work.open(tx, {
      ...subject,
      kind: 'read',
      assigneeIds: people,
      title,
      detail: `Đọc và xác nhận trước ${formatVi(dueOn)}`,
      link,
      dueOn,
    });
    await this.notifications.notify(tx, {
      ...subject,
      recipients: people,
      kind: 'documents.read',
      title,
      link,
      occasion: 'asked',
    });
    await this.notifications.remind(tx, {
      ...subject,
      ruleVersion: 'documents.read/1',
      recipients: people,
      dueOn,
      title,
      link,
      stages: [3, 1, 0],
    });
  }

  /** One person has read; the others' reminders go on. */
  async done(tx: WriteTransaction, versionId: string, personId: string, reason: string): Promise<void> {
    const subject = { subjectType: SUBJECT, subjectId: versionId };
    await this.work.close(tx, { ...subject, assigneeId: personId, reason });
    await this.notifications.cancelOf(tx, { ...subject, recipientId: personId, reason });
  }

  /** R4: nobody need read it any more, and those who had not are told so. */
  async callOff(
    tx: WriteTransaction,
    version: ReadVersion,
    closed: readonly ClosedReading[],
    reason: string,
  ): Promise<void> {
    const people = closed.flatMap(({ personId }) => personId ?? []);
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: version.versionId, reason });
    await this.notifications.cancelFor(tx, SUBJECT, version.versionId, reason);
    await this.notifications.notify(tx, {
      recipients: people,
      kind: 'documents.reading-called-off',
      subjectType: SUBJECT,
      subjectId: version.versionId,
      title: `Không cần đọc nữa: ${version.code} – ${version.title}`,
      body: reason,
      link: `/documents/${version.documentId}`,
      occasion: 'called-off',
      mail: false,
    });
  }

  /** The keepers fetch what is on paper (DI-12). */
  async recall(tx: WriteTransaction, version: ReadVersion, copies: number, keepers: string[]): Promise<void> {
    await this.work.open(tx, {
      kind: 'recall-copies',
      subjectType: PAPER,
      subjectId: version.versionId,
      assigneeIds: keepers,
      title: `Thu hồi bản giấy: ${version.code} – ${version.title}`,
      detail: `${String(copies)} bản đã giao, phiên bản không còn dùng`,
      link: `${linkOf(version)}&tab=distribution`,
    });
  }

  async recalled(tx: WriteTransaction, versionId: string): Promise<void> {
    await this.work.close(tx, {
      subjectType: PAPER,
      subjectId: versionId,
      reason: 'đã thu hồi hết bản giấy',
    });
  }
}

function linkOf({ documentId, versionId }: ReadVersion): string {
  return `/documents/${documentId}?version=${versionId}`;
}
