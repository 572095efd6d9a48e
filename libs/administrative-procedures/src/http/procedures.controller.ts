import { type Actor, DomainError, isUuid } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  type CursorValue,
  decodeCursor,
  type HttpReply,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { XLSX } from '@app/platform/sheets';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { KeepProcedures } from '../application/keep-procedures';
import { fieldKey, type ProcedureFields } from '../domain/procedure';
import {
  type ProcedureFilter,
  type ProcedurePosition,
  ProceduresQuery,
} from '../persistence/procedures.query';
import { procedureLine, ProcedureReader, ProcedureSheet } from './procedure.reader';
import {
  DutyRequest,
  InternalProcessFields,
  TthcDetail,
  TthcField,
  TthcFields,
  TthcFilter,
  TthcLine,
  TthcLinePage,
  TthcSearch,
} from './procedures.dto';

const DEFAULT_LIMIT = 50;
const LENGTH = 3;

/** Lists of the register; fixed paths come before those with an id. */
@ApiTags('administrative-procedures')
@Controller()
export class ProcedureListsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: ProceduresQuery,
    private readonly sheet: ProcedureSheet,
  ) {}

  /** By lĩnh vực and name; `q` is a code or a name, typed with or without accents. */
  @Get('administrative-procedures')
  @RequirePermission('administrative-procedures.read')
  @ApiOkResponse({ type: TthcLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = DEFAULT_LIMIT, ...filter }: TthcSearch,
  ): Promise<Page<TthcLine>> {
    const position = positionOf(decodeCursor(after, LENGTH));
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.procedures.list(tx, filterOf(filter), { after: position, limit }),
    );
    return pageOf(rows, limit, { show: procedureLine, key: (row) => [row.fieldKey, row.nameKey, row.id] });
  }

  @Get('administrative-procedures.xlsx')
  @RequirePermission('administrative-procedures.read')
  @ApiProduces(XLSX)
  async taken(
    @CurrentActor() actor: Actor,
    @Query() filter: TthcFilter,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const send = await this.unitOfWork.read(actor, (tx) => this.sheet.make(tx, filterOf(filter), filter));
    await send(reply);
  }

  /** Fields of law in the register. */
  @Get('administrative-procedures/fields')
  @RequirePermission('administrative-procedures.read')
  @ApiOkResponse({ type: TthcField, isArray: true })
  fields(@CurrentActor() actor: Actor): Promise<TthcField[]> {
    return this.unitOfWork.read(actor, (tx) => this.procedures.fields(tx));
  }
}

@ApiTags('administrative-procedures')
@Controller('administrative-procedures')
export class ProceduresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ProcedureReader,
    private readonly keep: KeepProcedures,
  ) {}

  /** Enters a TTHC by hand: for the own agency, or for the province when it is the province that enters it. */
  @Post()
  @RequirePermission('administrative-procedures.record')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: TthcDetail })
  async add(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: TthcFields,
    @CurrentLanguage() language: Language,
  ): Promise<TthcDetail> {
    return this.get(actor, await this.keep.add(actor, idempotency, fieldsOf(fields)), language);
  }

  @Get(':id')
  @RequirePermission('administrative-procedures.read')
  @ApiOkResponse({ type: TthcDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<TthcDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.detail(tx, id, language));
  }

  @Put(':id')
  @RequirePermission('administrative-procedures.record')
  @ApiOkResponse({ type: TthcDetail })
  async edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() fields: TthcFields,
    @CurrentLanguage() language: Language,
  ): Promise<TthcDetail> {
    await this.keep.edit(actor, { id, rowVersion }, fieldsOf(fields));
    return this.get(actor, id, language);
  }

  /** Says whether the TTHC falls to the caller's agency, against the rule of level and executing body. */
  @Post(':id/duty')
  @RequirePermission('administrative-procedures.set-duties')
  @HttpCode(200)
  @ApiOkResponse({ type: TthcDetail })
  async setDuty(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() { applies, reason }: DutyRequest,
    @CurrentLanguage() language: Language,
  ): Promise<TthcDetail> {
    await this.keep.setDuty(actor, id, { applies: applies ?? null, reason: reason ?? null });
    return this.get(actor, id, language);
  }

  /** The quy trình nội bộ from a day on; the one before it ends on that day. */
  @Post(':id/internal-processes')
  @RequirePermission('administrative-procedures.record')
  @ApiCreatedResponse({ type: TthcDetail })
  async addProcess(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() fields: InternalProcessFields,
    @CurrentLanguage() language: Language,
  ): Promise<TthcDetail> {
    const { field } = await this.get(actor, id, language);
    await this.keep.addProcess(
      actor,
      { procedureId: id, field },
      {
        decisionNumber: fields.decisionNumber ?? null,
        decisionIssuer: fields.decisionIssuer ?? null,
        decisionOn: fields.decisionOn ?? null,
        validFrom: fields.validFrom,
        timeLimit: fields.timeLimit ?? null,
        note: fields.note ?? null,
        steps: fields.steps.map(({ name, responsible, time }) => ({
          name,
          responsible: responsible ?? null,
          time: time ?? null,
        })),
      },
    );
    return this.get(actor, id, language);
  }
}

function filterOf({ q, field, level, status, scope }: TthcFilter): ProcedureFilter {
  return {
    q: q ?? '',
    field: field === undefined ? null : fieldKey(field),
    level: level ?? null,
    status: status ?? null,
    own: scope === 'own',
  };
}

/** What was left out of the request is null, not undefined. */
function fieldsOf({ name, field, level, status, ...rest }: TthcFields): ProcedureFields {
  return {
    name,
    field,
    level,
    status,
    code: rest.code ?? null,
    executingBody: rest.executingBody ?? null,
    timeLimit: rest.timeLimit ?? null,
    fee: rest.fee ?? null,
    note: rest.note ?? null,
    validFrom: rest.validFrom ?? null,
  };
}

/** The last row shown. @throws DomainError `platform.invalid-cursor` */
function positionOf(cursor: readonly CursorValue[] | null): ProcedurePosition | null {
  if (cursor === null) return null;
  const [field, name, id] = cursor;
  if (typeof field !== 'string' || typeof name !== 'string' || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [field, name, id];
}
