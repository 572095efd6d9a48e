import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  type Action,
  actionOf,
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  explained,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  PageQuery,
  ProblemCatalogue,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { assertDecidable, assertExecutable, Disposals } from '../../application/upkeep/disposals';
import { type DisposalRow, DisposalsRepository } from '../../persistence/upkeep/disposals.repository';
import {
  DisposableLine,
  DisposablePage,
  DisposalApproval,
  DisposalDetail,
  DisposalFields,
  DisposalLineView,
  DisposalPage,
  DisposalRefusal,
  ExecutionRequest,
} from './records.dto';

/** Danh mục hồ sơ hết thời hạn lưu: proposed, approved by another person, executed (DI-18). */
@ApiTags('records')
@Controller('disposals')
export class DisposalsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disposals: DisposalsRepository,
    private readonly disposing: Disposals,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Get()
  @RequirePermission('documents.read-records')
  @ApiOkResponse({ type: DisposalPage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<DisposalLineView>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.disposals.list(tx, { after, limit }), limit, {
        show: lineOf,
        key: (row) => [row.proposedKey, row.id],
      }),
    );
  }

  /** Records that may be put on a list today. */
  @Get('candidates')
  @RequirePermission('documents.read-records')
  @ApiOkResponse({ type: DisposablePage })
  candidates(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<DisposableLine>> {
    const limit = query.limit ?? 100;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.disposals.candidates(tx, { after, limit }), limit, {
        show: (row): DisposableLine => row,
        key: (row) => [row.disposeAfter, row.id],
      }),
    );
  }

  @Post()
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: DisposalDetail })
  async propose(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: DisposalFields,
    @CurrentLanguage() language: Language,
  ): Promise<DisposalDetail> {
    const { method, reason, recordIds } = body;
    const id = await this.disposing.propose(actor, idempotency, { method, reason, recordIds });
    return this.get(actor, id, language);
  }

  @Get(':id')
  @RequirePermission('documents.read-records')
  @ApiOkResponse({ type: DisposalDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<DisposalDetail> {
    return this.unitOfWork.read(actor, async (tx) => {
      const row = await this.disposals.get(tx, id);
      const { approverName, approverPosition, decidedAt, decisionReason } = row;
      const { executedOn, executedPlace, witnesses, rowVersion } = row;
      return {
        ...lineOf(row),
        approverName,
        approverPosition,
        decidedAt,
        decisionReason,
        executedOn,
        executedPlace,
        witnesses,
        rowVersion,
        lines: await this.disposals.lines(tx, id),
        actions: this.#actions(actor, row, language),
      };
    });
  }

  @Post(':id/approval')
  @RequirePermission('documents.approve-disposal')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisposalDetail })
  async approve(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { password }: DisposalApproval,
  ): Promise<DisposalDetail> {
    await this.disposing.approve(actor, idempotency, { id, password });
    return this.get(actor, id, 'vi');
  }

  @Post(':id/refusal')
  @RequirePermission('documents.approve-disposal')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisposalDetail })
  async decline(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { password, reason }: DisposalRefusal,
  ): Promise<DisposalDetail> {
    await this.disposing.decline(actor, idempotency, { id, password, reason });
    return this.get(actor, id, 'vi');
  }

  /** Enters when, where and before whom the records were destroyed or handed over. */
  @Post(':id/execution')
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DisposalDetail })
  async execute(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { executedOn, place, witnesses }: ExecutionRequest,
  ): Promise<DisposalDetail> {
    await this.disposing.execute(actor, idempotency, { id, executedOn, place, witnesses });
    return this.get(actor, id, 'vi');
  }

  #actions(actor: Actor, row: DisposalRow, language: Language): DisposalDetail['actions'] {
    const act = (permission: string, check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(permission)) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    const decide = act('documents.approve-disposal', () => {
      assertDecidable(row, actor);
    });
    return {
      approve: decide,
      decline: decide,
      execute: act('documents.keep-records', () => {
        assertExecutable(row);
      }),
    };
  }
}

function lineOf(row: DisposalRow): DisposalLineView {
  const { id, method, reason, state, records, proposedName, proposedAt } = row;
  return { id, method, reason, state, records, proposedName, proposedAt };
}
