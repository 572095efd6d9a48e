import { type Actor, Clock, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { addresseesOf, MOST_URGED, NothingOverdue, type UrgedLine } from '../domain/urging';
import { type OverdueFilter, OverdueQuery, type OverdueRow } from '../persistence/overdue.query';
import { UrgingsRepository } from '../persistence/urgings.repository';

const SUBJECT = 'đôn đốc hoàn thành các việc quá hạn của Hệ thống quản lý chất lượng';
const NO_UNIT = 'Các công chức được giao việc';

/** One click from an overdue list: the công văn with its annex, and a mark on each piece of work (OF-10). */
@Injectable()
export class MakeUrging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly overdue: OverdueQuery,
    private readonly urgings: UrgingsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NothingOverdue */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { subject, ...filter }: OverdueFilter & { subject: string | null },
  ): Promise<{ id: string; lines: number }> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const rows = (await this.overdue.list(tx, filter, { after: null, limit: MOST_URGED })).slice(
        0,
        MOST_URGED,
      );
      if (rows.length === 0) throw new NothingOverdue();
      const lines = rows.map(lineOf).sort((left, right) => left.unit.localeCompare(right.unit, 'vi'));
      const madeOn = todayIn(this.clock.now());
      const id = await this.urgings.add(tx, {
        madeOn,
        madeBy: tx.actor.personName,
        subject: subject ?? SUBJECT,
        addressees: addresseesOf(lines),
        lines,
      });
      await this.urgings.mark(
        tx,
        rows.map((row) => row.id),
        madeOn,
      );
      this.#record(tx, id, rows);
      return { id, lines: lines.length };
    });
  }

  /** One entry for the công văn, one in the history of each subject that it names. */
  #record(tx: WriteTransaction, id: string, rows: readonly OverdueRow[]): void {
    tx.record({
      action: 'work.urging-made',
      subjectType: 'urging',
      subjectId: id,
      new: { lines: rows.length },
    });
    const subjects = new Map(rows.map((row) => [`${row.subjectType} ${row.subjectId}`, row]));
    for (const { subjectType, subjectId, dueOn, daysLate } of subjects.values())
      tx.record({ action: 'work.urged', subjectType, subjectId, new: { urgingId: id, dueOn, daysLate } });
  }
}

function lineOf({ unitName, title, personName, dueOn, daysLate }: OverdueRow): UrgedLine {
  return { unit: unitName ?? NO_UNIT, title, person: personName ?? '', dueOn, daysLate };
}
