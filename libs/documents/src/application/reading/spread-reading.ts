import { type LocalDate, todayIn } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { dutyOf } from '../../domain/reading/duty';
import {
  type DistributedVersion,
  DistributedVersionsQuery,
} from '../../persistence/reading/distributed-versions.query';
import { FixingRepository, type VersionToFix } from '../../persistence/reading/fixing.repository';
import { EndReading } from './end-reading';
import { ReadingDesk } from './reading-desk';

export interface IssuedByDecision {
  /** As the decision's list says: what is issued, and what is withdrawn. */
  lines: readonly { versionId: string; documentId: string; action: string }[];
  firstDay: LocalDate;
  /** When the decision was entered: reading is due from here, however old its date (OF-01). */
  enteredAt: Date;
}

/** Fixes the distribution lists of what was issued, and asks the people on them to read (DI-08, R7). */
@Injectable()
export class SpreadReading {
  constructor(
    private readonly versions: DistributedVersionsQuery,
    private readonly fixing: FixingRepository,
    private readonly ending: EndReading,
    private readonly desk: ReadingDesk,
  ) {}

  async issued(tx: WriteTransaction, { lines, firstDay, enteredAt }: IssuedByDecision): Promise<void> {
    const today = todayIn(enteredAt);
    const issued = lines.filter(({ action }) => action !== 'withdraw').map(({ versionId }) => versionId);
    await this.release(tx, await this.versions.all(tx, issued), today);
    // What ends on a coming day is used until then: the daily sweep ends it.
    if (firstDay > today) return;
    const documentsOf = (wanted: boolean): string[] =>
      lines.filter(({ action }) => (action === 'withdraw') === wanted).map(({ documentId }) => documentId);
    await this.ending.execute(tx, { documentIds: documentsOf(false), except: issued, reason: SUPERSEDED });
    await this.ending.execute(tx, { documentIds: documentsOf(true), except: [], reason: WITHDRAWN });
  }

  /** Fixes the lists of these versions and lays the reading on desks; what is fixed already stays as it is. */
  async release(
    tx: WriteTransaction,
    versions: readonly DistributedVersion[],
    from: LocalDate,
  ): Promise<void> {
    if (versions.length === 0) return;
    const toFix: VersionToFix[] = versions.map((version) => ({
      versionId: version.versionId,
      documentId: version.documentId,
      ownerAgencyId: version.ownerAgencyId,
      unitId: version.unitId,
      duty: dutyOf(version.changeClass, version.hasPredecessor),
    }));
    await this.fixing.propose(tx, toFix);
    await this.fixing.fix(tx, toFix, from);
    const readers = await this.fixing.resolve(
      tx,
      versions.map(({ versionId }) => versionId),
    );
    for (const version of versions) {
      const own = readers.filter(({ versionId }) => versionId === version.versionId);
      if (own.length > 0) await this.desk.ask(tx, version, own);
      tx.record({
        action: 'documents.distributed',
        subjectType: 'document',
        subjectId: version.documentId,
        new: { versionId: version.versionId, readers: own.length },
      });
    }
  }
}

export const SUPERSEDED = 'Phiên bản này đã được thay thế.';
export const WITHDRAWN = 'Tài liệu này đã bãi bỏ.';
