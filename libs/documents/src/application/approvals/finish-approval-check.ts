import { type Actor } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type ApprovalFileRow,
  ApprovalFilesRepository,
  type CheckOutcome,
} from '../../persistence/approvals/approval-files.repository';
import { VersionDetailQuery } from '../../persistence/version-detail.query';
import { ApprovalDesk } from './approval-desk';
import { ApprovalFileCheck } from './check-approval-file';

const CONSUMER = 'documents.check-approval-file';

/** What the check reads and writes of the database. */
@Injectable()
export class ApprovalCheckRecords {
  constructor(
    private readonly inbox: Inbox,
    private readonly details: VersionDetailQuery,
    private readonly approvalFiles: ApprovalFilesRepository,
    private readonly desk: ApprovalDesk,
  ) {}

  get files(): ApprovalFilesRepository {
    return this.approvalFiles;
  }

  get versions(): VersionDetailQuery {
    return this.details;
  }

  async finish(
    tx: WriteTransaction,
    { row, outcome, fence }: { row: ApprovalFileRow; outcome: CheckOutcome; fence: Fence },
  ): Promise<void> {
    await this.inbox.once(tx, CONSUMER, fence, async () => {
      await this.approvalFiles.finish(tx, row.id, outcome);
      await this.desk.checked(tx, row, outcome);
      tx.record({
        action: 'documents.approval-file-checked',
        subjectType: 'approval-file',
        subjectId: row.id,
        new: { versionId: row.versionId, ...outcome },
      });
    });
  }
}

@Injectable()
export class FinishApprovalCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checking: ApprovalFileCheck,
    private readonly records: ApprovalCheckRecords,
  ) {}

  /** Checks one file that was received. Slow and repeatable work first; the transaction only records it. */
  async execute(actor: Actor, fileId: string, fence: Fence): Promise<void> {
    const reader = { ...actor, permissions: new Set(['documents.read-drafts']) };
    const { row, version } = await this.unitOfWork.read(reader, async (tx) => {
      const found = await this.records.files.get(tx, fileId);
      return { row: found, version: await this.records.versions.get(tx, found.versionId) };
    });
    if (row.state !== 'received') return;
    const outcome = await this.checking.check(actor, row, {
      sha256: row.contentHash,
      pages: version.rendition.pages ?? 0,
    });
    await this.unitOfWork.write(actor, null, (tx) => this.records.finish(tx, { row, outcome, fence }));
    await this.checking.forget(actor, row.parts);
  }
}
