import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { EditVersion } from '../application/edit-version';
import { type VersionFields } from '../domain/version-fields';
import { EditVersionRequest, ReturnRequest, VersionDetail } from './version.dto';
import { VersionReader } from './version.reader';
import { VersionWay } from './version-way';
import { ApproveRequest, SignRequest, SubmissionRequest } from './way/way.dto';

@ApiTags('documents')
@Controller('versions')
export class VersionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: VersionReader,
    private readonly editVersion: EditVersion,
    private readonly way: VersionWay,
  ) {}

  @Get(':id')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: VersionDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<VersionDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.version(tx, id, language));
  }

  /** Changes fields of a draft; If-Match names the row version that was read. */
  @Patch(':id')
  @RequirePermission('documents.draft')
  @ApiOkResponse({ type: VersionDetail })
  async edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IfMatch() rowVersion: number,
    @Body() body: EditVersionRequest,
    @CurrentLanguage() language: Language,
  ): Promise<VersionDetail> {
    await this.editVersion.execute(actor, { versionId, rowVersion, changes: given(body) });
    return this.get(actor, versionId, language);
  }

  /** Trình: along its route, to the people chosen for each stage. */
  @Post(':id/submission')
  @RequirePermission('documents.submit')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  submit(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: SubmissionRequest,
  ): Promise<void> {
    return this.way.submit.execute(actor, idempotency, { versionId, ...body });
  }

  @Post(':id/review')
  @RequirePermission('documents.review')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  review(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { comment = null, ...signing }: SignRequest,
  ): Promise<void> {
    return this.way.decide.review(actor, idempotency, {
      versionId,
      comment,
      ...signing,
    });
  }

  @Post(':id/approval')
  @RequirePermission('documents.approve')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  approve(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { comment = null, changeClass, classReason = null, ...signing }: ApproveRequest,
  ): Promise<void> {
    return this.way.decide.approve(actor, idempotency, {
      versionId,
      comment,
      ...signing,
      classWord: changeClass ? { changeClass, reason: classReason } : null,
    });
  }

  /** Trả lại, with the reason. */
  @Post(':id/return')
  @RequirePermission('documents.return')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  return(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: ReturnRequest,
  ): Promise<void> {
    return this.way.giveBack.execute(actor, idempotency, { versionId, reason });
  }
}

/** Only what the request names; null stands for "none" where a field may be empty. */
function given(body: EditVersionRequest): Partial<VersionFields> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
