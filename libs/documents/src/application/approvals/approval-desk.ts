import { PeopleFacade } from '@app/identity';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import {
  type ApprovalFileRow,
  type CheckOutcome,
} from '../../persistence/approvals/approval-files.repository';
import { VersionFactsQuery } from '../../persistence/version-facts.query';
import { linkOf } from '../version-desk';

const SUBJECT = 'approval-file';

/** Who has to do with a signed file next, and who is told. */
@Injectable()
export class ApprovalDesk {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly people: PeopleFacade,
    private readonly facts: VersionFactsQuery,
  ) {}

  /** A scan waits for a second person; whoever brought a file hears how it was found. */
  async checked(tx: WriteTransaction, row: ApprovalFileRow, outcome: CheckOutcome): Promise<void> {
    const facts = await this.facts.get(tx, row.versionId);
    const name = `${facts.code} – ${facts.title}`;
    const isGood = outcome.state === 'checked';
    await this.notifications.notify(tx, {
      recipients: [row.uploaderId],
      kind: 'documents.approval-file-checked',
      subjectType: SUBJECT,
      subjectId: row.id,
      title: isGood ? `Đã kiểm tra tệp phê duyệt: ${name}` : `Tệp phê duyệt không được chấp nhận: ${name}`,
      link: linkOf(facts),
      occasion: row.id,
    });
    if (!isGood || row.way !== 'paper') return;
    const seconds = [
      ...(await this.people.withRole(tx, 'clerk')),
      ...(await this.people.withRole(tx, 'secretary')),
    ].map(({ personId }) => personId);
    await this.work.open(tx, {
      kind: 'confirm-original',
      subjectType: SUBJECT,
      subjectId: row.id,
      assigneeIds: [...new Set(seconds)].filter((id) => id !== row.uploaderId),
      title: `Đối chiếu bản gốc: ${name}`,
      detail: `Người tải lên: ${row.uploaderName}`,
      link: linkOf(facts),
    });
  }

  async close(tx: WriteTransaction, fileId: string, reason: string): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: fileId, reason });
  }
}
