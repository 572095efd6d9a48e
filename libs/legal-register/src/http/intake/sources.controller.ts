import { type Actor, DomainError, isUuid } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  ChoiceField,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  FlagField,
  IdempotencyOf,
  IdField,
  IdParam,
  IfMatch,
  InstantField,
  IntegerField,
  type Language,
  type Page,
  pageDto,
  pageOf,
  PageQuery,
  ProblemCatalogue,
  RequirePermission,
  TextField,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { SourceDesk } from '../../application/intake/source-desk';
import { SOURCE_KINDS, type SourceKind } from '../../domain/intake/source';
import { type SourceRow, SourcesRepository } from '../../persistence/intake/sources.repository';

const WEEK_MINUTES = 7 * 24 * 60;

class LegalSourceFields {
  @TextField({ max: 200 })
  name!: string;

  @ChoiceField(SOURCE_KINDS)
  kind!: SourceKind;

  /** The address of a feed, or the name of a folder that the operator has opened. */
  @TextField({ max: 2000 })
  address!: string;

  @IntegerField({ min: 1, max: WEEK_MINUTES })
  everyMinutes!: number;

  @FlagField()
  isActive!: boolean;
}

class LegalSourceLine extends LegalSourceFields {
  @IdField()
  id!: string;

  @IntegerField()
  rowVersion!: number;

  @InstantField({ nullable: true })
  checkedAt!: string | null;

  @InstantField({ nullable: true })
  succeededAt!: string | null;

  @InstantField()
  nextCheckAt!: string;

  /** How often in a row it could not be read. */
  @IntegerField()
  failures!: number;

  /** Why it could not be read the last time. */
  @TextField({ nullable: true })
  problem!: string | null;

  /** Its proposals that wait for a person. */
  @IntegerField()
  waiting!: number;
}
const LegalSourcePage = pageDto(LegalSourceLine, 'LegalSourcePage');

/** Feeds and folders from which legal texts come. */
@ApiTags('legal-register')
@Controller('legal-sources')
export class LegalSourcesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SourcesRepository,
    private readonly desk: SourceDesk,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  @Get()
  @RequirePermission('legal-register.manage-sources')
  @ApiOkResponse({ type: LegalSourcePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50 }: PageQuery,
    @CurrentLanguage() language: Language,
  ): Promise<Page<LegalSourceLine>> {
    const position = positionOf(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, (tx) => this.sources.list(tx, { after: position, limit }));
    return pageOf(rows, limit, {
      show: (row) => this.#view(row, language),
      key: ({ name, id }) => [name, id],
    });
  }

  @Post()
  @RequirePermission('legal-register.manage-sources')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: LegalSourceLine })
  async add(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: LegalSourceFields,
    @CurrentLanguage() language: Language,
  ): Promise<LegalSourceLine> {
    return this.#get(actor, await this.desk.add(actor, idempotency, fields), language);
  }

  @Put(':id')
  @RequirePermission('legal-register.manage-sources')
  @ApiOkResponse({ type: LegalSourceLine })
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() fields: LegalSourceFields,
  ): Promise<LegalSourceLine> {
    await this.desk.change(actor, id, { ...fields, rowVersion });
    return this.#get(actor, id, 'vi');
  }

  /** Has the source looked at now rather than when it is due. */
  @Post(':id/check')
  @RequirePermission('legal-register.manage-sources')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  check(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
  ): Promise<void> {
    return this.desk.check(actor, idempotency, id);
  }

  async #get(actor: Actor, id: string, language: Language): Promise<LegalSourceLine> {
    const row = await this.unitOfWork.read(actor, (tx) => this.sources.get(tx, id));
    return this.#view(row, language);
  }

  #view(row: SourceRow, language: Language): LegalSourceLine {
    return {
      id: row.id,
      rowVersion: row.rowVersion,
      name: row.name,
      kind: row.kind,
      address: row.address,
      everyMinutes: row.everyMinutes,
      isActive: row.isActive,
      checkedAt: row.checkedAt?.toISOString() ?? null,
      succeededAt: row.succeededAt?.toISOString() ?? null,
      nextCheckAt: row.nextCheckAt.toISOString(),
      failures: row.failures,
      problem: row.problem === null ? null : this.catalogue.message(row.problem, language),
      waiting: row.waiting,
    };
  }
}

function positionOf(cursor: ReturnType<typeof decodeCursor>): readonly [string, string] | null {
  if (cursor === null) return null;
  const [name, id] = cursor;
  if (typeof name !== 'string' || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [name, id];
}
