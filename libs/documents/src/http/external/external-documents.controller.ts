import { type Actor, addDays, Clock, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ExternalShelf, KeepExternal } from '../../application/external/keep-external';
import { type ExternalFilter, type ExternalRow } from '../../persistence/external/external-documents.query';
import { type ExternalFields } from '../../persistence/external/external-documents.repository';
import {
  ExternalCheckRequest,
  ExternalDocumentChanges,
  ExternalDocumentDetail,
  ExternalDocumentFields,
  ExternalDocumentLine,
  ExternalDocumentPage,
  ExternalKeyQuery,
  ExternalListFilter,
} from './external.dto';

/** People are reminded a month before the day. */
const NOTICE_DAYS = 30;
const USUAL_MONTHS = 12;

/** Danh mục tài liệu bên ngoài (DI-14). */
@ApiTags('documents')
@Controller('external-documents')
export class ExternalDocumentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: ExternalShelf,
    private readonly keeping: KeepExternal,
    private readonly clock: Clock,
  ) {}

  /** What the documents in force cite, and what was entered by hand. */
  @Get()
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: ExternalDocumentPage })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ExternalListFilter,
  ): Promise<Page<ExternalDocumentLine>> {
    const limit = query.limit ?? 50;
    const asked = {
      ...externalFilter(query, todayIn(this.clock.now())),
      after: decodeCursor(query.after, 3),
      limit,
    };
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.shelf.list.list(tx, asked), limit, { show: lineOf, key: placeOf }),
    );
  }

  /** One of them: where it is used, and every check. */
  @Get('detail')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: ExternalDocumentDetail })
  detail(@CurrentActor() actor: Actor, @Query() { key }: ExternalKeyQuery): Promise<ExternalDocumentDetail> {
    return this.unitOfWork.read(actor, (tx) => this.#detail(tx, key));
  }

  @Post()
  @RequirePermission('documents.keep-external')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ExternalDocumentDetail })
  async enter(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: ExternalDocumentFields,
  ): Promise<ExternalDocumentDetail> {
    const fields = { ...fieldsOf(body), numberSymbol: body.numberSymbol ?? null };
    return this.detail(actor, { key: await this.keeping.enter(actor, idempotency, fields) });
  }

  /** "Đã kiểm tra, còn hiệu lực ngày …", by whom. */
  @Post('checks')
  @RequirePermission('documents.keep-external')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ExternalDocumentDetail })
  async check(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { key, checkedOn, outcome, note, nextCheckOn }: ExternalCheckRequest,
  ): Promise<ExternalDocumentDetail> {
    const command = { key, checkedOn, outcome, note: note ?? null, nextCheckOn: nextCheckOn ?? null };
    await this.keeping.check(actor, idempotency, command);
    return this.detail(actor, { key });
  }

  @Patch(':id')
  @RequirePermission('documents.keep-external')
  @ApiOkResponse({ type: ExternalDocumentDetail })
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() body: ExternalDocumentChanges,
  ): Promise<ExternalDocumentDetail> {
    const which = { id, rowVersion, retired: body.retired ?? false };
    return this.detail(actor, { key: await this.keeping.change(actor, which, fieldsOf(body)) });
  }

  async #detail(tx: ReadTransaction, key: string): Promise<ExternalDocumentDetail> {
    const row = await this.shelf.list.get(tx, key);
    return {
      document: lineOf(row),
      usedIn: await this.shelf.list.using(tx, key),
      checks: row.id === null ? [] : await this.shelf.list.checks(tx, row.id),
    };
  }
}

/** What the list is narrowed to. */
export function externalFilter(
  { scope, kind, q }: ExternalListFilter,
  today: LocalDate,
): Omit<ExternalFilter, 'after' | 'limit'> {
  return {
    dueUntil: scope === 'due' ? addDays(today, NOTICE_DAYS) : null,
    kind: kind ?? null,
    q: q ?? null,
  };
}

/** Where a row stands in the order of the list. */
export function placeOf({ rank, age, key }: ExternalRow): [number, number, string] {
  return [rank, age, key];
}

function lineOf(row: ExternalRow): ExternalDocumentLine {
  const { key, id, kind, numberSymbol, title, source, issuedOn, effectiveOn, location, status } = row;
  const { legalTextId, usedBy, checkMonths, nextCheckOn, checkedOn, outcome, checkerName, rowVersion } = row;
  const known = { key, id, kind, numberSymbol, title, source, issuedOn, effectiveOn, location, status };
  return {
    ...known,
    legalTextId,
    usedBy,
    checkMonths,
    nextCheckOn,
    checkedOn,
    outcome,
    checkerName,
    rowVersion,
  };
}

function fieldsOf(
  body: ExternalDocumentChanges | ExternalDocumentFields,
): Omit<ExternalFields, 'numberSymbol'> {
  return {
    kind: body.kind,
    title: body.title,
    source: body.source ?? null,
    issuedOn: body.issuedOn ?? null,
    effectiveOn: body.effectiveOn ?? null,
    location: body.location ?? null,
    checkMonths: body.checkMonths ?? USUAL_MONTHS,
    nextCheckOn: body.nextCheckOn ?? null,
  };
}
