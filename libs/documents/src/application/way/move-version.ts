import { PeopleFacade } from '@app/identity';
import { type Actor, Clock, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PersonLacksRole, PersonNotInAgency, SignedOtherContent } from '../../domain/refusals';
import { ENTITLED_ROLES } from '../../domain/way';
import { type VersionFacts } from '../../persistence/version-facts.query';
import { type LoadedVersion, VersionsRepository } from '../../persistence/versions.repository';
import { officerOf } from '../officer';
import { metadataHash } from '../seals/signature-seal';
import { VersionDesk } from '../version-desk';

/** What an act along the way needs beside the version itself. */
@Injectable()
export class WayHands {
  constructor(
    readonly desk: VersionDesk,
    readonly people: PeopleFacade,
    readonly clock: Clock,
    readonly ids: Ids,
  ) {}
}

interface Act {
  action: string;
  /** Why desks are cleared. */
  closing: string;
  reason: string | null;
  /** Does it, and says what the journal shall keep. */
  perform: (
    tx: WriteTransaction,
    loaded: LoadedVersion,
    facts: VersionFacts,
  ) => Promise<Record<string, unknown>> | Record<string, unknown>;
}

/** Acts along the way that carry no signature: the two checks, taking back, reassigning, confirming a draft. */
@Injectable()
export class MoveVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionsRepository,
    private readonly hands: WayHands,
  ) {}

  /** Kiểm tra ISO or thể thức: recorded with who and when. @throws NotTheirTurn, SignedOtherContent, IllegalTransition */
  async check(
    actor: Actor,
    idempotency: Idempotency | null,
    {
      versionId,
      kind,
      contentHash,
      comment,
    }: { versionId: string; kind: 'iso-check' | 'form-check'; contentHash: string; comment: string | null },
  ): Promise<void> {
    await this.#act(actor, idempotency, versionId, {
      action: 'documents.version-checked',
      closing: 'đã kiểm tra',
      reason: comment,
      perform: (_tx, { version, before, standsInFor }, facts) => {
        if (before.metadataHash !== null && before.metadataHash !== metadataHash(facts))
          throw new SignedOtherContent();
        const signature = { signerId: actor.personId ?? '', contentHash, signedAt: this.hands.clock.now() };
        version.check(officerOf(actor, standsInFor), kind, { signature, comment });
        return { kind, contentHash };
      },
    });
  }

  /** Rút lại. @throws AlreadySigned, NotTheirDraft, IllegalTransition */
  async recall(
    actor: Actor,
    idempotency: Idempotency | null,
    { versionId, reason }: { versionId: string; reason: string },
  ): Promise<void> {
    await this.#act(actor, idempotency, versionId, {
      action: 'documents.version-recalled',
      closing: 'đã rút lại',
      reason,
      perform: (_tx, { version }) => {
        version.recall(officerOf(actor), this.hands.clock.now());
        return {};
      },
    });
  }

  /** Another person at a station, with the reason (R18). @throws StepNotOpen, PersonNotInAgency, PersonLacksRole, SelfApproval */
  async reassign(
    actor: Actor,
    idempotency: Idempotency | null,
    {
      versionId,
      stepId,
      personId,
      reason,
    }: { versionId: string; stepId: string; personId: string; reason: string },
  ): Promise<void> {
    await this.#act(actor, idempotency, versionId, {
      action: 'documents.step-reassigned',
      closing: 'đã chuyển người xử lý',
      reason,
      perform: async (tx, { version }) => {
        const person = await this.hands.people.member(tx, personId);
        if (person === null) throw new PersonNotInAgency();
        const to = { stepId: this.hands.ids.next(), personId, name: person.fullName };
        const step = version.reassign(stepId, { to, reason, at: this.hands.clock.now() });
        if (!person.roles.some((role) => ENTITLED_ROLES[step.kind].includes(role)))
          throw new PersonLacksRole();
        return { kind: step.kind, from: step.assigneeName, to: person.fullName };
      },
    });
  }

  /** The drafter's word for what was entered in their name (OF-05). @throws NotTheDrafter, NotTheirDraft, IllegalTransition */
  async confirmDrafting(
    actor: Actor,
    idempotency: Idempotency | null,
    { versionId, way, note }: { versionId: string; way: 'app' | 'paper'; note: string | null },
  ): Promise<void> {
    await this.#act(actor, idempotency, versionId, {
      action: 'documents.drafting-confirmed',
      closing: 'đã xác nhận',
      reason: note,
      perform: async (tx, { version }, facts) => {
        version.confirmDrafting(officerOf(actor), way);
        await this.hands.desk.drafterAnswered(tx, versionId, 'đã xác nhận');
        await this.versions.noteDrafting(tx, versionId, { by: actor.personName, note });
        return { way, drafter: facts.drafterName };
      },
    });
  }

  async #act(
    actor: Actor,
    idempotency: Idempotency | null,
    versionId: string,
    { action, closing, reason, perform }: Act,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.versions.getForUpdate(tx, versionId);
      const facts = await this.hands.desk.factsOf(tx, versionId);
      const kept = await perform(tx, loaded, facts);
      await this.versions.save(tx, loaded);
      await this.hands.desk.move(tx, {
        before: loaded.before.steps,
        after: loaded.version.snapshot.steps,
        facts,
        reason: closing,
      });
      tx.record({
        action,
        subjectType: 'document',
        subjectId: facts.documentId,
        new: { versionId, ...kept },
        reason,
      });
    });
  }
}
