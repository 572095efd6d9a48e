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
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ContinueDocuments } from '../../application/adoption/continue-documents';
import { ContinuationsQuery } from '../../persistence/adoption/continuations.query';
import { ContinuationRequest, PredecessorLine, PredecessorLinePage } from './continuation.dto';
import { Reception } from './offer.dto';

@ApiTags('documents')
@Controller('continuations')
export class ContinuationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly predecessors: ContinuationsQuery,
    private readonly continuing: ContinueDocuments,
  ) {}

  /** What predecessors left in force, with what continues it here. */
  @Get('candidates')
  @RequirePermission('documents.read-offers')
  @ApiOkResponse({ type: PredecessorLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<PredecessorLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 3);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.predecessors.list(tx, { after, limit }), limit, {
        show: ({ seriesKey: _, codeKey: __, ...line }): PredecessorLine => line,
        key: (row) => [row.seriesKey, row.codeKey, row.versionId],
      }),
    );
  }

  /** Tiếp tục áp dụng: the chosen documents wait for the agency's own decision. */
  @Post()
  @RequirePermission('documents.continue')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: Reception })
  async continue(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { versionIds, territory, limitedUntil }: ContinuationRequest,
  ): Promise<Reception> {
    const command = { versionIds, territory: territory ?? null, limitedUntil: limitedUntil ?? null };
    return { versionIds: await this.continuing.execute(actor, idempotency, command) };
  }
}
