import { createHash } from 'node:crypto';

import { type Actor, Clock, type LocalDate, todayIn, uuidV7 } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { stampCopy } from '@app/platform/pdf';
import { Injectable } from '@nestjs/common';

import { DISPLAY_WORDS, displayState } from '../domain/display-state';
import { markOf } from '../domain/reading/mark';
import { assertCopyable } from '../domain/version-acts';
import { CopySource } from './approvals/copy-source';
import { stampedSignatures } from './seals/signature-words';
import { type DetailRow, VersionDetailQuery } from '../persistence/version-detail.query';

/** For whom a copy is made: to be kept, to be printed, or as a numbered paper copy (DI-12). */
export interface CopyPurpose {
  purpose: 'download' | 'print' | 'controlled';
  copyNumber: number | null;
}

const DOWNLOAD: CopyPurpose = { purpose: 'download', copyNumber: null };

export interface Copy {
  /** Stamped; a signed file stays as it was signed. */
  pdf: Uint8Array;
  /** What a stamp would say, on a sheet of its own, beside a signed file. */
  cover: Uint8Array | null;
  fileName: string;
}

@Injectable()
export class MakeCopy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly source: CopySource,
    private readonly clock: Clock,
  ) {}

  /**
   * A copy that names itself (DI-11): code, issue, state, decision, who and when, QR. Its hash is kept before the first
   * byte leaves. @throws VersionNotFound, NothingToCopy, StorageUnavailable
   */
  async execute(
    actor: Actor,
    versionId: string,
    portalUrl: string,
    { purpose, copyNumber }: CopyPurpose = DOWNLOAD,
  ): Promise<Copy> {
    const row = await this.unitOfWork.read(actor, (tx) => this.details.get(tx, versionId));
    assertCopyable(row.state, row.rendition.state);
    const source = await this.source.of(actor, row);
    const at = this.clock.now();
    const issued = await stampCopy(source, stampOf(row, { actor, at, portalUrl, copyNumber }));
    const cover = issued.kind === 'with-cover' ? issued.cover : null;
    const sha256 = createHash('sha256')
      .update(cover ?? issued.pdf)
      .digest('hex');
    await this.unitOfWork.write(actor, null, async (tx) => {
      await tx.change(
        `insert into documents.issued_copy (agency_id, id, version_id, holder_id, holder_name, made_at, sha256,
           purpose, copy_number)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          actor.agencyId,
          uuidV7(at),
          versionId,
          actor.personId,
          actor.personName,
          at,
          sha256,
          purpose,
          copyNumber,
        ],
      );
      tx.record({
        action: 'documents.copy-issued',
        subjectType: 'document',
        subjectId: row.documentId,
        new: { versionId, sha256, purpose, copyNumber },
      });
    });
    return { pdf: issued.pdf, cover, fileName: `${row.code} ${row.title}.pdf`.replaceAll('/', '-') };
  }
}

function stampOf(
  row: DetailRow,
  {
    actor,
    at,
    portalUrl,
    copyNumber,
  }: { actor: Actor; at: Date; portalUrl: string; copyNumber: number | null },
): Parameters<typeof stampCopy>[1] {
  const state = displayState({ ...row, currentStep: null }, todayIn(at));
  const { number = null, signedOn = null } = row.decision ?? {};
  return {
    code: row.code,
    title: row.title,
    issue: row.issue,
    revision: row.revision,
    state: DISPLAY_WORDS[state],
    inForce: state === 'effective',
    decision: number === null || signedOn === null ? null : { number, date: signedOn satisfies LocalDate },
    takenBy: actor.personName,
    takenAt: at,
    copyNumber: copyNumber === null ? null : String(copyNumber).padStart(2, '0'),
    signatures: stampedSignatures(row),
    mark: markOf(state),
    url: `${portalUrl}/q/${row.verificationCode}`,
  };
}
