import { type Actor, Clock, Ids } from '@app/kernel';
import { PeopleFacade, type PersonLine } from '@app/identity';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PersonLacksRole, PersonNotInAgency } from '../domain/refusals';
import { VersionsRepository } from '../persistence/versions.repository';
import { officerOf } from './officer';
import { metadataHash, VersionDesk } from './version-desk';

export interface SubmitVersionCommand {
  versionId: string;
  reviewerId: string;
  approverId: string;
}

/** The people along the way of a version, and their desks. */
@Injectable()
export class WayOfVersion {
  constructor(
    readonly desk: VersionDesk,
    readonly ids: Ids,
    private readonly people: PeopleFacade,
  ) {}

  /** @throws PersonNotInAgency, PersonLacksRole */
  async entitled(tx: ReadTransaction, personId: string, roles: readonly string[]): Promise<PersonLine> {
    const person = await this.people.member(tx, personId);
    if (person === null) throw new PersonNotInAgency();
    if (!person.roles.some((role) => roles.includes(role))) throw new PersonLacksRole();
    return person;
  }
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
   * Trình: sends a draft to its reviewer and approver; from here on its metadata are fixed.
   * @throws NotTheirDraft, RenditionNotReady, SelfApproval, ChangeNoteMissing, PersonNotInAgency, PersonLacksRole, IllegalTransition
   */
  async execute(actor: Actor, idempotency: Idempotency | null, command: SubmitVersionCommand): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.versions.getForUpdate(tx, command.versionId);
      const facts = await this.way.desk.factsOf(tx, command.versionId);
      const reviewer = await this.way.entitled(tx, command.reviewerId, ['reviewer', 'approver', 'head']);
      const approver = await this.way.entitled(tx, command.approverId, ['approver', 'head']);
      loaded.version.submit(officerOf(actor), {
        reviewer: { stepId: this.way.ids.next(), personId: reviewer.personId, name: reviewer.fullName },
        approver: { stepId: this.way.ids.next(), personId: approver.personId, name: approver.fullName },
        at: this.clock.now(),
        metadataHash: metadataHash(facts),
      });
      await this.versions.save(tx, loaded);
      await this.way.desk.clear(tx, command.versionId, 'đã trình lại');
      const step = loaded.version.currentStep;
      if (step !== null) await this.way.desk.lay(tx, step, facts);
      tx.record({
        action: 'documents.version-submitted',
        subjectType: 'document',
        subjectId: facts.documentId,
        new: { versionId: command.versionId, reviewer: reviewer.fullName, approver: approver.fullName },
      });
    });
  }
}
