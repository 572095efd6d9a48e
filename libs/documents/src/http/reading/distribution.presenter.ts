import { type Actor, Clock, DomainError, todayIn } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { type Action, actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { assertReleasable, DistributionDesk } from '../../application/reading/edit-distribution';
import { READ_WORDING } from '../../domain/reading/duty';
import { DistributionFixed } from '../../domain/reading/refusals';
import { ReadersQuery } from '../../persistence/reading/readers.query';
import { type DistributionView, type OwnReadingView } from './distribution.dto';

class NotEntitledToDistribute extends DomainError {
  constructor() {
    super({ code: 'identity.forbidden', kind: 'forbidden' });
  }
}

const NOT_ASKED: OwnReadingView = {
  asked: false,
  duty: null,
  state: null,
  dueOn: null,
  closeReason: null,
  method: null,
  acknowledgedAt: null,
  wording: READ_WORDING,
  hasTest: false,
  testPassed: false,
};

/** The list of a version with how far reading is, and what the caller may do about it. */
@Injectable()
export class DistributionPresenter {
  constructor(
    private readonly desk: DistributionDesk,
    private readonly readers: ReadersQuery,
    private readonly catalogue: ProblemCatalogue,
    private readonly clock: Clock,
  ) {}

  async show(tx: ReadTransaction, versionId: string, language: Language): Promise<DistributionView> {
    const version = await this.desk.versions.get(tx, versionId);
    const list = await this.desk.lists.get(tx, version);
    const units = list.state === 'draft' ? [] : await this.readers.progress(tx, versionId);
    const sum = (of: (unit: (typeof units)[number]) => number): number =>
      units.reduce((total, unit) => total + of(unit), 0);
    const act = (check: () => void): Action => this.#action(tx.actor, language, check);
    return {
      versionId,
      ...list,
      total: sum(({ total }) => total),
      informed: sum(({ self, meeting }) => self + meeting),
      units,
      rendition: await this.desk.checks.find(tx, versionId),
      actions: {
        edit: act(() => {
          if (list.state !== 'draft') throw new DistributionFixed();
        }),
        release: act(() => {
          assertReleasable(version, {
            isDraft: list.state === 'draft',
            isEmpty: list.lines.length === 0,
            today: todayIn(this.clock.now()),
          });
        }),
      },
    };
  }

  /** @throws VersionNotFound */
  async assertSeen(tx: ReadTransaction, versionId: string): Promise<void> {
    await this.desk.versions.get(tx, versionId);
  }

  /** @throws VersionNotFound */
  async own(tx: ReadTransaction, versionId: string): Promise<OwnReadingView> {
    await this.assertSeen(tx, versionId);
    const own = await this.readers.own(tx, versionId);
    if (own === null) return NOT_ASKED;
    return { ...own, asked: true, wording: own.wording ?? READ_WORDING };
  }

  #action(actor: Actor, language: Language, check: () => void): Action {
    const allowed = (): void => {
      if (!actor.permissions.has('documents.distribute')) throw new NotEntitledToDistribute();
      check();
    };
    return explained(actionOf(allowed), this.catalogue, language);
  }
}
