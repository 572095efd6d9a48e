import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { ApprovalFilesRepository } from '../../persistence/approvals/approval-files.repository';
import { type DetailRow } from '../../persistence/version-detail.query';

/** What a copy of a version is made of. */
@Injectable()
export class CopySource {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly approvalFiles: ApprovalFilesRepository,
    private readonly files: FileStore,
  ) {}

  /** The file that was signed outside, since it is the original; else the rendition. @throws FileMissing, FileCorrupt */
  async of(actor: Actor, { id, agencyId, rendition }: DetailRow): Promise<Buffer> {
    const file = await this.unitOfWork.read(actor, (tx) => this.approvalFiles.approvedOf(tx, id));
    // A scan of signed paper is never handed out: it shows signatures (OF-03).
    return file?.way === 'outside' && file.sha256 !== null
      ? this.files.readVerified({ area: 'records', agencyId, sha256: file.sha256 })
      : this.files.readVerified({ area: 'renditions', agencyId, sha256: rendition.sha256 ?? '' });
  }
}
