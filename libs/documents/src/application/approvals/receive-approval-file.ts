import { type Readable } from 'node:stream';

import { type Actor, Ids } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type ApprovalPart,
  assertPaperFacts,
  NotAtApproval,
  type OutsideWay,
  type PaperFacts,
} from '../../domain/approvals';
import { ApprovalFilesRepository } from '../../persistence/approvals/approval-files.repository';
import { VersionsRepository } from '../../persistence/versions.repository';
import { Quarantine } from '../quarantine';

export interface IncomingApproval extends PaperFacts {
  versionId: string;
  way: OutsideWay;
  parts: readonly ApprovalPart[];
}

/** Takes the parts of a signed file into quarantine, one stream after another. */
@Injectable()
export class ApprovalParts {
  constructor(private readonly quarantine: Quarantine) {}

  /** @throws FileTooLarge, StorageUnavailable */
  async take(actor: Actor, fileName: string, content: Readable): Promise<ApprovalPart> {
    return { fileName, ...(await this.quarantine.keep(actor, content)) };
  }

  /** Reads the form that the parts come with and puts them on record; if that fails, none of them stays. */
  linked<Result>(actor: Actor, parts: readonly ApprovalPart[], link: () => Promise<Result>): Promise<Result> {
    return this.quarantine.linked(actor, parts, link);
  }
}

@Injectable()
export class ReceiveApprovalFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionsRepository,
    private readonly approvalFiles: ApprovalFilesRepository,
    private readonly ids: Ids,
  ) {}

  /** Whether the version waits for approval at all, before anything large is taken. @throws VersionNotFound, NotAtApproval */
  async assertAwaited(actor: Actor, versionId: string): Promise<void> {
    await this.unitOfWork.read(actor, async (tx) => {
      const { before } = await this.versions.get(tx, versionId);
      stepOf(before);
    });
  }

  /**
   * Puts a signed PDF or the scan of a signed paper on record; the worker checks it.
   * @returns its id @throws VersionNotFound, NotAtApproval, PaperFactsMissing
   */
  async execute(actor: Actor, incoming: IncomingApproval): Promise<string> {
    assertPaperFacts(incoming.way, incoming);
    return this.unitOfWork.write(actor, null, (tx) => this.#keep(tx, incoming));
  }

  async #keep(tx: WriteTransaction, incoming: IncomingApproval): Promise<string> {
    const { before } = await this.versions.getForUpdate(tx, incoming.versionId);
    const id = this.ids.next();
    await this.approvalFiles.add(tx, {
      ...incoming,
      id,
      stepId: stepOf(before),
      contentHash: before.renditionSha256 ?? '',
    });
    tx.announce('documents.approval-file-received.v1', { fileId: id });
    tx.record({
      action: 'documents.approval-file-received',
      subjectType: 'document',
      subjectId: before.documentId,
      new: { fileId: id, ...incoming },
    });
    return id;
  }
}

/** The station of approval that waits. @throws NotAtApproval */
function stepOf({
  state,
  steps,
}: {
  state: string;
  steps: readonly { id: string; kind: string; state: string }[];
}): string {
  const step = steps.find((each) => each.state === 'current' && each.kind === 'approve');
  if (state !== 'in-review' || step === undefined) throw new NotAtApproval();
  return step.id;
}
