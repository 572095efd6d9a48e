import { type Actor, Clock, formatVi, type LocalDate, parseLocalDate, tidyLine, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { assertExtension } from '../domain/extension';
import { DeadlinePast } from '../domain/refusals';
import { ChangesRepository } from '../persistence/changes.repository';
import { DeadlineMovesRepository } from '../persistence/deadline-moves.repository';
import { AssessmentTasks } from './assessment-tasks';
import { ProposedDeadlines } from './proposed-deadlines';

export interface Extension {
  until: string;
  reason: string;
}

/** More time, with a reason: by the agency for its own, by the steward of a change for one agency (R13). */
@Injectable()
export class ExtendDeadlines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moves: DeadlineMovesRepository,
    private readonly tasks: AssessmentTasks,
    private readonly changes: ChangesRepository,
  ) {}

  /** @throws BadExtension, DeadlinePast */
  async own(
    actor: Actor,
    idempotency: Idempotency | null,
    { assessmentIds, ...extension }: Extension & { assessmentIds: readonly string[] },
  ): Promise<void> {
    const { until, reason } = read(extension);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { taskIds, moved } = await this.moves.extend(tx, assessmentIds, { until, reason });
      if (moved !== new Set(assessmentIds).size) throw new DeadlinePast();
      await this.tasks.settle(tx, taskIds, '');
      tx.record({
        action: 'legal-impact.deadline-extended',
        subjectType: 'assessment',
        subjectId: assessmentIds[0] ?? '',
        new: { assessments: assessmentIds, until },
        reason,
      });
    });
  }

  /** @throws ChangeNotFound, NotTheSteward, NotEntitledForField, BadExtension, DeadlinePast */
  async ofAgency(
    actor: Actor,
    idempotency: Idempotency | null,
    { changeId, agencyId, ...extension }: Extension & { changeId: string; agencyId: string },
  ): Promise<void> {
    const { until, reason } = read(extension);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const change = await this.changes.getForUpdate(tx, changeId);
      change.assertMayExtend(await this.changes.confirmer(tx));
      const moved = await this.changes.extend(tx, changeId, { agencyId, until, reason });
      if (moved === 0) throw new DeadlinePast();
      tx.record({
        action: 'legal-impact.deadline-extended',
        subjectType: 'legal-change',
        subjectId: changeId,
        new: { agencyId, until, moved },
        reason,
      });
    });
  }
}

/** What an agency does when its calendar changes. */
@Injectable()
export class FollowCalendar {
  constructor(
    private readonly moves: DeadlineMovesRepository,
    private readonly tasks: AssessmentTasks,
    private readonly deadlines: ProposedDeadlines,
    private readonly clock: Clock,
  ) {}

  /** Holidays or swapped days changed: what the rule gave is counted anew, and the task says so. */
  async execute(tx: WriteTransaction): Promise<void> {
    const today = todayIn(this.clock.now());
    for (const counted of await this.moves.counted(tx)) {
      const until = await this.deadlines.count(tx, counted.basis);
      if (until === counted.deadlineOn || until < today) continue;
      const reason = 'lịch nghỉ và ngày làm bù thay đổi';
      const taskIds = await this.moves.recount(tx, counted, { until, reason });
      await this.tasks.settle(tx, taskIds, '');
      tx.record({
        action: 'legal-impact.deadlines-recounted',
        subjectType: 'legal-change',
        subjectId: counted.changeId,
        old: { deadlineOn: counted.deadlineOn },
        new: { deadlineOn: until, tasks: taskIds },
        reason: `${reason}: ${formatVi(counted.deadlineOn)} → ${formatVi(until)}`,
      });
    }
  }
}

/** @throws DeadlinePast, BadExtension */
function read({ until, reason }: Extension): { until: LocalDate; reason: string } {
  const day = parseLocalDate(until);
  if (day === null) throw new DeadlinePast();
  const words = tidyLine(reason);
  assertExtension({ until: day, today: todayIn(new Date()), reason: words });
  return { until: day, reason: words };
}
