import { type Actor, Clock, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdField,
  IdListField,
  IdParam,
  InstantField,
  IntegerField,
  ListField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { OpenChangeSet } from '../../application/change-sets/open-change-set';
import { DISPLAY_STATES, type DisplayState, displayState } from '../../domain/display-state';
import { ChangeSetsRepository } from '../../persistence/change-sets/change-sets.repository';

class ChangeSetFields {
  @TextField({ max: 1000, description: 'Nội dung sửa đổi chung; thành tóm lược sửa đổi của từng tài liệu.' })
  title!: string;

  @TextField({ max: 4000 })
  reason!: string;

  @TextField({ optional: true, max: 4000 })
  legalBasis?: string | null;

  @IdListField({ most: 200, least: 1 })
  documentIds!: string[];
}

class ChangeSetLine {
  @IdField()
  id!: string;

  @TextField()
  title!: string;

  @TextField()
  reason!: string;

  @TextField({ nullable: true })
  legalBasis!: string | null;

  @TextField()
  creatorName!: string;

  @InstantField()
  createdAt!: string;

  @IntegerField()
  documents!: number;

  @IntegerField()
  approved!: number;

  @IntegerField()
  issued!: number;
}

const ChangeSetPage = pageDto(ChangeSetLine, 'ChangeSetPage');

class ChangeSetVersion {
  @IdField()
  versionId!: string;

  @IdField()
  documentId!: string;

  @TextField()
  code!: string;

  @TextField()
  title!: string;

  @IntegerField()
  issue!: number;

  @IntegerField()
  revision!: number;

  @ChoiceField(DISPLAY_STATES)
  state!: DisplayState;

  @TextField({ nullable: true })
  holderName!: string | null;

  @IdField({ nullable: true })
  decisionId!: string | null;
}

class ChangeSetDetail extends ChangeSetLine {
  @ListField(() => ChangeSetVersion)
  versions!: ChangeSetVersion[];
}

/** One change over many documents, from their drafts to one decision. */
@ApiTags('documents')
@Controller('change-sets')
export class ChangeSetsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: ChangeSetsRepository,
    private readonly opening: OpenChangeSet,
    private readonly clock: Clock,
  ) {}

  @Post()
  @RequirePermission('documents.draft')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ChangeSetDetail })
  async open(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { legalBasis, ...fields }: ChangeSetFields,
  ): Promise<ChangeSetDetail> {
    const id = await this.opening.execute(actor, idempotency, { ...fields, legalBasis: legalBasis ?? null });
    return this.get(actor, id);
  }

  @Get()
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: ChangeSetPage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50 }: PageQuery,
  ): Promise<Page<ChangeSetLine>> {
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.sets.list(tx, { after: decodeCursor(after, 2), limit }), limit, {
        show: (row) => row,
        key: ({ createdAt, id }) => [createdAt, id],
      }),
    );
  }

  @Get(':id')
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: ChangeSetDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ChangeSetDetail> {
    const today = todayIn(this.clock.now());
    return this.unitOfWork.read(actor, async (tx) => {
      const { versions, ...line } = await this.sets.get(tx, id);
      return {
        ...line,
        versions: versions.map(({ currentStep, isReturned, state, ...version }) => ({
          ...version,
          state: displayState({ state, currentStep, isReturned, effectiveOn: null, endsOn: null }, today),
        })),
      };
    });
  }
}
