import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  type HttpReply,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { MakeUrging } from '../application/make-urging';
import { OverdueQuery } from '../persistence/overdue.query';
import { DOCX } from './form-sender';
import {
  OverdueUnitLine,
  type OverdueWorkLine,
  OverdueWorkPage,
  OverdueWorkQuery,
  UrgingFormQuery,
  type UrgingLine,
  UrgingLinePage,
  UrgingMade,
  UrgingRequest,
} from './overdue.dto';
import { WorkPapers } from './work-papers';

const DEFAULT_LIMIT = 50;

@ApiTags('work')
@Controller()
export class OverdueController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly overdue: OverdueQuery,
    private readonly making: MakeUrging,
    private readonly papers: WorkPapers,
  ) {}

  /** "Việc quá hạn": what is late in the agency, the longest first. */
  @Get('overdue-work')
  @RequirePermission('work.read-overdue')
  @ApiOkResponse({ type: OverdueWorkPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT, unitId, kind, q }: OverdueWorkQuery,
  ): Promise<Page<OverdueWorkLine>> {
    const cursor = decodeCursor(after, 2);
    const filter = { unitId: unitId ?? null, kind: kind ?? null, q: q ?? null, ids: null };
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.overdue.list(tx, filter, { after: cursor && [String(cursor[0]), String(cursor[1])], limit }),
    );
    return pageOf(rows, limit, {
      show: ({ subjectType: _, subjectId: __, ...line }): OverdueWorkLine => line,
      key: ({ dueOn, id }) => [dueOn, id],
    });
  }

  @Get('overdue-work/units')
  @RequirePermission('work.read-overdue')
  @ApiOkResponse({ type: OverdueUnitLine, isArray: true })
  units(@CurrentActor() actor: Actor): Promise<OverdueUnitLine[]> {
    return this.unitOfWork.read(actor, (tx) => this.overdue.units(tx));
  }

  /** Makes a công văn đôn đốc over what is late and matches, or over the chosen ones. */
  @Post('urgings')
  @RequirePermission('work.urge')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: UrgingMade })
  make(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { itemIds, unitId, kind, q, subject }: UrgingRequest,
  ): Promise<UrgingMade> {
    return this.making.execute(actor, idempotency, {
      ids: itemIds ?? null,
      unitId: unitId ?? null,
      kind: kind ?? null,
      q: q ?? null,
      subject: subject ?? null,
    });
  }

  @Get('urgings')
  @RequirePermission('work.read-overdue')
  @ApiOkResponse({ type: UrgingLinePage })
  async urgings(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<UrgingLine>> {
    return this.papers.urgings(actor, decodeCursor(after, 2), limit);
  }

  /** The công văn, number and day left for văn thư. */
  @Get('urgings/:id/letter')
  @RequirePermission('work.read-overdue')
  @ApiProduces(DOCX, 'application/pdf')
  async letter(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { format = 'docx' }: UrgingFormQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    await this.papers.letter(actor, id, { format, reply });
  }
}
