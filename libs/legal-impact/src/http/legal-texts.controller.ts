import { type Actor } from '@app/kernel';
import { LegalTextNotFound } from '@app/legal-register';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RecordText } from '../application/record-text';
import { ChangesQuery } from '../persistence/changes.query';
import { type TextRow, TextsQuery } from '../persistence/texts.query';
import {
  LegalTextDetail,
  LegalTextFields,
  LegalTextLine,
  LegalTextLinePage,
  LegalTextSearch,
} from './legal-text.dto';
import { datePosition } from './position';

const DEFAULT_LIMIT = 50;

/** The register as people see it: with who cites a text and what a text has set in motion. */
@ApiTags('legal-register')
@Controller('legal-texts')
export class LegalTextsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordText: RecordText,
    private readonly texts: TextsQuery,
    private readonly changes: ChangesQuery,
  ) {}

  /** Texts within the caller's sight, the latest first; `q` is a number, a title or a name, typed with or without accents. */
  @Get()
  @RequirePermission('legal-register.read')
  @ApiOkResponse({ type: LegalTextLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { q = '', after, limit = DEFAULT_LIMIT }: LegalTextSearch,
  ): Promise<Page<LegalTextLine>> {
    const position = datePosition(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.texts.list(tx, { q, after: position, limit }),
    );
    return pageOf(rows, limit, { show: lineOf, key: ({ issuedOn, id }) => [issuedOn, id] });
  }

  /** Records a text. One that replaces, repeals or amends another opens a change that waits to be confirmed. */
  @Post()
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: LegalTextDetail })
  async record(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: LegalTextFields,
  ): Promise<LegalTextDetail> {
    const { textId } = await this.recordText.execute(actor, idempotency, fieldsOf(fields));
    return this.get(actor, textId);
  }

  @Get(':id')
  @RequirePermission('legal-register.read')
  @ApiOkResponse({ type: LegalTextDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<LegalTextDetail> {
    return this.unitOfWork.read(actor, (tx) => this.#detail(tx, id));
  }

  async #detail(tx: ReadTransaction, id: string): Promise<LegalTextDetail> {
    const row = await this.texts.one(tx, id);
    if (row === null) throw new LegalTextNotFound();
    return {
      ...lineOf(row),
      rowVersion: row.rowVersion,
      aliases: await this.texts.aliases(tx, id),
      relations: await this.texts.relations(tx, id),
      citedByDocuments: await this.texts.citing(tx, id),
      changeId: await this.changes.ofText(tx, id),
    };
  }
}

function lineOf({ rowVersion: _, ...row }: TextRow): LegalTextLine {
  return row;
}

/** What was left out of the request is null, not undefined. */
function fieldsOf({ aliases, relations, ...fields }: LegalTextFields): Parameters<RecordText['execute']>[2] {
  return {
    ...fields,
    effectiveOn: fields.effectiveOn ?? null,
    field: fields.field ?? null,
    aliases: aliases.map(({ name, year }) => ({ name, year: year ?? null })),
    relations: relations.map(({ note, ...relation }) => ({ ...relation, note: note ?? null })),
  };
}
