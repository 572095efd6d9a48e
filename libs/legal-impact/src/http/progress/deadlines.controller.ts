import { type Actor, parseLocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { ApiIdempotent, CurrentActor, IdempotencyOf, IdParam, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { KeepDeadlineRules } from '../../application/keep-deadline-rules';
import { ExtendDeadlines } from '../../application/move-deadlines';
import { ProposedDeadlines } from '../../application/proposed-deadlines';
import { DeadlineRulesRepository } from '../../persistence/deadline-rules.repository';
import { DeadlinePreview, DeadlineRuleFields, DeadlineRules, PreviewedDeadline } from './deadlines.dto';
import { AgencyExtensionRequest, ExtensionRequest } from './progress.dto';

/** How long a revision may take, by whose decision. */
@ApiTags('legal-impact')
@Controller('deadline-rules')
export class DeadlineRulesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: DeadlineRulesRepository,
    private readonly keeping: KeepDeadlineRules,
    private readonly deadlines: ProposedDeadlines,
  ) {}

  /** The nearest steward's latest rule counts. */
  @Get()
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: DeadlineRules })
  list(@CurrentActor() actor: Actor): Promise<DeadlineRules> {
    return this.unitOfWork.read(actor, async (tx) => ({ items: await this.rules.list(tx) }));
  }

  @Post()
  @RequirePermission('legal-impact.confirm')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DeadlineRules })
  async set(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: DeadlineRuleFields,
  ): Promise<DeadlineRules> {
    await this.keeping.set(actor, idempotency, { ...fields });
    return this.list(actor);
  }

  /** The day that a rule would give to a change confirmed today. */
  @Post('preview')
  @RequirePermission('legal-impact.read')
  @HttpCode(200)
  @ApiOkResponse({ type: PreviewedDeadline })
  preview(
    @CurrentActor() actor: Actor,
    @Body() { commencesOn, ...rule }: DeadlinePreview,
  ): Promise<PreviewedDeadline> {
    const day = commencesOn == null ? null : parseLocalDate(commencesOn);
    return this.unitOfWork.read(actor, async (tx) => ({
      deadlineOn: await this.deadlines.preview(tx, rule, day),
    }));
  }
}

/** More time, with a reason; the first deadline stays beside it (R13). */
@ApiTags('legal-impact')
@Controller()
export class ExtensionsController {
  constructor(private readonly extending: ExtendDeadlines) {}

  @Post('assessments/extensions')
  @RequirePermission('legal-impact.extend')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async own(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() request: ExtensionRequest,
  ): Promise<void> {
    await this.extending.own(actor, idempotency, request);
  }

  /** By the steward of the change, for one agency. */
  @Post('legal-changes/:id/extensions')
  @RequirePermission('legal-impact.confirm')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async ofAgency(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') changeId: string,
    @Body() request: AgencyExtensionRequest,
  ): Promise<void> {
    await this.extending.ofAgency(actor, idempotency, { changeId, ...request });
  }
}
