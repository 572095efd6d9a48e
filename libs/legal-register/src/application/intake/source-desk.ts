import { type Actor, Clock, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { sourceFrom, type SourceFields } from '../../domain/intake/source';
import { SourcesRepository } from '../../persistence/intake/sources.repository';

const SUBJECT = 'legal-source';

/** Who looks after sources adds them, changes them and has them looked at. */
@Injectable()
export class SourceDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SourcesRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the source @throws BadSource */
  add(actor: Actor, idempotency: Idempotency | null, typed: SourceFields): Promise<string> {
    const fields = sourceFrom(typed);
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      await this.sources.add(tx, id, fields, this.clock.now());
      tx.record({ action: 'legal-register.source-added', subjectType: SUBJECT, subjectId: id, new: fields });
      return id;
    });
  }

  /** @throws BadSource, SourceNotFound, StaleRow */
  async change(actor: Actor, id: string, typed: SourceFields & { rowVersion: number }): Promise<void> {
    const { rowVersion, ...asTyped } = typed;
    const fields = sourceFrom(asTyped);
    await this.unitOfWork.write(actor, null, async (tx) => {
      const { name, kind, address, isActive, everyMinutes } = await this.sources.get(tx, id);
      const old = { name, kind, address, isActive, everyMinutes };
      // What a source is does not change: what was remembered of a feed means nothing for a folder.
      const next = sourceFrom({ ...fields, kind });
      await this.sources.change(tx, id, { ...next, rowVersion, at: this.clock.now() });
      tx.record({
        action: 'legal-register.source-changed',
        subjectType: SUBJECT,
        subjectId: id,
        old,
        new: next,
      });
    });
  }

  /** Has it looked at now. @throws SourceNotFound */
  async check(actor: Actor, idempotency: Idempotency | null, id: string): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.sources.get(tx, id);
      await this.sources.wake(tx, id, this.clock.now());
    });
  }
}
