import { type Actor } from '@app/kernel';
import { type Idempotency, type ReadTransaction, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Language,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { WriteContent } from '../../application/editor/write-content';
import { EMPTY_CONTENT } from '../../domain/content';
import { ContentRepository, type KeptContent } from '../../persistence/content.repository';
import { type DetailRow, VersionDetailQuery } from '../../persistence/version-detail.query';
import { VersionDetail } from '../version.dto';
import { VersionReader } from '../version.reader';
import { ContentChanges, ContentView, WrittenDocumentRequest, WrittenVersionRequest } from './content.dto';

/** A version's row and content, for whoever may see the version. */
interface Seen {
  row: DetailRow;
  kept: KeptContent | null;
}

/** What a procedure says, as fields: shown, written, printed. */
@ApiTags('documents')
@Controller('versions')
export class ContentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly contents: ContentRepository,
    private readonly writing: WriteContent,
  ) {}

  /** Empty, with row version 0, where nothing was read and nothing written. */
  @Get(':id/content')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: ContentView })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ContentView> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { kept } = await this.#seen(tx, id);
      return viewOf(kept ?? { origin: 'read', content: EMPTY_CONTENT, rowVersion: 0 });
    });
  }

  @Put(':id/content')
  @RequirePermission('documents.draft')
  @ApiOkResponse({ type: ContentView })
  async write(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IfMatch() rowVersion: number,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { content, makesPaper }: ContentChanges,
  ): Promise<ContentView> {
    await this.writing.save(actor, idempotency, {
      versionId,
      rowVersion,
      content,
      makesPaper: makesPaper ?? false,
    });
    return this.get(actor, versionId);
  }

  async #seen(tx: ReadTransaction, id: string): Promise<Seen> {
    const row = await this.details.get(tx, id);
    return { row, kept: await this.contents.get(tx, id) };
  }
}

/** A draft that begins in the editor, without an upload. */
@ApiTags('documents')
@Controller('documents')
export class WrittenDocumentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: VersionReader,
    private readonly writing: WriteContent,
  ) {}

  @Post('written')
  @RequirePermission('documents.draft')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: VersionDetail })
  async begin(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { keepRepeatedCode = false, ...fields }: WrittenDocumentRequest,
    @CurrentLanguage() language: Language,
  ): Promise<VersionDetail> {
    const command = { documentId: null, keepRepeatedCode, fields };
    return this.#shown(actor, await this.writing.begin(actor, idempotency, command), language);
  }

  /** The next version, with the content of the latest. */
  @Post(':id/versions/written')
  @RequirePermission('documents.draft')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: VersionDetail })
  async beginNext(
    @CurrentActor() actor: Actor,
    @IdParam('id') documentId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() fields: WrittenVersionRequest,
    @CurrentLanguage() language: Language,
  ): Promise<VersionDetail> {
    const command = { documentId, keepRepeatedCode: false, fields };
    return this.#shown(actor, await this.writing.begin(actor, idempotency, command), language);
  }

  #shown(actor: Actor, id: string, language: Language): Promise<VersionDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.version(tx, id, language));
  }
}

function viewOf({ origin, content, rowVersion }: KeptContent): ContentView {
  return { origin, content: content as unknown as ContentView['content'], rowVersion };
}
