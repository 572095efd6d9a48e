import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ConfirmChange } from '../application/confirm-change';
import { WithdrawChange } from '../application/withdraw-change';
import { ChangesQuery } from '../persistence/changes.query';
import { changeLine, ChangeReader } from './change.reader';
import {
  ChangeDetail,
  ChangeLine,
  ChangeLinePage,
  ConfirmationRequest,
  WithdrawalRequest,
} from './legal-change.dto';
import { instantPosition } from './position';

const DEFAULT_LIMIT = 50;

@ApiTags('legal-impact')
@Controller('legal-changes')
export class LegalChangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangesQuery,
    private readonly reader: ChangeReader,
    private readonly confirmChange: ConfirmChange,
    private readonly withdrawChange: WithdrawChange,
  ) {}

  /** Changes that concern the caller's agency, the latest first. */
  @Get()
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: ChangeLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<ChangeLine>> {
    const position = instantPosition(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, (tx) => this.changes.list(tx, { after: position, limit }));
    return pageOf(rows, limit, {
      show: changeLine,
      key: ({ recordedAt, id }) => [recordedAt.toISOString(), id],
    });
  }

  @Get(':id')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: ChangeDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.detail(tx, id, language));
  }

  /** Confirms the change and opens the assessments it asks for; again it changes nothing. */
  @Post(':id/confirmation')
  @RequirePermission('legal-impact.confirm')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChangeDetail })
  async confirm(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') changeId: string,
    @Body() { deadlineOn = null }: ConfirmationRequest,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeDetail> {
    await this.confirmChange.execute(actor, idempotency, { changeId, deadlineOn });
    return this.get(actor, changeId, language);
  }

  /** Takes the change back with one line of explanation; its open tasks end in every agency. */
  @Post(':id/withdrawal')
  @RequirePermission('legal-impact.confirm')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChangeDetail })
  async withdraw(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') changeId: string,
    @Body() { reason }: WithdrawalRequest,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeDetail> {
    await this.withdrawChange.execute(actor, idempotency, { changeId, reason });
    return this.get(actor, changeId, language);
  }
}
