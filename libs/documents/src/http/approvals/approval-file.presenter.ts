import { type Actor, DomainError } from '@app/kernel';
import { actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { type SignedPdfReport } from '@app/platform/signing';
import { Injectable } from '@nestjs/common';

import { ApprovalFile } from '../../domain/approvals';
import { type ApprovalFileRow } from '../../persistence/approvals/approval-files.repository';
import { type ApprovalFileActions, type ApprovalFileView, type SignedPdfView } from './approval-file.dto';

class NotEntitledHere extends DomainError {
  constructor() {
    super({ code: 'identity.forbidden', kind: 'forbidden' });
  }
}

/** What a signed file is found to be, and what the caller may do with it. */
@Injectable()
export class ApprovalFilePresenter {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  show(actor: Actor, row: ApprovalFileRow, language: Language): ApprovalFileView {
    const file = ApprovalFile.restore(row);
    const { id, versionId, way, state, assigneeName, uploaderName, createdAt } = row;
    return {
      ...{ id, versionId, way, state, assigneeName, uploaderName, createdAt },
      fileNames: row.parts.map(({ fileName }) => fileName),
      signers: [...row.signers],
      signedOn: row.signedOn as ApprovalFileView['signedOn'],
      originalPlace: row.originalPlace,
      signed: file.signed && signedView(file, row),
      scan: file.scan && { ...file.scan, missingPages: [...file.scan.missingPages] },
      problem: row.problem,
      problemText: row.problem === null ? null : this.catalogue.message(row.problem, language),
      refusalReason: row.refusalReason,
      decidedByName: row.decidedByName,
      decidedAt: row.decidedAt,
      confirmationNote: row.confirmationNote,
      actions: this.#actions(actor, file, { row, language }),
    };
  }

  #actions(
    actor: Actor,
    file: ApprovalFile,
    { row, language }: { row: ApprovalFileRow; language: Language },
  ): ApprovalFileActions {
    const act = (permission: string, check: () => void): ReturnType<typeof explained> =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(permission) || row.agencyId !== actor.agencyId)
            throw new NotEntitledHere();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      record: act('documents.record-approval', () => {
        file.assertChecked('outside');
      }),
      confirm: act('documents.confirm-paper', () => {
        file.assertConfirmable(actor.personId);
      }),
      refuse: act('documents.confirm-paper', () => {
        file.assertChecked(row.way);
      }),
    };
  }
}

const NOT_LOOKED_UP = { revocation: 'not-checked', revocationAt: null } as const;

function signedView(file: ApprovalFile, { report, assigneeName }: ApprovalFileRow): SignedPdfView {
  const { verdict, content, signatures } = report as unknown as SignedPdfReport;
  // Files checked before lists were looked at say nothing of them.
  const known = signatures.map((each) => ({ ...NOT_LOOKED_UP, ...each }));
  return { verdict, content, signatures: known, namesApprover: file.names(assigneeName) };
}
