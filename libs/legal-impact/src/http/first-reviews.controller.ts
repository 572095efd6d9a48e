import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdField,
  IdListField,
  InstantField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ConcludeFirstReview } from '../application/first-review';
import { FirstReviewsRepository } from '../persistence/first-reviews.repository';
import { instantPosition } from './position';

class FirstReviewSearch extends PageQuery {
  @ChoiceField(['open', 'all'], { optional: true })
  state?: 'open' | 'all';
}

class FirstReviewLine {
  @IdField()
  id!: string;

  @IdField()
  documentId!: string;

  @IdField()
  versionId!: string;

  @TextField()
  code!: string;

  @TextField({ max: 1000 })
  title!: string;

  /** The citation as the document has it. */
  @TextField()
  cites!: string;

  @IdField()
  textId!: string;

  @TextField({ max: 2000 })
  textTitle!: string;

  @ChoiceField(['partly-expired', 'expired'])
  textStatus!: string;

  @TextField({ nullable: true })
  unitName!: string | null;

  @ChoiceField(['open', 'not-needed', 'must-revise'])
  state!: string;

  @TextField({ nullable: true, max: 4000 })
  note!: string | null;

  @TextField({ nullable: true })
  concludedByName!: string | null;

  @InstantField()
  foundAt!: string;
}

const FirstReviewLinePage = pageDto(FirstReviewLine, 'FirstReviewLinePage');

class FirstReviewConclusion {
  @IdListField({ most: 500, least: 1 })
  ids!: string[];

  @ChoiceField(['not-needed', 'must-revise'])
  outcome!: 'not-needed' | 'must-revise';

  @TextField({ max: 4000 })
  note!: string;
}

@ApiTags('legal-impact')
@Controller('first-reviews')
export class FirstReviewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: FirstReviewsRepository,
    private readonly concluding: ConcludeFirstReview,
  ) {}

  /** "Rà soát ban đầu": what imports brought in that cites texts no longer in force. */
  @Get()
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: FirstReviewLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { state = 'open', after: cursor, limit = 50 }: FirstReviewSearch,
  ): Promise<Page<FirstReviewLine>> {
    const after = instantPosition(decodeCursor(cursor, 2));
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.reviews.list(tx, { state, after, limit }), limit, {
        show: (row) => row,
        key: ({ foundAt, id }) => [foundAt, id],
      }),
    );
  }

  /** One conclusion with its reason for the chosen lines. */
  @Post('conclusion')
  @RequirePermission('legal-impact.assess')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  async conclude(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() conclusion: FirstReviewConclusion,
  ): Promise<void> {
    await this.concluding.execute(actor, idempotency, conclusion);
  }
}
