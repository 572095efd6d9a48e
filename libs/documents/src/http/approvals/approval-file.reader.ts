import { type ReadTransaction } from '@app/platform/database';
import { type Language } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { ApprovalFilesRepository } from '../../persistence/approvals/approval-files.repository';
import { VersionDetailQuery } from '../../persistence/version-detail.query';
import { type ApprovalFileView } from './approval-file.dto';
import { ApprovalFilePresenter } from './approval-file.presenter';

/** Reads signed files for their screen. */
@Injectable()
export class ApprovalFileReader {
  constructor(
    private readonly approvalFiles: ApprovalFilesRepository,
    private readonly details: VersionDetailQuery,
    private readonly presenter: ApprovalFilePresenter,
  ) {}

  /** @throws VersionNotFound */
  async ofVersion(tx: ReadTransaction, versionId: string, language: Language): Promise<ApprovalFileView[]> {
    await this.details.get(tx, versionId);
    const rows = await this.approvalFiles.ofVersion(tx, versionId);
    return rows.map((row) => this.presenter.show(tx.actor, row, language));
  }

  /** @throws ApprovalFileNotFound */
  async one(tx: ReadTransaction, id: string, language: Language): Promise<ApprovalFileView> {
    return this.presenter.show(tx.actor, await this.approvalFiles.get(tx, id), language);
  }
}
