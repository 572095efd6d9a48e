import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RecordSuccession } from '../application/record-succession';
import { SuccessionsRepository } from '../persistence/successions.repository';
import { SuccessionLine, SuccessionLinePage, SuccessionRequest } from './succession.dto';

@ApiTags('organization')
@Controller('successions')
export class SuccessionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly successions: SuccessionsRepository,
    private readonly recording: RecordSuccession,
  ) {}

  /** Mergers, splits and renamings, the latest first. */
  @Get()
  @RequirePermission('organization.read')
  @ApiOkResponse({ type: SuccessionLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SuccessionLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 3);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.successions.list(tx, { after, limit }), limit, {
        show: (row): SuccessionLine => row,
        key: (row) => [row.happenedOn, row.predecessorId, row.successorId],
      }),
    );
  }

  @Post()
  @RequirePermission('organization.succeed')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  record(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: SuccessionRequest,
  ): Promise<void> {
    return this.recording.execute(actor, idempotency, body);
  }
}
