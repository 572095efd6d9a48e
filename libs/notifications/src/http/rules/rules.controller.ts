import { type Actor } from '@app/kernel';
import { nextWorkingDay, OrganizationFacade } from '@app/organization';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { ApiIdempotent, CurrentActor, IdempotencyOf, RequirePermission } from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RulesInForce, type RuleOfKind } from '../../application/rules/rules-in-force';
import { SetRule } from '../../application/rules/set-rule';
import { checkedRule } from '../../domain/rules/reminder-rule';
import { previewOf } from '../../domain/rules/rule-preview';
import {
  ReminderRuleLine,
  ReminderRuleRequest,
  ReminderRuleReturn,
  RulePreviewLine,
  RulePreviewRequest,
} from './rules.dto';

@ApiTags('notifications')
@Controller('reminder-rules')
export class RulesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inForce: RulesInForce,
    private readonly setting: SetRule,
    private readonly organization: OrganizationFacade,
  ) {}

  /** The rule that holds for each kind of obligation, and whose it is. */
  @Get()
  @RequirePermission('notifications.read-rules')
  @ApiOkResponse({ type: ReminderRuleLine, isArray: true })
  async list(@CurrentActor() actor: Actor): Promise<ReminderRuleLine[]> {
    const rules = await this.unitOfWork.read(actor, (tx) => this.inForce.all(tx));
    return rules.map(lineOf);
  }

  /** A new version of the own rule; what runs already keeps the one it began with. */
  @Put()
  @RequirePermission('notifications.set-rules')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async set(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: ReminderRuleRequest,
  ): Promise<void> {
    await this.setting.execute(actor, idempotency, body);
  }

  /** Back to the rule of the level above. */
  @Post('return')
  @RequirePermission('notifications.set-rules')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async giveBack(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: ReminderRuleReturn,
  ): Promise<void> {
    await this.setting.giveBack(actor, idempotency, body);
  }

  /** What a rule would do with one deadline, by the calendar of the agency. Changes nothing. */
  @Post('preview')
  @RequirePermission('notifications.read-rules')
  @HttpCode(200)
  @ApiOkResponse({ type: RulePreviewLine, isArray: true })
  async preview(@CurrentActor() actor: Actor, @Body() body: RulePreviewRequest): Promise<RulePreviewLine[]> {
    const rule = checkedRule(body);
    const calendar = await this.unitOfWork.read(actor, (tx) =>
      this.organization.workingCalendar(tx, body.dueOn),
    );
    return previewOf(rule, body.dueOn, (day) => nextWorkingDay(calendar, day));
  }
}

function lineOf({ stages, escalation, setAt, ...rule }: RuleOfKind): ReminderRuleLine {
  return { ...rule, stages: [...stages], escalation: [...escalation], setAt: setAt?.toISOString() ?? null };
}
