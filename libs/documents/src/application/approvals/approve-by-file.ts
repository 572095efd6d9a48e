import { SigningFacade, type SigningProof } from '@app/identity';
import { type Actor, Clock, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NotAtApproval } from '../../domain/approvals';
import { SignedOtherContent } from '../../domain/refusals';
import {
  ApprovalFilesRepository,
  type LoadedApprovalFile,
} from '../../persistence/approvals/approval-files.repository';
import { SignaturesRepository } from '../../persistence/signatures.repository';
import { type LoadedVersion, VersionsRepository } from '../../persistence/versions.repository';
import { sealedSignature } from '../seals/sealed-signature';
import { metadataHash } from '../seals/signature-seal';
import { VersionDesk } from '../version-desk';
import { ApprovalDesk } from './approval-desk';

export interface FileDecisionCommand {
  fileId: string;
  password: string;
  /** How scan and original were compared, or why another name counts. */
  note: string | null;
}

/** Who vouches that a file carries an approval, and for whom it speaks. */
@Injectable()
export class FileSigning {
  constructor(
    private readonly facade: SigningFacade,
    private readonly signatures: SignaturesRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  reauthenticate(actor: Actor, { password }: FileDecisionCommand): Promise<SigningProof> {
    return this.facade.reauthenticate(actor, password);
  }

  now(): Date {
    return this.clock.now();
  }

  /** The signer is the person whose turn it was; the one who records it stands in the file's own row. */
  async keep(
    tx: WriteTransaction,
    loaded: LoadedVersion,
    { file, at }: { file: LoadedApprovalFile; at: Date },
  ): Promise<{ signatureId: string; seal: string }> {
    const step = loaded.before.steps.find((each) => each.id === file.row.stepId);
    const signature = sealedSignature(tx.actor.agencyId, loaded.before, {
      id: this.ids.next(),
      stepId: file.row.stepId,
      meaning: 'approved',
      signer: await this.facade.signatory(tx, step?.assigneeId ?? ''),
      signedAt: at,
      way: file.row.way,
      approvalFileId: file.row.id,
      approvalFileHash: file.row.sha256,
    });
    await this.signatures.add(tx, signature);
    return { signatureId: signature.id, seal: signature.seal };
  }
}

/** The version and the desk that it lies on. */
@Injectable()
export class ApprovalSubject {
  constructor(
    private readonly versions: VersionsRepository,
    private readonly desk: VersionDesk,
    private readonly approvalDesk: ApprovalDesk,
    private readonly signing: FileSigning,
  ) {}

  /** The version moves on as if its approver had signed here. @throws NotAtApproval, SignedOtherContent, SelfApproval */
  async approve(tx: WriteTransaction, file: LoadedApprovalFile, at: Date): Promise<void> {
    const { row } = file;
    const loaded = await this.versions.getForUpdate(tx, row.versionId);
    const facts = await this.desk.factsOf(tx, row.versionId);
    const { before, version } = loaded;
    const step = before.steps.find(({ id }) => id === row.stepId);
    // Returned and sent again, or given to somebody else: what was signed belongs to a station that is gone.
    if (step?.state !== 'current') throw new NotAtApproval();
    if (before.metadataHash !== metadataHash(facts)) throw new SignedOtherContent();
    const officer = { personId: step.assigneeId as Actor['personId'], isSecretary: false };
    version.approve(officer, { signerId: step.assigneeId, contentHash: row.contentHash, signedAt: at });
    await this.versions.save(tx, loaded);
    const kept = await this.signing.keep(tx, loaded, { file, at });
    await this.desk.clear(tx, row.versionId, 'đã phê duyệt');
    await this.approvalDesk.close(tx, row.id, 'đã phê duyệt');
    await this.desk.tellDrafter(tx, facts, {
      kind: 'documents.approved',
      title: `Đã phê duyệt, chờ ban hành: ${facts.code} – ${facts.title}`,
      body: null,
    });
    tx.record({
      action: 'documents.version-approved',
      subjectType: 'document',
      subjectId: facts.documentId,
      new: {
        versionId: row.versionId,
        contentHash: row.contentHash,
        way: row.way,
        fileId: row.id,
        ...kept,
      },
      reason: file.file.snapshot.confirmationNote,
    });
  }

  async putAside(tx: WriteTransaction, file: LoadedApprovalFile, reason: string): Promise<void> {
    await this.approvalDesk.close(tx, file.row.id, reason);
  }
}

/** Approval by a PDF signed outside, or on paper (OF-03): the file speaks for the approver, a person vouches for it. */
@Injectable()
export class ApproveByFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly approvalFiles: ApprovalFilesRepository,
    private readonly signing: FileSigning,
    private readonly subject: ApprovalSubject,
  ) {}

  /** @throws SignerNameDiffers, ApprovalFileRefused, ApprovalFileClosed, NotAtApproval, SelfApproval, WrongPassword */
  async record(actor: Actor, idempotency: Idempotency | null, command: FileDecisionCommand): Promise<void> {
    await this.#approve(actor, idempotency, {
      command,
      decide: ({ file, row }, at) => {
        file.record(by(actor), { at, note: command.note, assigneeName: row.assigneeName });
      },
    });
  }

  /** @throws SecondPersonNeeded, ComparisonReasonNeeded, ApprovalFileRefused, ApprovalFileClosed, NotAtApproval, SelfApproval, WrongPassword */
  async confirm(actor: Actor, idempotency: Idempotency | null, command: FileDecisionCommand): Promise<void> {
    await this.#approve(actor, idempotency, {
      command,
      decide: ({ file }, at) => {
        file.confirm(by(actor), { at, note: command.note });
      },
    });
  }

  /** @throws ApprovalFileNotFound, ApprovalFileClosed */
  async refuse(
    actor: Actor,
    idempotency: Idempotency | null,
    { fileId, reason }: { fileId: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const file = await this.approvalFiles.getForUpdate(tx, fileId);
      file.file.refuse(by(actor), { at: this.signing.now(), reason });
      await this.approvalFiles.save(tx, file);
      await this.subject.putAside(tx, file, reason);
      tx.record({
        action: 'documents.approval-file-refused',
        subjectType: 'approval-file',
        subjectId: fileId,
        new: { versionId: file.row.versionId },
        reason,
      });
    });
  }

  async #approve(
    actor: Actor,
    idempotency: Idempotency | null,
    {
      command,
      decide,
    }: { command: FileDecisionCommand; decide: (file: LoadedApprovalFile, at: Date) => void },
  ): Promise<void> {
    await this.signing.reauthenticate(actor, command); // Argon2: slow, so no transaction is open yet
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const file = await this.approvalFiles.getForUpdate(tx, command.fileId);
      const at = this.signing.now();
      decide(file, at);
      await this.approvalFiles.save(tx, file);
      await this.subject.approve(tx, file, at);
    });
  }
}

function by(actor: Actor): { id: string; name: string } {
  return { id: actor.personId ?? '', name: actor.personName };
}
