import { type Actor, addDays, Clock, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  DateField,
  decodeCursor,
  FlagField,
  IdempotencyOf,
  IdField,
  IdParam,
  InstantField,
  IntegerField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { PeriodicReviews } from '../../application/upkeep/periodic-reviews';
import { DOCUMENT_KINDS, type DocumentKind } from '../../domain/version-fields';
import { type ReviewOutcome, ReviewsRepository } from '../../persistence/upkeep/reviews.repository';

const OUTCOMES = ['still-valid', 'minor', 'major', 'obsolete'] as const;
const SCOPES = ['due', 'all'] as const;
export const NOTICE_DAYS = 30;
const USUAL_MONTHS = 12;

export class DueReviewQuery extends PageQuery {
  @ChoiceField(SCOPES, { optional: true, description: 'due: trong 30 ngày tới hoặc đã quá hạn.' })
  scope?: (typeof SCOPES)[number];
}

class DueReviewLine {
  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField()
  series!: string;

  @TextField()
  title!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @DateField()
  dueOn!: LocalDate;

  @FlagField()
  overdue!: boolean;

  @InstantField({ nullable: true })
  lastReviewedAt!: string | null;

  @ChoiceField(OUTCOMES, { nullable: true })
  lastOutcome!: ReviewOutcome | null;
}

const DueReviewPage = pageDto(DueReviewLine, 'DueReviewPage');

class ReviewView {
  @IdField()
  id!: string;

  @IdField()
  versionId!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @ChoiceField(OUTCOMES)
  outcome!: ReviewOutcome;

  @TextField()
  comment!: string;

  @TextField()
  reviewerName!: string;

  @TextField()
  positionTitle!: string;

  @InstantField()
  reviewedAt!: string;

  @DateField()
  nextDueOn!: LocalDate;
}

class ReviewRequest {
  @ChoiceField(OUTCOMES)
  outcome!: ReviewOutcome;

  @TextField({ max: 2000 })
  comment!: string;

  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

class ReviewRuleView {
  @ChoiceField(DOCUMENT_KINDS)
  kind!: DocumentKind;

  @IntegerField({ min: 1, max: 120, description: 'Số tháng giữa hai lần rà soát.' })
  months!: number;
}

/** Rà soát định kỳ (DI-15). */
@ApiTags('documents')
@Controller()
export class ReviewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewsRepository,
    private readonly reviewing: PeriodicReviews,
    private readonly clock: Clock,
  ) {}

  @Get('periodic-reviews')
  @RequirePermission('documents.read-upkeep')
  @ApiOkResponse({ type: DueReviewPage })
  due(@CurrentActor() actor: Actor, @Query() query: DueReviewQuery): Promise<Page<DueReviewLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    const until = query.scope === 'all' ? null : addDays(todayIn(this.clock.now()), NOTICE_DAYS);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.reviews.due(tx, { until, after, limit }), limit, {
        show: (row): DueReviewLine => row,
        key: (row) => [row.dueOn, row.documentId],
      }),
    );
  }

  @Get('documents/:id/reviews')
  @RequirePermission('documents.read-upkeep')
  @ApiOkResponse({ type: ReviewView, isArray: true })
  ofDocument(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ReviewView[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      await this.reviews.assertDocument(tx, id);
      return this.reviews.ofDocument(tx, id);
    });
  }

  /** Signs the outcome of a review; anything but "còn phù hợp" becomes a request for change. */
  @Post('documents/:id/reviews')
  @RequirePermission('documents.review-periodically')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ReviewView, isArray: true })
  async review(
    @CurrentActor() actor: Actor,
    @IdParam('id') documentId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: ReviewRequest,
  ): Promise<ReviewView[]> {
    await this.reviewing.review(actor, idempotency, {
      documentId,
      outcome: body.outcome,
      comment: body.comment,
      password: body.password,
    });
    return this.ofDocument(actor, documentId);
  }

  @Get('review-rules')
  @RequirePermission('documents.read-upkeep')
  @ApiOkResponse({ type: ReviewRuleView, isArray: true })
  rules(@CurrentActor() actor: Actor): Promise<ReviewRuleView[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const set = new Map((await this.reviews.rules(tx)).map(({ kind, months }) => [kind, months]));
      return DOCUMENT_KINDS.map((kind) => ({ kind, months: set.get(kind) ?? USUAL_MONTHS }));
    });
  }

  @Put('review-rules')
  @RequirePermission('documents.set-review-rules')
  @ApiOkResponse({ type: ReviewRuleView, isArray: true })
  async setRule(@CurrentActor() actor: Actor, @Body() body: ReviewRuleView): Promise<ReviewRuleView[]> {
    await this.reviewing.setRule(actor, body.kind, body.months);
    return this.rules(actor);
  }
}
