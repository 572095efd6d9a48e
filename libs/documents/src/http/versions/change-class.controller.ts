import { type Actor } from '@app/kernel';
import { type Idempotency } from '@app/platform/database';
import { ApiIdempotent, CurrentActor, IdempotencyOf, IdParam, RequirePermission } from '@app/platform/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';

import { ConfirmClass } from '../../application/versions/confirm-class';
import { ConfirmClassRequest } from './versions-extra.dto';

@ApiTags('documents')
@Controller('versions')
export class ChangeClassController {
  constructor(private readonly confirming: ConfirmClass) {}

  /** The approver confirms how much the version changes, or corrects it with a reason (R7). */
  @Post(':id/change-class')
  @RequirePermission('documents.approve')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  confirm(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { changeClass, reason }: ConfirmClassRequest,
  ): Promise<void> {
    return this.confirming.execute(actor, idempotency, { versionId, changeClass, reason: reason ?? null });
  }
}
