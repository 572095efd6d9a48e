import { type Actor, isUuid, DomainError } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  cleanFileName,
  contentDisposition,
  CurrentActor,
  CurrentLanguage,
  decodeCursor,
  type HttpReply,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  type Language,
  type Page,
  pageOf,
  OpenToTokens,
  RequirePermission,
} from '@app/platform/http';
import { FileStore } from '@app/platform/storage';
import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';

import { IntakeDesk } from '../../application/intake/intake-desk';
import { ReceiveText } from '../../application/intake/receive-text';
import { IntakeFileMissing, IntakeNotFound } from '../../domain/intake/refusals';
import { IntakesRepository } from '../../persistence/intake/intakes.repository';
import {
  IntakeDetail,
  IntakeDismissal,
  IntakeLine,
  IntakeLinePage,
  IntakeSearch,
  PastedText,
} from './intake.dto';
import { IntakePresenter, lineView } from './intake.reader';

const DEFAULT_LIMIT = 50;
const FILE = 'application/octet-stream';

/** Legal texts that wait to be recorded: pasted, uploaded, sent by a program, or found by a source. */
@ApiTags('legal-register')
@Controller('legal-intakes')
export class IntakesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly intakes: IntakesRepository,
    private readonly presenter: IntakePresenter,
    private readonly receive: ReceiveText,
  ) {}

  /** The latest first. */
  @Get()
  @RequirePermission('legal-register.propose')
  @OpenToTokens()
  @ApiOkResponse({ type: IntakeLinePage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { state = 'open', after, limit = DEFAULT_LIMIT }: IntakeSearch,
  ): Promise<Page<IntakeLine>> {
    const position = positionOf(decodeCursor(after, 2));
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.intakes.list(tx, { open: state === 'open', after: position, limit }),
    );
    return pageOf(rows, limit, {
      show: lineView,
      key: ({ receivedAt, id }) => [receivedAt.toISOString(), id],
    });
  }

  /** Proposes a text by its words. It is read in the background; nothing enters the register before a person records it. */
  @Post()
  @RequirePermission('legal-register.propose')
  @OpenToTokens()
  @ApiIdempotent()
  @ApiCreatedResponse({ type: IntakeDetail })
  async paste(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { text, link }: PastedText,
    @CurrentLanguage() language: Language,
  ): Promise<IntakeDetail> {
    const id = await this.receive.pasted(actor, idempotency, {
      text,
      link: link ?? null,
      origin: originOf(actor),
    });
    return this.get(actor, id, language);
  }

  @Get(':id')
  @RequirePermission('legal-register.propose')
  @OpenToTokens()
  @ApiOkResponse({ type: IntakeDetail })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<IntakeDetail> {
    return this.unitOfWork.read(actor, async (tx) =>
      this.presenter.detail(tx, await this.intakes.get(tx, id), language),
    );
  }
}

/** The files of such texts, and what a person decides about them. */
@ApiTags('legal-register')
@Controller('legal-intakes')
export class IntakeActsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly intakes: IntakesRepository,
    private readonly receive: ReceiveText,
    private readonly desk: IntakeDesk,
    private readonly files: FileStore,
  ) {}

  /** One .doc, .docx, .pdf or .txt of up to 50 MB. */
  @Post('files')
  @RequirePermission('legal-register.record')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: IntakeLine })
  async upload(@CurrentActor() actor: Actor, @Req() request: HttpRequest): Promise<IntakeLine> {
    if (!request.isMultipart()) throw new IntakeFileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new IntakeFileMissing();
    const fileName = cleanFileName(part.filename);
    const id = await this.receive.uploaded(actor, { fileName, content: part.file });
    return this.unitOfWork.read(actor, async (tx) => lineView(await this.intakes.get(tx, id)));
  }

  /** The file as it came. */
  @Get(':id/file')
  @RequirePermission('legal-register.record')
  @ApiProduces(FILE)
  async file(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { sha256, fileName, mediaType } = await this.unitOfWork.read(actor, (tx) =>
      this.intakes.get(tx, id),
    );
    if (sha256 === null || mediaType === null) throw new IntakeNotFound();
    const content = await this.files.openVerified({ area: 'records', agencyId: actor.agencyId, sha256 });
    await reply
      .headers({
        'content-disposition': contentDisposition(fileName ?? 'van-ban'),
        'content-type': FILE,
        'x-content-type-options': 'nosniff',
      })
      .send(content);
  }

  @Post(':id/dismissal')
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  dismiss(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
    @Body() { reason }: IntakeDismissal,
  ): Promise<void> {
    return this.desk.dismiss(actor, idempotency, { id, reason });
  }
}

function positionOf(cursor: ReturnType<typeof decodeCursor>): readonly [string, string] | null {
  if (cursor === null) return null;
  const [at, id] = cursor;
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(at) || Number.isNaN(Date.parse(at)) || !isUuid(id))
    throw new DomainError({ code: 'platform.invalid-cursor', kind: 'invalid' });
  return [at, id];
}

/** A program has no session; a person always has one. */
function originOf({ sessionId }: Actor): 'pasted' | 'program' {
  return sessionId == null ? 'program' : 'pasted';
}
