import { type Actor, DomainError } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  cleanFileName,
  CurrentActor,
  decodeCursor,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { AcceptAsDrafts, AcceptInForce } from '../../application/imports/accept-import';
import { ReceiveImportFile } from '../../application/imports/receive-import-file';
import { ImportReader } from './import.reader';
import {
  AcceptInForceRequest,
  ImportAccepted,
  ImportChoice,
  ImportDetail,
  ImportLine,
  ImportLinePage,
  OpenImportRequest,
  ReceivedImportFile,
} from './import.dto';

/** The request carries no file part. */
class FileMissing extends DomainError {
  constructor() {
    super({ code: 'documents.file-missing', kind: 'invalid' });
  }
}

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ImportReader,
    private readonly receiving: ReceiveImportFile,
  ) {}

  /** Batches of the agency, the newest first. */
  @Get()
  @RequirePermission('documents.import')
  @ApiOkResponse({ type: ImportLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { after: cursor, limit = 50 }: PageQuery,
  ): Promise<Page<ImportLine>> {
    const after = decodeCursor(cursor, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.reader.query.list(tx, { after, limit }), limit, {
        show: (row) => row,
        key: (row) => [row.createdAt, row.id],
      }),
    );
  }

  @Post()
  @RequirePermission('documents.import')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ImportDetail })
  async open(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { name }: OpenImportRequest,
  ): Promise<ImportDetail> {
    return this.get(actor, await this.receiving.open(actor, idempotency, name));
  }

  /** State of the batch and what is wrong in it. */
  @Get(':id')
  @RequirePermission('documents.import')
  @ApiOkResponse({ type: ImportDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ImportDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.detail(tx, id));
  }

  /**
   * Takes one file (multipart: field "folder" before the part "file", at most 50 MB): a document, or a ZIP of them.
   * The same content again is the row that stands.
   */
  @Post(':id/files')
  @RequirePermission('documents.import')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: ReceivedImportFile })
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @Req() request: HttpRequest,
  ): Promise<ReceivedImportFile> {
    await this.unitOfWork.read(actor, (tx) => this.reader.query.get(tx, batchId));
    if (!request.isMultipart()) throw new FileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new FileMissing();
    const fileName = cleanFileName(part.filename);
    const folder = folderOf(part.fields['folder']);
    return this.receiving.execute(actor, { batchId, fileName, folder, content: part.file });
  }
}

@ApiTags('imports')
@Controller('imports/:id')
export class ImportAcceptanceController {
  constructor(
    private readonly inForce: AcceptInForce,
    private readonly asDrafts: AcceptAsDrafts,
  ) {}

  /** "Đang hiệu lực theo quyết định đã có": all chosen rows or none, confirmed by the password once (OF-04). */
  @Post('acceptance')
  @RequirePermission('documents.import')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImportAccepted })
  async accept(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { acceptRepeatedNumber, decision, ...request }: AcceptInForceRequest,
  ): Promise<ImportAccepted> {
    const accepted = await this.inForce.execute(actor, idempotency, {
      ...request,
      batchId,
      decision: { ...decision, effectiveOn: decision.effectiveOn ?? null },
      acceptRepeatedNumber: acceptRepeatedNumber ?? false,
    });
    return { accepted };
  }

  /** "Đưa vào soạn thảo": each chosen row becomes a draft; all or none. */
  @Post('drafts')
  @RequirePermission('documents.import')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ImportAccepted })
  async draft(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { itemIds }: ImportChoice,
  ): Promise<ImportAccepted> {
    return { accepted: await this.asDrafts.execute(actor, idempotency, { batchId, itemIds }) };
  }
}

/** Folders as the browser tells them, each cleaned like a file name; the file's own name is not among them. */
function folderOf(field: unknown): string {
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : '';
  if (typeof value !== 'string') return '';
  return value
    .split('/')
    .filter((part) => part.trim() !== '')
    .map((part) => cleanFileName(part))
    .join('/')
    .slice(0, 500);
}
