import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { DraftDecision } from '../application/draft-decision';
import { type DecisionCommand } from '../application/issuing/decision-rules';
import { RegisterDecision } from '../application/register-decision';
import { DecisionsQuery } from '../persistence/decisions.query';
import { LibraryQuery } from '../persistence/library.query';
import {
  DecisionDetail,
  DecisionFields,
  DecisionLine,
  DecisionLinePage,
  RegistrationRequest,
} from './decision.dto';
import { DecisionReader } from './decision.reader';
import { DocumentLine } from './document.dto';
import { VersionReader } from './version.reader';

@ApiTags('documents')
@Controller('decisions')
export class DecisionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DecisionReader,
    private readonly drafting: DraftDecision,
    private readonly registering: RegisterDecision,
  ) {}

  @Post()
  @RequirePermission('documents.draft-decision')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: DecisionDetail })
  async draft(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: DecisionFields,
    @CurrentLanguage() language: Language,
  ): Promise<DecisionDetail> {
    const id = await this.drafting.execute(actor, idempotency, commandOf(fields));
    return this.get(actor, id, language);
  }

  @Get(':id')
  @RequirePermission('documents.read-decisions')
  @ApiOkResponse({ type: DecisionDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<DecisionDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.get(tx, id, language));
  }

  @Patch(':id')
  @RequirePermission('documents.draft-decision')
  @ApiOkResponse({ type: DecisionDetail })
  async edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() fields: DecisionFields,
    @CurrentLanguage() language: Language,
  ): Promise<DecisionDetail> {
    await this.drafting.edit(actor, { id, rowVersion }, commandOf(fields));
    return this.get(actor, id, language);
  }

  /** Văn thư enters số and ngày: everything on the list comes into force in one step. */
  @Post(':id/registration')
  @RequirePermission('documents.register-decision')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: DecisionDetail })
  async register(
    @CurrentActor() actor: Actor,
    @IdParam('id') decisionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: RegistrationRequest,
  ): Promise<DecisionDetail> {
    await this.registering.execute(actor, idempotency, {
      decisionId,
      number: body.number,
      signedOn: body.signedOn,
      effectiveOn: body.effectiveOn ?? null,
      lateReason: body.lateReason ?? null,
      acceptRepeatedNumber: body.acceptRepeatedNumber ?? false,
    });
    return this.get(actor, decisionId, 'vi');
  }
}

function commandOf(fields: DecisionFields): DecisionCommand {
  const { withdrawals, effectiveFrom, replacesId, ...rest } = fields;
  return {
    ...rest,
    effectiveFrom: effectiveFrom ?? null,
    replacesId: replacesId ?? null,
    withdrawals: withdrawals.map(({ documentId, reason, successorId }) => ({
      documentId,
      reason,
      successorId: successorId ?? null,
    })),
  };
}

@ApiTags('documents')
@Controller('decisions')
export class DecisionListsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsQuery,
    private readonly library: LibraryQuery,
    private readonly versions: VersionReader,
  ) {}

  @Get()
  @RequirePermission('documents.read-decisions')
  @ApiOkResponse({ type: DecisionLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<DecisionLine>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.decisions.list(tx, { after, limit }), limit, {
        show: ({ createdAt: _, ...line }): DecisionLine => line,
        key: (row) => [row.createdAt, row.id],
      }),
    );
  }

  /** Approved versions that wait to be gathered in a decision. */
  @Get('candidates')
  @RequirePermission('documents.draft-decision')
  @ApiOkResponse({ type: DocumentLine, isArray: true })
  candidates(@CurrentActor() actor: Actor): Promise<DocumentLine[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await this.library.waitingForDecision(tx);
      return rows.map((row) => this.versions.line(row));
    });
  }
}
