import { type Actor, type LocalDate, todayIn, Clock, yearOf } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  DateField,
  FlagField,
  IdempotencyOf,
  IntegerField,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';

import { ChangeCalendar } from '../application/change-calendar';
import { CalendarRepository } from '../persistence/calendar.repository';

const KINDS = ['holiday', 'working'] as const;

export class CalendarQuery {
  @IntegerField({ optional: true, min: 2000, max: 2199 })
  @Type(() => Number)
  year?: number;
}

export class CalendarDayLine {
  @DateField()
  day!: LocalDate;

  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  @TextField()
  name!: string;

  @TextField()
  legalBasis!: string;

  @TextField()
  stewardName!: string;

  @FlagField()
  isOwn!: boolean;

  @FlagField({ description: 'Cấp gần hơn đã quy định khác cho ngày này.' })
  isOverruled!: boolean;
}

export class CalendarEntryRequest {
  @DateField()
  from!: LocalDate;

  @DateField()
  until!: LocalDate;

  @ChoiceField(KINDS)
  kind!: (typeof KINDS)[number];

  @TextField({ max: 200 })
  name!: string;

  @TextField({ max: 1000, description: 'Thông báo hoặc quyết định về ngày nghỉ của năm.' })
  legalBasis!: string;
}

export class CalendarRemovalRequest {
  @DateField()
  day!: LocalDate;

  @TextField({ max: 1000 })
  reason!: string;
}

@ApiTags('organization')
@Controller('working-calendar')
export class CalendarController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: CalendarRepository,
    private readonly changing: ChangeCalendar,
    private readonly clock: Clock,
  ) {}

  /** Days of a year that differ from the ordinary week, whoever has entered them. */
  @Get()
  @RequirePermission('organization.read')
  @ApiOkResponse({ type: CalendarDayLine, isArray: true })
  list(@CurrentActor() actor: Actor, @Query() { year }: CalendarQuery): Promise<CalendarDayLine[]> {
    const asked = year ?? yearOf(todayIn(this.clock.now()));
    return this.unitOfWork.read(actor, (tx) => this.calendar.ofYear(tx, asked));
  }

  @Put('days')
  @RequirePermission('organization.set-calendar')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  set(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: CalendarEntryRequest,
  ): Promise<void> {
    return this.changing.set(actor, idempotency, body);
  }

  /** Takes away a day of one's own. */
  @Post('removals')
  @RequirePermission('organization.set-calendar')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: CalendarRemovalRequest,
  ): Promise<void> {
    return this.changing.remove(actor, idempotency, body);
  }
}
