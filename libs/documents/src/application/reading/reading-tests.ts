import { type Actor, Clock, uuidV7 } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { assertSound, type ReadingTest, type Result, resultOf } from '../../domain/reading/reading-test';
import { NotAReader, NoTest, ReadingEnded, TestTaken } from '../../domain/reading/refusals';
import { AcknowledgementsRepository } from '../../persistence/reading/acknowledgements.repository';
import { DistributedVersionsQuery } from '../../persistence/reading/distributed-versions.query';
import { ReadingTestsRepository } from '../../persistence/reading/reading-tests.repository';

/** Where a test lies and whom it is asked of. */
@Injectable()
export class TestDesk {
  constructor(
    readonly versions: DistributedVersionsQuery,
    readonly tests: ReadingTestsRepository,
    readonly asked: AcknowledgementsRepository,
    readonly clock: Clock,
  ) {}
}

@Injectable()
export class ReadingTests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TestDesk,
  ) {}

  /** The secretary sets the questions; once somebody has answered they stand. @throws TestUnsound, TestTaken, StaleRow */
  async set(actor: Actor, versionId: string, test: ReadingTest & { rowVersion: number }): Promise<void> {
    assertSound(test);
    await this.unitOfWork.write(actor, null, async (tx) => {
      const version = await this.desk.versions.get(tx, versionId);
      const before = await this.desk.tests.find(tx, versionId);
      if (before !== null && before.attempts > 0) throw new TestTaken();
      await this.desk.tests.keep(tx, versionId, test);
      tx.record({
        action: 'documents.reading-test-set',
        subjectType: 'document',
        subjectId: version.documentId,
        old: before && { versionId, questions: before.questions, passMark: before.passMark },
        new: { versionId, questions: test.questions, passMark: test.passMark },
      });
    });
  }

  /** Every attempt is kept, with its answers (R7). @throws NotAReader, ReadingEnded, NoTest */
  async take(
    actor: Actor,
    idempotency: Idempotency | null,
    { versionId, answers }: { versionId: string; answers: readonly number[] },
  ): Promise<Result> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const [asked] = await this.desk.asked.asked(tx, [versionId], [tx.actor.personId ?? '']);
      if (asked === undefined) throw new NotAReader();
      if (asked.state === 'cancelled') throw new ReadingEnded();
      const test = await this.desk.tests.find(tx, versionId);
      if (test === null) throw new NoTest();
      const result = resultOf(test, answers);
      const at = this.desk.clock.now();
      await this.desk.tests.addAttempt(tx, { id: uuidV7(at), versionId, answers, at, ...result });
      tx.record({
        action: 'documents.reading-test-taken',
        subjectType: 'document',
        subjectId: asked.documentId,
        new: { versionId, ...result },
      });
      return result;
    });
  }
}
