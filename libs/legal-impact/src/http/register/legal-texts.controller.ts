import { type Actor, Clock, type LocalDate, parseLocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  OpenToTokens,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RecordText } from '../../application/record-text';
import { datePosition } from '../position';
import { DuplicateList, LegalTextDetail } from './legal-text-detail.dto';
import {
  LegalTextDay,
  LegalTextFields,
  LegalTextLine,
  LegalTextLinePage,
  LegalTextSearch,
} from './legal-text.dto';
import { lineOf } from './legal-text.reader';
import { RegisterLists } from './register-lists';

const DEFAULT_LIMIT = 50;

/** The register as people see it: with who cites a text and what a text has set in motion. */
@ApiTags('legal-register')
@Controller('legal-texts')
export class LegalTextsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordText: RecordText,
    private readonly lists: RegisterLists,
    private readonly clock: Clock,
  ) {}

  /** Texts within the caller's sight, the latest first, with their status on a day; `q` is a number, a title or a name. */
  @Get()
  @RequirePermission('legal-register.read')
  @OpenToTokens()
  @ApiOkResponse({ type: LegalTextLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { q = '', on, status, after, limit = DEFAULT_LIMIT }: LegalTextSearch,
  ): Promise<Page<LegalTextLine>> {
    const filter = {
      q,
      day: this.#day(on),
      status: status ?? null,
      after: datePosition(decodeCursor(after, 2)),
      limit,
    };
    const rows = await this.unitOfWork.read(actor, (tx) => this.lists.texts.list(tx, filter));
    return pageOf(rows, limit, { show: lineOf, key: ({ issuedOn, id }) => [issuedOn, id] });
  }

  /** Records of the caller's agency that are probably of one text with another record. */
  @Get('duplicates')
  @RequirePermission('legal-register.record')
  @ApiOkResponse({ type: DuplicateList })
  duplicates(@CurrentActor() actor: Actor): Promise<DuplicateList> {
    return this.unitOfWork.read(actor, async (tx) => ({ items: await this.lists.duplicates.own(tx) }));
  }

  /** Records a text. One that replaces, repeals or amends another opens a change that waits to be confirmed. */
  @Post()
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: LegalTextDetail })
  async record(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: LegalTextFields,
    @CurrentLanguage() language: Language,
  ): Promise<LegalTextDetail> {
    const fields = await this.lists.fields(actor, body);
    const { textId } = await this.recordText.execute(actor, idempotency, fields);
    return this.lists.show(actor, textId, { on: this.#day(), language });
  }

  /** One text and its status on a day. */
  @Get(':id')
  @RequirePermission('legal-register.read')
  @OpenToTokens()
  @ApiOkResponse({ type: LegalTextDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { on }: LegalTextDay,
    @CurrentLanguage() language: Language,
  ): Promise<LegalTextDetail> {
    return this.lists.show(actor, id, { on: this.#day(on), language });
  }

  #day(on?: string): LocalDate {
    return parseLocalDate(on ?? '') ?? todayIn(this.clock.now());
  }
}
