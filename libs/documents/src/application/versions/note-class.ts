import { type WriteTransaction } from '@app/platform/database';

import { ClassReasonMissing } from '../../domain/refusals';
import { assertClassConfirmable } from '../../domain/version-acts';
import { type ChangeClass } from '../../domain/version-fields';
import { type LoadedVersion } from '../../persistence/versions.repository';
import { officerOf } from '../officer';

/** The approver's word on how much a version changes. */
export interface ClassWord {
  changeClass: ChangeClass;
  /** Asked for when it is another than the drafter proposed. */
  reason: string | null;
}

/**
 * Keeps the approver's word on the class of change (R7). What the drafter proposed stays in what was signed; what is
 * confirmed decides who has to read it again. @throws ClassNotConfirmable, SelfApproval, ClassReasonMissing
 */
export async function noteClass(
  tx: WriteTransaction,
  { before }: Pick<LoadedVersion, 'before'>,
  { changeClass, reason }: ClassWord,
  at: Date,
): Promise<void> {
  const { actor } = tx;
  assertClassConfirmable(before, officerOf(actor));
  if (before.changeClass !== changeClass && reason === null) throw new ClassReasonMissing();
  await tx.change(
    `update documents.version
        set confirmed_class = $3, class_confirmer_name = $4, class_confirmed_at = $5, class_reason = $6,
            row_version = row_version + 1
      where agency_id = $1 and id = $2`,
    [actor.agencyId, before.id, changeClass, actor.personName, at, reason],
  );
  tx.record({
    action: 'documents.change-class-confirmed',
    subjectType: 'document',
    subjectId: before.documentId,
    old: { versionId: before.id, changeClass: before.changeClass },
    new: { versionId: before.id, changeClass },
    reason,
  });
}
