import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { AcknowledgeReading } from '../../application/reading/acknowledge-reading';
import { ReadingTests } from '../../application/reading/reading-tests';
import { READ_WORDING } from '../../domain/reading/duty';
import { NoTest } from '../../domain/reading/refusals';
import { ReadersQuery } from '../../persistence/reading/readers.query';
import { ReadingTestsRepository } from '../../persistence/reading/reading-tests.repository';
import {
  AcknowledgementsRequest,
  AnswersRequest,
  AttemptResult,
  ReadingTestRequest,
  ReadingTestView,
  ToReadLine,
  ToReadLinePage,
} from './distribution.dto';

@ApiTags('documents')
@Controller()
export class ReadingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readers: ReadersQuery,
    private readonly acknowledge: AcknowledgeReading,
  ) {}

  /** What the caller still has to read, the nearest deadline first. */
  @Get('readings')
  @RequirePermission('documents.acknowledge')
  @ApiOkResponse({ type: ToReadLinePage })
  toRead(@CurrentActor() actor: Actor, @Query() { after, limit = 50 }: PageQuery): Promise<Page<ToReadLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.readers.toRead(tx, cursor && [String(cursor[0]), String(cursor[1])], limit), limit, {
        show: (row) => ({ ...row, wording: READ_WORDING }),
        key: ({ dueOn, versionId }) => [dueOn, versionId],
      }),
    );
  }

  /** "Đã đọc và nắm nội dung", of one version or several at once; all or none. */
  @Post('acknowledgements')
  @RequirePermission('documents.acknowledge')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  confirm(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { versionIds }: AcknowledgementsRequest,
  ): Promise<void> {
    return this.acknowledge.execute(actor, idempotency, versionIds);
  }
}

@ApiTags('documents')
@Controller('versions/:id')
export class ReadingTestController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tests: ReadingTests,
    private readonly kept: ReadingTestsRepository,
  ) {}

  /** The questions; the right answers are shown only to whoever distributes. */
  @Get('test')
  @RequirePermission('documents.acknowledge')
  @ApiOkResponse({ type: ReadingTestView })
  async test(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ReadingTestView> {
    const test = await this.unitOfWork.read(actor, (tx) => this.kept.find(tx, id));
    if (test === null) throw new NoTest();
    if (actor.permissions.has('documents.distribute')) return test;
    return { ...test, questions: test.questions.map(({ text, options }) => ({ text, options })) };
  }

  /** Sets the short test of a major change; If-Match 0 makes it. */
  @Put('test')
  @RequirePermission('documents.distribute')
  @ApiOkResponse({ type: ReadingTestView })
  async setTest(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() { questions, passMark }: ReadingTestRequest,
  ): Promise<ReadingTestView> {
    await this.tests.set(actor, id, { questions, passMark, rowVersion });
    return this.test(actor, id);
  }

  @Post('test-attempts')
  @RequirePermission('documents.acknowledge')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: AttemptResult })
  attempt(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { answers }: AnswersRequest,
  ): Promise<AttemptResult> {
    return this.tests.take(actor, idempotency, { versionId, answers: answers.map(({ option }) => option) });
  }
}
