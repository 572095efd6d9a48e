import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ContentMissing } from '../../domain/editor/refusals';
import { ContentRepository } from '../../persistence/content.repository';
import { VersionDetailQuery } from '../../persistence/version-detail.query';
import { type PrintedForm } from '../issuing/print-forms';
import { ProcedurePaper } from './procedure-paper';

/** Phiếu theo dõi quá trình of one case of a procedure (OF-13). */
@Injectable()
export class TrackingSlips {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly contents: ContentRepository,
    private readonly paper: ProcedurePaper,
  ) {}

  /** @throws VersionNotFound, ContentMissing, CaseNotFound */
  async fill(actor: Actor, versionId: string, caseNo: number): Promise<PrintedForm> {
    const { row, kept, agency } = await this.unitOfWork.read(actor, async (tx) => ({
      row: await this.details.get(tx, versionId),
      kept: await this.contents.get(tx, versionId),
      ...(await this.paper.sources(tx, actor.personId ?? '')),
    }));
    if (kept === null) throw new ContentMissing();
    const docx = await this.paper.trackingSlip(row, kept.content, { agency, caseNo });
    return { docx, fileName: `Phiếu theo dõi ${row.code}.docx` };
  }
}
