import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type SubmissionPeople } from '../domain/way';
import { VersionsRepository } from '../persistence/versions.repository';
import { officerOf } from './officer';
import { metadataHash } from './seals/signature-seal';
import { VersionDesk } from './version-desk';
import { PlanWay } from './way/plan-way';

export interface SubmitVersionCommand extends SubmissionPeople {
  versionId: string;
}

/** The people along the way of a version, and their desks. */
@Injectable()
export class WayOfVersion {
  constructor(
    readonly desk: VersionDesk,
    readonly plan: PlanWay,
  ) {}
}

@Injectable()
export class SubmitVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionsRepository,
    private readonly way: WayOfVersion,
    private readonly clock: Clock,
  ) {}

  /**
   * Trình: sends a draft along its route; from here on its metadata and its route are fixed. Whoever is not the drafter
   * sends it for them (trình thay, OF-08), and the record says so.
   * @throws NotTheirDraft, RenditionNotReady, SelfApproval, ChangeNoteMissing, DraftingNotConfirmed, PersonNotInAgency,
   * PersonLacksRole, RouteNotFound, WayIncomplete, IllegalTransition
   */
  async execute(actor: Actor, idempotency: Idempotency | null, command: SubmitVersionCommand): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.versions.getForUpdate(tx, command.versionId);
      const facts = await this.way.desk.factsOf(tx, command.versionId);
      const { routeName, stages } = await this.way.plan.staged(tx, facts, command);
      loaded.version.submit(officerOf(actor), {
        stages,
        at: this.clock.now(),
        metadataHash: metadataHash(facts),
      });
      await this.versions.save(tx, loaded);
      await this.way.desk.clear(tx, command.versionId, 'đã trình');
      await this.way.desk.move(tx, {
        before: loaded.before.steps,
        after: loaded.version.snapshot.steps,
        facts,
        reason: 'đã trình',
      });
      const isForAnother = actor.personId !== facts.drafterId;
      tx.record({
        action: 'documents.version-submitted',
        subjectType: 'document',
        subjectId: facts.documentId,
        new: {
          versionId: command.versionId,
          route: routeName,
          way: stages.map(({ name, people }) => ({
            stage: name,
            people: people.map((person) => person.name),
          })),
          ...(isForAnother ? { submittedFor: facts.drafterName } : {}),
        },
      });
    });
  }
}
