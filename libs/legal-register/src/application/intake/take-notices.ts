import { Clock } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type IntakeOrigin } from '../../domain/intake/intake';
import { judge, type NoticeVerdict } from '../../domain/intake/notice';
import { IntakesRepository } from '../../persistence/intake/intakes.repository';
import { NoticesRepository } from '../../persistence/intake/notices.repository';
import { IntakeShelf } from './intake-shelf';
import { type ReadyNotice } from './ready-notices';

interface Taking {
  sourceId: string;
  origin: IntakeOrigin;
  at: Date;
  twins: Map<string, string>;
}

/** Makes proposals of what a source says today, each text once. */
@Injectable()
export class TakeNotices {
  constructor(
    private readonly shelf: IntakeShelf,
    private readonly intakes: IntakesRepository,
    private readonly notices: NoticesRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns how many proposals are new */
  async execute(
    tx: WriteTransaction,
    notices: readonly ReadyNotice[],
    { sourceId, origin }: { sourceId: string; origin: IntakeOrigin },
  ): Promise<number> {
    const seen = await this.notices.seen(
      tx,
      sourceId,
      notices.map(({ key }) => key),
    );
    const identities = notices.flatMap(({ identityKey }) => identityKey ?? []);
    const taking = {
      sourceId,
      origin,
      at: this.clock.now(),
      twins: await this.notices.twins(tx, identities),
    };
    let proposed = 0;
    for (const notice of notices) {
      const known = seen.get(notice.key) ?? null;
      const hasTwin = notice.identityKey !== null && taking.twins.has(notice.identityKey);
      const verdict = judge(notice, { seen: known, hasTwin });
      await this.#follow(tx, verdict, { notice, taking, intakeId: known?.intake?.id ?? null });
      proposed += verdict === 'propose' ? 1 : 0;
    }
    return proposed;
  }

  async #follow(
    tx: WriteTransaction,
    verdict: NoticeVerdict,
    { notice, taking, intakeId }: { notice: ReadyNotice; taking: Taking; intakeId: string | null },
  ): Promise<void> {
    const { sourceId, at } = taking;
    const change = { sourceId, key: notice.key, contentHash: notice.contentHash, at };
    switch (verdict) {
      case 'none':
        return;
      case 'propose':
      case 'join':
      case 'remember':
        return this.notices.remember(tx, {
          ...change,
          intakeId: await this.#intakeOf(tx, verdict, { notice, taking }),
          isWithdrawn: verdict === 'remember',
        });
      case 'withdraw':
        tx.record({
          action: 'legal-register.notice-withdrawn',
          subjectType: 'legal-intake',
          subjectId: intakeId ?? sourceId,
          new: { key: notice.key },
        });
        return this.notices.withdraw(tx, change, intakeId);
      case 'read-again':
      case 'tell':
        await this.notices.renew(tx, change);
        return this.shelf.renew(tx, intakeId ?? '', { ...notice, isOpen: verdict === 'read-again', at });
    }
  }

  async #intakeOf(
    tx: WriteTransaction,
    verdict: 'propose' | 'join' | 'remember',
    { notice, taking }: { notice: ReadyNotice; taking: Taking },
  ): Promise<string | null> {
    if (verdict === 'remember') return null;
    if (verdict === 'propose') return this.#propose(tx, notice, taking);
    return taking.twins.get(notice.identityKey ?? '') ?? null;
  }

  async #propose(tx: WriteTransaction, notice: ReadyNotice, { origin, twins }: Taking): Promise<string> {
    const { title, link, publishedOn, identityKey, file } = notice;
    const content = file === null ? notice.text : null;
    const id = await this.shelf.put(tx, { origin, title, link, publishedOn, content, file });
    if (identityKey !== null) {
      await this.intakes.identify(tx, id, identityKey);
      twins.set(identityKey, id);
    }
    return id;
  }
}
