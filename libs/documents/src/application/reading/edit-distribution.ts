import { type Actor, Clock, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DistributionEmpty, DistributionFixed, NothingToDistribute } from '../../domain/reading/refusals';
import {
  type DistributedVersion,
  DistributedVersionsQuery,
} from '../../persistence/reading/distributed-versions.query';
import {
  type DistributionLine,
  DistributionsRepository,
} from '../../persistence/reading/distributions.repository';
import { RenditionChecksRepository } from '../../persistence/reading/rendition-checks.repository';
import { SpreadReading } from './spread-reading';

export interface EditDistributionCommand {
  versionId: string;
  rowVersion: number;
  dueDays: number;
  lines: readonly DistributionLine[];
}

/** The lists and the versions they are of. */
@Injectable()
export class DistributionDesk {
  constructor(
    readonly versions: DistributedVersionsQuery,
    readonly lists: DistributionsRepository,
    readonly checks: RenditionChecksRepository,
  ) {}
}

@Injectable()
export class EditDistribution {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DistributionDesk,
    private readonly spread: SpreadReading,
    private readonly clock: Clock,
  ) {}

  /** The secretary sets the list before the version is issued (DI-08). @throws VersionNotFound, DistributionFixed, StaleRow, RecipientUnknown */
  async execute(
    actor: Actor,
    { versionId, rowVersion, dueDays, lines }: EditDistributionCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const version = await this.desk.versions.get(tx, versionId);
      const before = await this.desk.lists.get(tx, version);
      await this.desk.lists.keep(tx, version, { lines, dueDays, rowVersion });
      tx.record({
        action: 'documents.distribution-edited',
        subjectType: 'document',
        subjectId: version.documentId,
        old: { versionId, lines: before.lines, dueDays: before.dueDays },
        new: { versionId, lines, dueDays },
      });
    });
  }

  /**
   * Distributes what is in force already and was never distributed here: documents that came in by "đang hiệu lực theo
   * quyết định đã có" (OF-04) ask nobody to read until somebody wants it.
   * @throws VersionNotFound, NothingToDistribute, DistributionFixed, DistributionEmpty
   */
  async release(actor: Actor, idempotency: Idempotency | null, versionId: string): Promise<void> {
    const today = todayIn(this.clock.now());
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const version = await this.desk.versions.get(tx, versionId);
      const list = await this.desk.lists.get(tx, version);
      assertReleasable(version, { isDraft: list.state === 'draft', isEmpty: list.lines.length === 0, today });
      await this.spread.release(tx, [version], today);
    });
  }
}

/** What the button asks as well. @throws NothingToDistribute, DistributionFixed, DistributionEmpty */
export function assertReleasable(
  { state, endsOn }: Pick<DistributedVersion, 'state' | 'endsOn'>,
  { isDraft, isEmpty, today }: { isDraft: boolean; isEmpty: boolean; today: string },
): void {
  if (!isDraft) throw new DistributionFixed();
  if (state !== 'issued' || (endsOn !== null && endsOn <= today)) throw new NothingToDistribute();
  if (isEmpty) throw new DistributionEmpty();
}
