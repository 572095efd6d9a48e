import { type Actor, addDays, Clock, todayIn } from '@app/kernel';
import { type SqlValue } from '@app/platform/database';
import { CurrentActor, type HttpReply, RequirePermission } from '@app/platform/http';
import { XLSX } from '@app/platform/sheets';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { everyRow } from '../../application/forms/every-row';
import { ChangeRequestsRepository } from '../../persistence/upkeep/change-requests.repository';
import { ReviewsRepository } from '../../persistence/upkeep/reviews.repository';
import { ChangeRequestQuery } from '../upkeep/change-requests.controller';
import { DueReviewQuery, NOTICE_DAYS } from '../upkeep/reviews.controller';
import { SheetDesk } from './sheet-desk';
import { REQUEST_COLUMNS, REVIEW_COLUMNS } from './upkeep-columns';

type Place = readonly SqlValue[];

/** Lists of the upkeep as .xlsx, with the filters in force (RI-19). */
@ApiTags('documents')
@Controller()
export class UpkeepSheetsController {
  constructor(
    private readonly desk: SheetDesk,
    private readonly requests: ChangeRequestsRepository,
    private readonly reviews: ReviewsRepository,
    private readonly clock: Clock,
  ) {}

  /** Officers take all of the agency's, everybody else their own. */
  @Get('change-requests.xlsx')
  @RequirePermission('documents.request-change')
  @ApiProduces(XLSX)
  changeRequests(
    @CurrentActor() actor: Actor,
    @Query() { state, documentId }: ChangeRequestQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const requesterId = actor.permissions.has('documents.read-upkeep') ? null : actor.personId;
    const filter = { open: state === 'open', documentId: documentId ?? null, requesterId };
    const list = { name: 'Đề nghị sửa đổi', columns: REQUEST_COLUMNS, query: { state, documentId } };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.requests.list(tx, { ...filter, after, limit }),
        ({ createdKey, id }) => [createdKey, id],
      ),
    );
  }

  @Get('periodic-reviews.xlsx')
  @RequirePermission('documents.read-upkeep')
  @ApiProduces(XLSX)
  due(
    @CurrentActor() actor: Actor,
    @Query() { scope }: DueReviewQuery,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const until = scope === 'all' ? null : addDays(todayIn(this.clock.now()), NOTICE_DAYS);
    const list = { name: 'Rà soát định kỳ', columns: REVIEW_COLUMNS, query: { scope: scope ?? 'due' } };
    return this.desk.send(actor, reply, list, (tx) =>
      everyRow(
        (after: Place | null, limit) => this.reviews.due(tx, { until, after, limit }),
        ({ dueOn, documentId }) => [dueOn, documentId],
      ),
    );
  }
}
