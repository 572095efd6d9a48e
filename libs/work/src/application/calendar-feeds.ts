import { createHash } from 'node:crypto';

import { type Actor, DomainError, systemActor, uuidV7 } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { agencyOfToken, hashOfToken, newCalendarToken } from './calendar-token';
import { icalendarOf } from '../domain/icalendar';
import { CalendarFeedsRepository } from '../persistence/calendar-feeds.repository';

/** The address is none of ours, was taken back, or its person has left. */
export class CalendarNotFound extends DomainError {
  constructor() {
    super({ code: 'work.calendar-not-found', kind: 'not-found' });
  }
}

/** Where the links of a calendar lead. */
export abstract class CalendarAddress {
  abstract readonly publicUrl: string;
}

/** A person's work with deadlines, as a calendar that other programs subscribe to. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: CalendarFeedsRepository,
    private readonly address: CalendarAddress,
  ) {}

  own(actor: Actor): Promise<{ createdAt: Date } | null> {
    return this.unitOfWork.read(actor, (tx) => this.feeds.own(tx));
  }

  /** A new address, told this once and kept nowhere; the one before it ends. */
  async renew(actor: Actor): Promise<string> {
    return this.unitOfWork.write(actor, null, async (tx) => {
      const token = newCalendarToken(actor.agencyId);
      await this.feeds.revoke(tx);
      await this.feeds.add(tx, hashOfToken(token));
      tx.record({ action: 'work.calendar-opened', subjectType: 'person', subjectId: actor.personId ?? '' });
      return `${this.address.publicUrl}/api/v1/calendars/${token}.ics`;
    });
  }

  async end(actor: Actor): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      if (await this.feeds.revoke(tx))
        tx.record({ action: 'work.calendar-ended', subjectType: 'person', subjectId: actor.personId ?? '' });
    });
  }

  /** @throws CalendarNotFound */
  async read(token: string): Promise<{ body: string; etag: string }> {
    const agencyId = agencyOfToken(token);
    if (agencyId === null) throw new CalendarNotFound();
    const found = await this.unitOfWork.read(systemActor(agencyId, uuidV7()), (tx) =>
      this.feeds.read(tx, hashOfToken(token)),
    );
    if (found === null) throw new CalendarNotFound();
    const name = `ISO điện tử – ${found.personName}`;
    const body = icalendarOf({ name, publicUrl: this.address.publicUrl }, found.entries);
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  }
}
