import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { pdfInfo, signingCopy } from '@app/platform/pdf';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { NotAtApproval, pageCode, RenditionSigned } from '../../domain/approvals';
import { VersionDetailQuery } from '../../persistence/version-detail.query';

@Injectable()
export class MakeSigningCopy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly files: FileStore,
  ) {}

  /**
   * Bản trình ký: the pages to be signed by hand, each with a code that names version and content (OF-03).
   * @throws VersionNotFound, NotAtApproval, RenditionSigned
   */
  async execute(actor: Actor, versionId: string): Promise<{ pdf: Uint8Array; fileName: string }> {
    const row = await this.unitOfWork.read(actor, (tx) => this.details.get(tx, versionId));
    const contentHash = row.rendition.sha256;
    if (row.state !== 'in-review' || contentHash === null) throw new NotAtApproval();
    const rendition = await this.files.readVerified({
      area: 'renditions',
      agencyId: row.agencyId,
      sha256: contentHash,
    });
    if ((await pdfInfo(rendition)).signed) throw new RenditionSigned();
    const pdf = await signingCopy(rendition, {
      code: row.code,
      title: row.title,
      issue: `Lần ban hành ${twoDigits(row.issue)} · Lần sửa đổi ${twoDigits(row.revision)}`,
      contentHash,
      codeOf: (page) => pageCode({ versionId, contentHash }, page),
    });
    return { pdf, fileName: `Trình ký ${row.code} ${row.title}.pdf`.replaceAll('/', '-') };
  }
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
