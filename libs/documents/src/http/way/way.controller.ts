import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { ApiIdempotent, CurrentActor, IdempotencyOf, IdParam, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { MoveVersion } from '../../application/way/move-version';
import {
  CheckRequest,
  DraftingConfirmationRequest,
  ReassignmentRequest,
  RecallRequest,
  VersionWayView,
} from './way.dto';
import { WayReader } from './way.reader';

@ApiTags('documents')
@Controller('versions')
export class WayController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: WayReader,
    private readonly moves: MoveVersion,
  ) {}

  /** The routes that this version may take, with the people who may stand at each stage and those proposed. */
  @Get(':id/way')
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: VersionWayView })
  way(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<VersionWayView> {
    return this.unitOfWork.read(actor, (tx) => this.reader.show(tx, id));
  }

  /** Kiểm tra ISO, kiểm tra thể thức: recorded, without a signature. */
  @Post(':id/check')
  @RequirePermission('documents.check')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  check(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { kind, contentHash, comment = null }: CheckRequest,
  ): Promise<void> {
    return this.moves.check(actor, idempotency, { versionId, kind, contentHash, comment });
  }

  /** Rút lại, while nobody has signed. */
  @Post(':id/recall')
  @RequirePermission('documents.submit')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  recall(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: RecallRequest,
  ): Promise<void> {
    return this.moves.recall(actor, idempotency, { versionId, reason });
  }

  /** Another person at a station that waits, with the reason. */
  @Post(':id/steps/:stepId/assignee')
  @RequirePermission('documents.reassign')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  reassign(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdParam('stepId') stepId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { personId, reason }: ReassignmentRequest,
  ): Promise<void> {
    return this.moves.reassign(actor, idempotency, { versionId, stepId, personId, reason });
  }

  /** The drafter confirms what was entered for them, or somebody marks that they did so on paper. */
  @Post(':id/drafting-confirmation')
  @RequirePermission('documents.draft')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  confirmDrafting(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { way, note = null }: DraftingConfirmationRequest,
  ): Promise<void> {
    return this.moves.confirmDrafting(actor, idempotency, { versionId, way, note });
  }
}
