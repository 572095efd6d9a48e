import { PeopleFacade } from '@app/identity';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { FixingRepository } from '../../persistence/reading/fixing.repository';
import { FollowingQuery } from '../../persistence/reading/following.query';
import { EndReading } from './end-reading';
import { ReadingDesk } from './reading-desk';
import { SUPERSEDED, WITHDRAWN } from './spread-reading';

const LEFT = 'Không còn thuộc nơi nhận.';

/** Overdue reading is told to those who answer for it (DI-09). */
@Injectable()
export class ReadingEscalation {
  constructor(
    private readonly following: FollowingQuery,
    private readonly people: PeopleFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** Once a week per version: the unit's focal person hears of the own unit, the secretary of all. */
  async execute(tx: WriteTransaction): Promise<void> {
    const late = await this.following.overdue(tx);
    if (late.length === 0) return;
    const secretaries = await this.people.withRole(tx, 'secretary');
    const focals = await this.people.withRole(tx, 'unit-focal');
    for (const { versionId, documentId, code, title, week, units, count } of late) {
      const recipients = [
        ...secretaries,
        ...focals.filter(({ unitId }) => unitId !== null && units.includes(unitId)),
      ];
      await this.notifications.notify(tx, {
        recipients: recipients.map(({ personId }) => personId),
        kind: 'documents.reading-overdue',
        subjectType: 'document-reading',
        subjectId: versionId,
        title: `${String(count)} người quá hạn đọc: ${code} – ${title}`,
        link: `/documents/${documentId}?version=${versionId}&tab=distribution`,
        occasion: `overdue-${week}`,
      });
    }
  }
}

@Injectable()
export class FollowReaders {
  constructor(
    private readonly following: FollowingQuery,
    private readonly fixing: FixingRepository,
    private readonly ending: EndReading,
    private readonly desk: ReadingDesk,
  ) {}

  /** Compares fixed lists with the people of today: ends what is over, lets go who left, asks who came (DI-08, R4). */
  async execute(tx: WriteTransaction): Promise<{ asked: number; letGo: number }> {
    for (const { documentId, withdrawn, goesOn } of await this.following.over(tx)) {
      const reason = withdrawn ? WITHDRAWN : SUPERSEDED;
      await this.ending.execute(tx, { documentIds: [documentId], except: goesOn, reason });
    }
    const standing = await this.following.standing(tx);
    const versionIds = standing.map(({ versionId }) => versionId);
    if (versionIds.length === 0) return { asked: 0, letGo: 0 };
    const gone = await this.fixing.leavers(tx, versionIds, LEFT);
    for (const { versionId, personId } of gone) await this.desk.done(tx, versionId, personId ?? '', LEFT);
    const come = await this.fixing.newcomers(tx, versionIds);
    for (const version of standing) {
      const own = come.filter(({ versionId }) => versionId === version.versionId);
      if (own.length > 0) await this.desk.ask(tx, version, own);
    }
    await this.following.followed(tx, versionIds);
    if (come.length + gone.length > 0) {
      tx.record({
        action: 'documents.readers-followed',
        subjectType: 'agency',
        subjectId: tx.actor.agencyId,
        new: { asked: come, letGo: gone },
      });
    }
    return { asked: come.length, letGo: gone.length };
  }
}
