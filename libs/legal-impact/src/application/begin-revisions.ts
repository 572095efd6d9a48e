import { RevisionDrafts } from '@app/documents';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ReviewSheetsRepository, type RevisionGround } from '../persistence/review-sheets.repository';

/** "Phải sửa": a draft from the version in force, with its ground filled in, gathered with others of the same change. */
@Injectable()
export class BeginRevisions {
  constructor(
    private readonly sheets: ReviewSheetsRepository,
    private readonly drafts: RevisionDrafts,
  ) {}

  /** @returns the change set that gathers them, or null when every document has a draft in work of its own */
  async execute(
    tx: WriteTransaction,
    assessmentIds: readonly string[],
    reason: string,
  ): Promise<string | null> {
    if (assessmentIds.length === 0) return null;
    const grounds = await this.sheets.grounds(tx, assessmentIds);
    const texts = [...new Map(grounds.map((ground) => [ground.changeId, ground])).values()];
    const title = `Sửa đổi theo ${texts.map(({ changeText }) => changeText).join(', ')}`;
    const { changeSetId, drafts } = await this.drafts.begin(tx, {
      title,
      reason: reason === '' ? title : reason,
      legalBasis: texts.map(basisOf).join('\n'),
      documentIds: [...new Set(grounds.map(({ documentId }) => documentId))],
      changeSetId: grounds.find((ground) => ground.changeSetId !== null)?.changeSetId ?? null,
    });
    await this.sheets.keepDrafts(tx, assessmentIds, drafts);
    return changeSetId;
  }
}

function basisOf({ changeText, changeTitle }: RevisionGround): string {
  return `${changeText} ${changeTitle}`.trim();
}
