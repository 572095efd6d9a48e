import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  Action,
  actionOf,
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  explained,
  FlagField,
  IdempotencyOf,
  IdField,
  IdParam,
  InstantField,
  IntegerField,
  type Language,
  ObjectField,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  ProblemCatalogue,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { assertAccepted, assertOpen, ChangeRequests } from '../../application/upkeep/change-requests';
import {
  type ChangeRequestKind,
  type ChangeRequestRow,
  ChangeRequestsRepository,
  type ChangeRequestState,
} from '../../persistence/upkeep/change-requests.repository';

const KINDS = ['new', 'amend', 'withdraw'] as const;
const STATES = ['opened', 'accepted', 'declined', 'done'] as const;

export class ChangeRequestQuery extends PageQuery {
  @ChoiceField(['open', 'all'], { optional: true })
  state?: 'open' | 'all';

  @IdField({ optional: true })
  documentId?: string;
}

class ChangeRequestFields {
  @ChoiceField(KINDS)
  kind!: ChangeRequestKind;

  @IdField({ optional: true, description: 'Để trống khi đề nghị ban hành mới.' })
  documentId?: string | null;

  @TextField({ optional: true, max: 500, description: 'Tên tài liệu đề nghị ban hành mới.' })
  title?: string | null;

  @TextField({ optional: true, max: 500, description: 'Trang, phần liên quan.' })
  place?: string | null;

  @TextField({ max: 4000 })
  reason!: string;

  @TextField({ optional: true, max: 4000 })
  proposal?: string | null;
}

class ChangeRequestLine {
  @IdField()
  id!: string;

  @ChoiceField(KINDS)
  kind!: ChangeRequestKind;

  @IdField({ nullable: true })
  documentId!: string | null;

  @TextField()
  title!: string;

  @TextField()
  reason!: string;

  @ChoiceField(STATES)
  state!: ChangeRequestState;

  @ChoiceField(['reader', 'periodic-review'])
  source!: string;

  @TextField()
  requesterName!: string;

  @InstantField()
  createdAt!: string;
}

const ChangeRequestPage = pageDto(ChangeRequestLine, 'ChangeRequestPage');

class ChangeRequestActions {
  @ObjectField(() => Action)
  accept!: Action;

  @ObjectField(() => Action)
  decline!: Action;

  @ObjectField(() => Action)
  finish!: Action;
}

class ChangeRequestView extends ChangeRequestLine {
  @TextField({ nullable: true })
  place!: string | null;

  @TextField({ nullable: true })
  proposal!: string | null;

  @TextField({ nullable: true })
  decidedName!: string | null;

  @InstantField({ nullable: true })
  decidedAt!: string | null;

  @TextField({ nullable: true })
  decisionReason!: string | null;

  @IdField({ nullable: true })
  answerVersionId!: string | null;

  @FlagField({ description: 'Do chính người đang xem gửi.' })
  own!: boolean;

  @IntegerField()
  rowVersion!: number;

  @ObjectField(() => ChangeRequestActions)
  actions!: ChangeRequestActions;
}

class RefusalRequest {
  @TextField({ max: 2000 })
  reason!: string;
}

/** Phiếu yêu cầu ban hành, sửa đổi: any reader asks, the ISO secretary answers. */
@ApiTags('documents')
@Controller('change-requests')
export class ChangeRequestsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ChangeRequestsRepository,
    private readonly asking: ChangeRequests,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  /** Officers see all of the agency's, everybody else their own. */
  @Get()
  @RequirePermission('documents.request-change')
  @ApiOkResponse({ type: ChangeRequestPage })
  list(@CurrentActor() actor: Actor, @Query() query: ChangeRequestQuery): Promise<Page<ChangeRequestLine>> {
    const limit = query.limit ?? 50;
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        await this.requests.list(tx, {
          open: query.state === 'open',
          documentId: query.documentId ?? null,
          requesterId: seesAll(actor) ? null : actor.personId,
          after: decodeCursor(query.after, 2),
          limit,
        }),
        limit,
        { show: lineOf, key: (row) => [row.createdKey, row.id] },
      ),
    );
  }

  @Post()
  @RequirePermission('documents.request-change')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ChangeRequestView })
  async ask(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: ChangeRequestFields,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeRequestView> {
    const id = await this.asking.ask(actor, idempotency, {
      kind: body.kind,
      documentId: body.documentId ?? null,
      title: body.title ?? null,
      place: body.place ?? null,
      reason: body.reason,
      proposal: body.proposal ?? null,
    });
    return this.get(actor, id, language);
  }

  @Get(':id')
  @RequirePermission('documents.request-change')
  @ApiOkResponse({ type: ChangeRequestView })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeRequestView> {
    return this.unitOfWork.read(actor, (tx) => this.#view(tx, id, language));
  }

  @Post(':id/acceptance')
  @RequirePermission('documents.answer-request')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChangeRequestView })
  async accept(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeRequestView> {
    await this.asking.accept(actor, idempotency, id);
    return this.get(actor, id, language);
  }

  @Post(':id/refusal')
  @RequirePermission('documents.answer-request')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChangeRequestView })
  async decline(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: RefusalRequest,
  ): Promise<ChangeRequestView> {
    await this.asking.decline(actor, idempotency, { id, reason: body.reason });
    return this.get(actor, id, 'vi');
  }

  /** The secretary says that an accepted request is done. */
  @Post(':id/completion')
  @RequirePermission('documents.answer-request')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ChangeRequestView })
  async finish(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @CurrentLanguage() language: Language,
  ): Promise<ChangeRequestView> {
    await this.asking.finish(actor, idempotency, id);
    return this.get(actor, id, language);
  }

  async #view(tx: ReadTransaction, id: string, language: Language): Promise<ChangeRequestView> {
    const row = await this.requests.getVisible(tx, id, seesAll(tx.actor) ? null : tx.actor.personId);
    const act = (check: (row: ChangeRequestRow) => void): Action =>
      explained(
        actionOf(() => {
          if (!tx.actor.permissions.has('documents.answer-request')) throw new NotEntitled();
          check(row);
        }),
        this.catalogue,
        language,
      );
    const { place, proposal, decidedName, decidedAt, decisionReason, answerVersionId, rowVersion } = row;
    return {
      ...lineOf(row),
      place,
      proposal,
      decidedName,
      decidedAt,
      decisionReason,
      answerVersionId,
      rowVersion,
      own: row.requesterId === tx.actor.personId,
      actions: { accept: act(assertOpen), decline: act(assertOpen), finish: act(assertAccepted) },
    };
  }
}

function seesAll(actor: Actor): boolean {
  return actor.permissions.has('documents.read-upkeep');
}

function lineOf(row: ChangeRequestRow): ChangeRequestLine {
  const { id, kind, documentId, title, reason, state, source, requesterName, createdAt } = row;
  return { id, kind, documentId, title, reason, state, source, requesterName, createdAt };
}
