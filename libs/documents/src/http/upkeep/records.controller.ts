import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Records } from '../../application/upkeep/records';
import { RecordsRepository, type RecordTypeRow } from '../../persistence/upkeep/records.repository';
import {
  CompletionRequest,
  EntryRequest,
  HoldRequest,
  RecordDetail,
  RecordFields,
  RecordLineView,
  RecordPage,
  RecordQuery,
  RecordTypeChanges,
  RecordTypeFields,
  RecordTypePage,
  RecordTypeView,
  TakenOver,
} from './records.dto';

function typeView({ nameKey: _, retired: __, ...view }: RecordTypeRow): RecordTypeView {
  return view;
}

/** Danh mục hồ sơ (DI-18). */
@ApiTags('records')
@Controller('record-types')
export class RecordTypesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: RecordsRepository,
    private readonly keeping: Records,
  ) {}

  @Get()
  @RequirePermission('documents.read-records')
  @ApiOkResponse({ type: RecordTypePage })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<RecordTypeView>> {
    const limit = query.limit ?? 50;
    const after = decodeCursor(query.after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.records.types(tx, { after, limit }), limit, {
        show: typeView,
        key: (row) => [row.nameKey, row.id],
      }),
    );
  }

  @Post()
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: RecordTypeView })
  async add(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: RecordTypeFields,
  ): Promise<RecordTypeView> {
    const id = await this.keeping.addType(actor, idempotency, {
      documentId: body.documentId ?? null,
      ...valuesOf(body),
    });
    return this.#get(actor, id);
  }

  /** Takes over what section 7 of the effective procedures prints. */
  @Post('taking-over')
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: TakenOver })
  async takeOver(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
  ): Promise<TakenOver> {
    return { made: await this.keeping.takeOver(actor, idempotency) };
  }

  @Patch(':id')
  @RequirePermission('documents.keep-records')
  @ApiOkResponse({ type: RecordTypeView })
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() body: RecordTypeChanges,
  ): Promise<RecordTypeView> {
    await this.keeping.changeType(actor, { id, rowVersion, retired: body.retired ?? false }, valuesOf(body));
    return this.#get(actor, id);
  }

  async #get(actor: Actor, id: string): Promise<RecordTypeView> {
    return typeView(await this.unitOfWork.read(actor, (tx) => this.records.type(tx, id)));
  }
}

function valuesOf({ name, place, retentionMonths, legalBasis }: RecordTypeChanges | RecordTypeFields): {
  name: string;
  place: string | null;
  retentionMonths: number | null;
  legalBasis: string | null;
} {
  return {
    name,
    place: place ?? null,
    retentionMonths: retentionMonths ?? null,
    legalBasis: legalBasis ?? null,
  };
}

/** Hồ sơ: what is written stays; a correction is a new line (DI-19). */
@ApiTags('records')
@Controller('records')
export class RecordsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: RecordsRepository,
    private readonly keeping: Records,
  ) {}

  @Get()
  @RequirePermission('documents.read-records')
  @ApiOkResponse({ type: RecordPage })
  list(@CurrentActor() actor: Actor, @Query() query: RecordQuery): Promise<Page<RecordLineView>> {
    const limit = query.limit ?? 50;
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        await this.records.list(tx, {
          typeId: query.typeId ?? null,
          state: query.state ?? null,
          q: query.q ?? null,
          after: decodeCursor(query.after, 2),
          limit,
        }),
        limit,
        {
          show: ({ createdAt: _, ...line }): RecordLineView => line,
          key: (row) => [row.createdAt, row.id],
        },
      ),
    );
  }

  @Post()
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: RecordDetail })
  async open(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: RecordFields,
  ): Promise<RecordDetail> {
    const id = await this.keeping.open(actor, idempotency, {
      typeId: body.typeId,
      title: body.title,
      reference: body.reference ?? null,
      place: body.place ?? null,
      openedOn: body.openedOn,
    });
    return this.get(actor, id);
  }

  @Get(':id')
  @RequirePermission('documents.read-records')
  @ApiOkResponse({ type: RecordDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<RecordDetail> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { createdAt: _, ...line } = await this.records.get(tx, id);
      return { ...line, entries: await this.records.entries(tx, id) };
    });
  }

  @Post(':id/entries')
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: RecordDetail })
  async write(
    @CurrentActor() actor: Actor,
    @IdParam('id') recordId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: EntryRequest,
  ): Promise<RecordDetail> {
    await this.keeping.write(actor, idempotency, {
      recordId,
      text: body.text,
      correctsId: body.correctsId ?? null,
    });
    return this.get(actor, recordId);
  }

  @Post(':id/completion')
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: RecordDetail })
  async complete(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { closedOn }: CompletionRequest,
  ): Promise<RecordDetail> {
    await this.keeping.complete(actor, idempotency, { id, closedOn });
    return this.get(actor, id);
  }

  /** Giữ lại: keeps the record from every disposal list, or ends that. */
  @Post(':id/hold')
  @RequirePermission('documents.keep-records')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: RecordDetail })
  async hold(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: HoldRequest,
  ): Promise<RecordDetail> {
    await this.keeping.hold(actor, idempotency, { id, reason: reason ?? null });
    return this.get(actor, id);
  }
}
