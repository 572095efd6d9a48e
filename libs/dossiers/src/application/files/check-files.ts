import { createHash } from 'node:crypto';

import { PeopleFacade } from '@app/identity';
import { type Actor, Clock, DomainError } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import {
  FileChecksRepository,
  type FileFound,
  type FileToCheck,
} from '../../persistence/files/file-checks.repository';

const EVERY_DAYS = 30;
const AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** Reads files of one agency again. */
@Injectable()
export class FileReading {
  constructor(private readonly files: FileStore) {}

  /** A damaged file is a finding; a store that does not answer is not, it is asked again later. */
  async lookAt({ agencyId }: Actor, { area, sha256 }: FileToCheck): Promise<FileFound> {
    try {
      const hash = createHash('sha256');
      for await (const piece of await this.files.open({ area, agencyId, sha256 }))
        hash.update(piece as Buffer);
      return { area, sha256, problem: hash.digest('hex') === sha256 ? null : 'storage.corrupt' };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'storage.unavailable') throw error;
      return { area, sha256, problem: error.code };
    }
  }
}

/** Tells the agency of damaged files: in the journal, and to the people who must act. */
@Injectable()
export class DamageAlarm {
  constructor(
    private readonly people: PeopleFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  async ring(tx: WriteTransaction, damaged: readonly FileFound[]): Promise<void> {
    if (damaged.length === 0) return;
    const { agencyId } = tx.actor;
    tx.record({
      action: 'dossiers.files-damaged',
      subjectType: 'agency',
      subjectId: agencyId,
      new: { files: damaged },
    });
    const admins = await this.people.withRole(tx, 'agency-admin');
    const secretaries = await this.people.withRole(tx, 'secretary');
    await this.notifications.notify(tx, {
      recipients: [...admins, ...secretaries].map(({ personId }) => personId),
      kind: 'files-damaged',
      subjectType: 'agency',
      subjectId: agencyId,
      title: `${String(damaged.length)} tệp trong kho bị mất hoặc không còn nguyên vẹn`,
      body: `Báo người vận hành phục hồi từ bản sao lưu. Băm: ${damaged
        .slice(0, 5)
        .map(({ sha256 }) => sha256)
        .join(', ')}`,
      link: '/document-health',
      urgent: true,
    });
  }
}

@Injectable()
export class FileAlarm {
  constructor(
    readonly clock: Clock,
    readonly damage: DamageAlarm,
  ) {}
}

@Injectable()
export class CheckFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: FileChecksRepository,
    private readonly reading: FileReading,
    private readonly alarm: FileAlarm,
  ) {}

  /** RI-03: each file that a row promises is still there and still itself. @returns how many were looked at */
  async execute(actor: Actor): Promise<number> {
    const due = await this.unitOfWork.read(actor, (tx) =>
      this.checks.due(tx, { days: EVERY_DAYS, limit: AT_ONCE }),
    );
    const found: FileFound[] = [];
    for (const file of due) found.push(await this.reading.lookAt(actor, file));
    const at = this.alarm.clock.now();
    await this.unitOfWork.write(actor, null, async (tx) => {
      const damaged = await this.checks.keep(tx, found, at);
      const pause = due.length < AT_ONCE ? DAY_MS : 0;
      await this.checks.nextRound(tx, new Date(at.getTime() + pause));
      await this.alarm.damage.ring(tx, damaged);
    });
    return due.length;
  }
}
