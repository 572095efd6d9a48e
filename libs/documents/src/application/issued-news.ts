import { Clock, formatVi, type LocalDate } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type DecisionLine } from '../persistence/decisions.repository';
import { SpreadReading } from './reading/spread-reading';

interface News {
  decisionId: string;
  number: string;
  firstDay: LocalDate;
  /** Reading is due from here, however late the decision is entered (OF-01). */
  enteredAt: Date;
  lines: readonly DecisionLine[];
}

/** Tells those who made the versions that they are issued, and takes the decision off the desks. */
@Injectable()
export class IssuedNews {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly clock: Clock,
    private readonly reading: SpreadReading,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async spread(tx: WriteTransaction, { decisionId, number, firstDay, lines }: News): Promise<void> {
    await this.work.close(tx, {
      subjectType: 'issuing-decision',
      subjectId: decisionId,
      reason: 'đã vào số',
    });
    const people = await tx.query<{ personId: string }>(
      `select distinct person as "personId" from documents.version v
         cross join lateral unnest(array[v.drafter_id, v.uploader_id]) as person
        where v.agency_id = $1 and v.id = any ($2::uuid[])`,
      [tx.actor.agencyId, lines.map(({ versionId }) => versionId)],
    );
    await this.notifications.notify(tx, {
      recipients: people.map(({ personId }) => personId),
      kind: 'documents.issued',
      subjectType: 'issuing-decision',
      subjectId: decisionId,
      title: `Quyết định số ${number}: ${String(lines.length)} tài liệu có hiệu lực từ ${formatVi(firstDay)}`,
      link: `/decisions/${decisionId}`,
      occasion: 'registered',
    });
    await this.reading.issued(tx, { lines, firstDay, enteredAt: this.clock.now() });
  }
}
