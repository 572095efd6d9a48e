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
import { StandardsFacade } from '@app/reference';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { DraftDeclaration } from '../application/draft-declaration';
import { DeclarationListQuery, type DeclarationListRow } from '../persistence/declaration-list.query';
import {
  DeclarationDetail,
  DeclarationFields,
  type DeclarationLine,
  DeclarationLinePage,
  StandardOption,
} from './declaration.dto';
import { DeclarationReader, shownState } from './declaration.reader';

const PAGE = 50;

@ApiTags('declarations')
@Controller('declarations')
export class DeclarationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DeclarationReader,
    private readonly drafting: DraftDeclaration,
  ) {}

  @Post()
  @RequirePermission('declarations.prepare')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: DeclarationDetail })
  async draft(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: DeclarationFields,
    @CurrentLanguage() language: Language,
  ): Promise<DeclarationDetail> {
    const id = await this.drafting.execute(actor, idempotency, fieldsOf(body));
    return this.get(actor, id, language);
  }

  @Get(':id')
  @RequirePermission('declarations.read')
  @ApiOkResponse({ type: DeclarationDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<DeclarationDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.get(tx, id, language));
  }

  /** Takes the scope anew from what is in force today. */
  @Patch(':id')
  @RequirePermission('declarations.prepare')
  @ApiOkResponse({ type: DeclarationDetail })
  async edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() body: DeclarationFields,
  ): Promise<DeclarationDetail> {
    await this.drafting.edit(actor, { id, rowVersion }, fieldsOf(body));
    return this.get(actor, id, 'vi');
  }
}

@ApiTags('declarations')
@Controller('declarations')
export class DeclarationListsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: DeclarationListQuery,
    private readonly standards: StandardsFacade,
  ) {}

  @Get()
  @RequirePermission('declarations.read')
  @ApiOkResponse({ type: DeclarationLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<DeclarationLine>> {
    const limit = query.limit ?? PAGE;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.declarations.page(tx, after, limit), limit, {
        show: shownLine,
        key: ({ createdAt, id }) => [createdAt, id],
      }),
    );
  }

  /** Editions that conformity may be declared with today. */
  @Get('standards')
  @RequirePermission('declarations.read')
  @ApiOkResponse({ type: StandardOption, isArray: true })
  standardsToday(@CurrentActor() actor: Actor): Promise<StandardOption[]> {
    return this.unitOfWork.read(actor, async (tx) =>
      (await this.standards.declarable(tx)).map(({ id, label }) => ({ id, label })),
    );
  }
}

function shownLine(row: DeclarationListRow): DeclarationLine {
  const { id, kind, standard, number, signedOn, procedures } = row;
  return {
    id,
    kind,
    standard,
    number,
    signedOn,
    procedures,
    state: shownState(row.state),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

function fieldsOf({
  standardId,
  kind,
  reason,
  excludeDocumentIds,
}: DeclarationFields): Parameters<DraftDeclaration['execute']>[2] {
  return { standardId, kind, reason: reason ?? null, excludeDocumentIds: excludeDocumentIds ?? [] };
}
