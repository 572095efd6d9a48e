import { type Actor, Clock, todayIn } from '@app/kernel';
import { OrganizationFacade, workingDaysBetween } from '@app/organization';
import { UnitOfWork } from '@app/platform/database';
import {
  ChoiceField,
  CurrentActor,
  decodeCursor,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { STEP_KINDS, type StepKind } from '../../domain/way';
import { HeldStepsQuery } from '../../persistence/way/held-steps.query';

class HeldStepLine {
  @IdField()
  stepId!: string;

  @IdField()
  versionId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @ChoiceField(STEP_KINDS)
  kind!: StepKind;

  @TextField()
  holderName!: string;

  @InstantField()
  since!: string;

  @IntegerField({ description: 'Số ngày làm việc đã giữ.' })
  heldDays!: number;

  @IntegerField({ description: 'Số ngày làm việc được giao.' })
  days!: number;

  @FlagField()
  isLate!: boolean;
}

const HeldStepPage = pageDto(HeldStepLine, 'HeldStepPage');

/** Ai đang giữ việc, kẹt quá n ngày (R18): the longest first, in working days. */
@ApiTags('documents')
@Controller('held-steps')
export class HeldStepsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: HeldStepsQuery,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: HeldStepPage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<HeldStepLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    const today = todayIn(this.clock.now());
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await this.steps.list(tx, { after, limit });
      const oldest = rows[0]?.sinceDay ?? today;
      const calendar = await this.organization.workingCalendar(tx, oldest, today);
      return pageOf(rows, limit, {
        show: ({ sinceKey: _, sinceDay, ...row }): HeldStepLine => {
          const heldDays = workingDaysBetween(calendar, sinceDay, today);
          return { ...row, heldDays, isLate: heldDays > row.days };
        },
        key: (row) => [row.sinceKey, row.stepId],
      });
    });
  }
}
