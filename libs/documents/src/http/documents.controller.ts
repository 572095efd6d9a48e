import { type Actor } from '@app/kernel';
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
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ListDocuments, placeOf } from '../application/search/list-documents';
import { CodeProblems } from './code-problems.dto';
import {
  CodeCheckQuery,
  DocumentLine,
  DocumentLinePage,
  DocumentListQuery,
  DocumentPage,
  SeriesLine,
  VersionLine,
} from './document.dto';
import { filterOf } from './document-filter';
import { DraftingDesk } from './drafting-desk';
import { CreateDocument, CreateVersion as CreateVersionRequest, VersionDetail } from './version.dto';
import { VersionReader } from './version.reader';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: ListDocuments,
    private readonly reader: VersionReader,
    private readonly desk: DraftingDesk,
  ) {}

  /** The library (in force) or the workspace (under way). */
  @Get()
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: DocumentLinePage })
  list(@CurrentActor() actor: Actor, @Query() query: DocumentListQuery): Promise<Page<DocumentLine>> {
    const limit = query.limit ?? 50;
    const inProgress = query.scope === 'in-progress';
    if (inProgress) this.desk.assertWorkspace(actor);
    const filter = { ...filterOf(query), after: decodeCursor(query.after, inProgress ? 2 : 3), limit };
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        inProgress ? await this.lists.underWay(tx, filter) : await this.lists.effective(tx, filter),
        limit,
        { show: (row) => this.reader.line(row), key: (row) => placeOf(query.scope, row) },
      ),
    );
  }

  /** Lĩnh vực of what is in force. */
  @Get('series')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: SeriesLine, isArray: true })
  series(@CurrentActor() actor: Actor): Promise<SeriesLine[]> {
    return this.unitOfWork.read(actor, (tx) => this.lists.series(tx));
  }

  /** Whether a code stands already: the same lĩnh vực is an error, another one a warning. */
  @Get('code-check')
  @RequirePermission('documents.draft')
  @ApiOkResponse({ type: CodeProblems })
  codeCheck(
    @CurrentActor() actor: Actor,
    @Query() { code, series, documentId }: CodeCheckQuery,
  ): Promise<CodeProblems> {
    return this.unitOfWork.read(actor, async (tx) => ({
      problems: await this.desk.rules.codeProblems(tx, { code, series, documentId: documentId ?? null }),
    }));
  }

  @Post()
  @RequirePermission('documents.draft')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: VersionDetail })
  create(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { uploadId, keepRepeatedCode, ...fields }: CreateDocument,
    @CurrentLanguage() language: Language,
  ): Promise<VersionDetail> {
    const command = { uploadId, documentId: null, keepRepeatedCode: keepRepeatedCode ?? false, fields };
    return this.#created(actor, language, this.desk.create.execute(actor, idempotency, command));
  }

  @Get(':id')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: DocumentPage })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @CurrentLanguage() language: Language,
  ): Promise<DocumentPage> {
    return this.unitOfWork.read(actor, (tx) => this.reader.document(tx, id, language));
  }

  @Get(':id/versions')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: VersionLine, isArray: true })
  versions(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<VersionLine[]> {
    return this.unitOfWork.read(actor, (tx) => this.reader.history(tx, id));
  }

  @Post(':id/versions')
  @RequirePermission('documents.draft')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: VersionDetail })
  addVersion(
    @CurrentActor() actor: Actor,
    @IdParam('id') documentId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { uploadId, ...fields }: CreateVersionRequest,
    @CurrentLanguage() language: Language,
  ): Promise<VersionDetail> {
    const command = { uploadId, documentId, keepRepeatedCode: false, fields };
    return this.#created(actor, language, this.desk.create.execute(actor, idempotency, command));
  }

  async #created(actor: Actor, language: Language, created: Promise<string>): Promise<VersionDetail> {
    const id = await created;
    return this.unitOfWork.read(actor, (tx) => this.reader.version(tx, id, language));
  }
}
