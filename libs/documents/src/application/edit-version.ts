import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type VersionFields } from '../domain/version-fields';
import { DraftsRepository } from '../persistence/drafts.repository';
import { VersionFactsQuery } from '../persistence/version-facts.query';
import { VersionsRepository } from '../persistence/versions.repository';
import { DraftRules } from './draft-rules';
import { officerOf } from './officer';
import { VersionDesk } from './version-desk';

export interface EditVersionCommand {
  versionId: string;
  /** The row version that the person has read. */
  rowVersion: number;
  changes: Partial<VersionFields>;
}

@Injectable()
export class EditedVersions {
  constructor(
    readonly versions: VersionsRepository,
    readonly drafts: DraftsRepository,
    readonly facts: VersionFactsQuery,
    readonly desk: VersionDesk,
  ) {}
}

@Injectable()
export class EditVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EditedVersions,
    private readonly rules: DraftRules,
  ) {}

  /** Changes fields of a draft by compare-and-set. @throws StaleRow, NotTheirDraft, CodeTaken, IllegalTransition */
  async execute(actor: Actor, { versionId, rowVersion, changes }: EditVersionCommand): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const { version } = await this.store.versions.getForUpdate(tx, versionId);
      version.assertEditable(officerOf(actor));
      const known = await this.store.facts.get(tx, versionId);
      const fields: VersionFields = { ...known, ...changes };
      const drafter = await this.rules.check(tx, {
        documentId: known.documentId,
        isSuccessor: version.snapshot.hasPredecessor,
        keepRepeatedCode: false,
        fields,
      });
      await this.store.drafts.changeVersion(tx, {
        id: versionId,
        rowVersion,
        fields,
        drafterName: drafter.fullName,
      });
      await this.store.drafts.followDraft(tx, known.documentId, fields);
      if (fields.drafterId !== known.drafterId) {
        await this.store.desk.drafterAnswered(tx, versionId, 'đổi người soạn thảo');
        if (fields.drafterId !== known.uploaderId)
          await this.store.desk.askDrafter(
            tx,
            { ...fields, versionId, documentId: known.documentId },
            actor.personName,
          );
      }
      tx.record({
        action: 'documents.version-edited',
        subjectType: 'document',
        subjectId: known.documentId,
        old: known,
        new: { versionId, ...changes },
      });
    });
  }
}
