import { SigningFacade, type SigningProof } from '@app/identity';
import { type Actor, Clock, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type RouteStep, type SignatureFields } from '../domain/way';
import { SignedOtherContent } from '../domain/refusals';
import { SignaturesRepository } from '../persistence/signatures.repository';
import { type VersionFacts } from '../persistence/version-facts.query';
import { type LoadedVersion, VersionsRepository } from '../persistence/versions.repository';
import { officerOf } from './officer';
import { sealedSignature } from './seals/sealed-signature';
import { metadataHash } from './seals/signature-seal';
import { VersionDesk } from './version-desk';
import { type ClassWord, noteClass } from './versions/note-class';

export interface DecideVersionCommand {
  versionId: string;
  password: string;
  /** Hash of the PDF that the person has read. */
  contentHash: string;
  /** Digest of the metadata that the person has read; null when they do not say. */
  metadataHash?: string | null;
  comment: string | null;
  /** The approver's word on the class of change, said with the signature (R7). */
  classWord?: ClassWord | null;
}

interface Meaning {
  word: 'reviewed' | 'approved';
  decide: (loaded: LoadedVersion, signature: SignatureFields) => RouteStep;
}

const DESK_REASONS = { reviewed: 'đã xem xét', approved: 'đã phê duyệt' } as const;

/** The signature itself: who, in what position, over which bytes. */
@Injectable()
export class VersionSigning {
  constructor(
    private readonly facade: SigningFacade,
    private readonly signatures: SignaturesRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  reauthenticate(actor: Actor, password: string): Promise<SigningProof> {
    return this.facade.reauthenticate(actor, password);
  }

  now(): Date {
    return this.clock.now();
  }

  async keep(
    tx: WriteTransaction,
    proof: SigningProof,
    {
      step,
      word,
      loaded,
      signedAt,
    }: { step: RouteStep; word: 'reviewed' | 'approved'; loaded: LoadedVersion; signedAt: Date },
  ): Promise<{ signatureId: string; seal: string }> {
    const { actor } = tx;
    const isOwn = step.assigneeId === actor.personId;
    const signer = await this.facade.signer(
      tx,
      proof,
      isOwn ? null : { personId: step.assigneeId, act: step.kind },
    );
    const signature = sealedSignature(actor.agencyId, loaded.before, {
      id: this.ids.next(),
      stepId: step.id,
      meaning: word,
      signer,
      signedAt,
    });
    await this.signatures.add(tx, signature);
    return { signatureId: signature.id, seal: signature.seal };
  }
}

/** Xem xét và phê duyệt: both are a person's signature over content and metadata. */
@Injectable()
export class DecideVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionsRepository,
    private readonly signing: VersionSigning,
    private readonly desk: VersionDesk,
  ) {}

  /** @throws NotTheirTurn, SignedOtherContent, IllegalTransition, WrongPassword, StaleRow */
  async review(actor: Actor, idempotency: Idempotency | null, command: DecideVersionCommand): Promise<void> {
    await this.#decide(actor, idempotency, command, {
      word: 'reviewed',
      decide: ({ version, standsInFor }, signature) =>
        version.review(officerOf(actor, standsInFor), signature, command.comment),
    });
  }

  /** @throws SelfApproval, NotTheirTurn, SignedOtherContent, IllegalTransition, WrongPassword, StaleRow */
  async approve(actor: Actor, idempotency: Idempotency | null, command: DecideVersionCommand): Promise<void> {
    await this.#decide(actor, idempotency, command, {
      word: 'approved',
      decide: ({ version, standsInFor }, signature) =>
        version.approve(officerOf(actor, standsInFor), signature, command.comment),
    });
  }

  async #decide(
    actor: Actor,
    idempotency: Idempotency | null,
    command: DecideVersionCommand,
    { word, decide }: Meaning,
  ): Promise<void> {
    const proof = await this.signing.reauthenticate(actor, command.password); // Argon2: slow, so no transaction is open yet
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.versions.getForUpdate(tx, command.versionId);
      const facts = await this.desk.factsOf(tx, command.versionId);
      if (loaded.before.metadataHash !== null && loaded.before.metadataHash !== metadataHash(facts))
        throw new SignedOtherContent();
      const signedAt = this.signing.now();
      const step = decide(loaded, {
        signerId: actor.personId ?? '',
        contentHash: command.contentHash,
        metadataHash: command.metadataHash ?? null,
        signedAt,
      });
      await this.versions.save(tx, loaded);
      if (command.classWord) await noteClass(tx, loaded, command.classWord, signedAt);
      const kept = await this.signing.keep(tx, proof, { step, word, loaded, signedAt });
      await this.desk.move(tx, {
        before: loaded.before.steps,
        after: loaded.version.snapshot.steps,
        facts,
        reason: DESK_REASONS[word],
      });
      if (word === 'approved') await this.#tellApproved(tx, facts);
      tx.record({
        action: `documents.version-${word}`,
        subjectType: 'document',
        subjectId: facts.documentId,
        new: { versionId: command.versionId, contentHash: command.contentHash, ...kept },
        reason: command.comment,
      });
    });
  }

  async #tellApproved(tx: WriteTransaction, facts: VersionFacts): Promise<void> {
    await this.desk.tellDrafter(tx, facts, {
      kind: 'documents.approved',
      title: `Đã phê duyệt, chờ ban hành: ${facts.code} – ${facts.title}`,
      body: null,
    });
  }
}
