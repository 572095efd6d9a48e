import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  decodeCursor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  IfMatch,
  type Page,
  pageOf,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { ChangeImportItems } from '../../application/imports/change-import-items';
import { type EarlierVersion } from '../../domain/imports';
import { ImportNotFound } from '../../domain/refusals';
import { type ItemChange } from '../../persistence/imports/imports.repository';
import { PdfSender } from '../pdf-sender';
import {
  type EarlierVersionFields,
  ImportItemChanges,
  ImportItemPage,
  ImportItemQuery,
  ImportItemView,
  ManyItemsRequest,
} from './import.dto';
import { ImportReader, viewOf } from './import.reader';

@ApiTags('imports')
@Controller('imports/:id/items')
export class ImportItemsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ImportReader,
    private readonly changing: ChangeImportItems,
    private readonly pdf: PdfSender,
  ) {}

  /** Rows of the review grid, by folder and name, a hundred at a time. */
  @Get()
  @RequirePermission('documents.import')
  @ApiOkResponse({ type: ImportItemPage })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @Query() { status, after, limit = 100 }: ImportItemQuery,
  ): Promise<Page<ImportItemView>> {
    const [last = -1] = decodeCursor(after, 1) ?? [];
    const from = typeof last === 'number' ? last + 1 : 0;
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.reader.rows(tx, batchId, { status, from, limit }), limit, {
        show: ({ row }) => viewOf(row),
        key: ({ place }) => [place],
      }),
    );
  }

  /** Changes many rows alike. */
  @Post()
  @RequirePermission('documents.import')
  @HttpCode(204)
  @ApiNoContentResponse()
  async changeMany(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @Body() { itemIds, ...changes }: ManyItemsRequest,
  ): Promise<void> {
    await this.changing.many(actor, { batchId, itemIds }, changeOf(changes));
  }

  @Patch(':itemId')
  @RequirePermission('documents.import')
  @ApiOkResponse({ type: ImportItemView })
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @IdParam('itemId') itemId: string,
    @IfMatch() rowVersion: number,
    @Body() changes: ImportItemChanges,
  ): Promise<ImportItemView> {
    const { earlier } = changes;
    await this.changing.one(
      actor,
      { batchId, itemId, rowVersion },
      { ...changeOf(changes), ...(earlier === undefined ? {} : { earlier: earlierOf(earlier) }) },
    );
    return this.unitOfWork.read(actor, (tx) => this.reader.row(tx, batchId, itemId));
  }

  /** The pages of a row beside its fields. */
  @Get(':itemId/preview')
  @RequirePermission('documents.import')
  @ApiProduces('application/pdf')
  async preview(
    @CurrentActor() actor: Actor,
    @IdParam('id') batchId: string,
    @IdParam('itemId') itemId: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const item = await this.unitOfWork.read(actor, (tx) => this.reader.query.item(tx, batchId, itemId));
    if (item.previewSha256 === null || item.previewSize === null) throw new ImportNotFound();
    await this.pdf.send(request, reply, {
      ref: { area: 'renditions', agencyId: actor.agencyId, sha256: item.previewSha256 },
      size: item.previewSize,
      fileName: `${item.fileName}.pdf`,
    });
  }
}

function changeOf({
  fields,
  keepsCode,
  state,
}: Pick<ImportItemChanges, 'fields' | 'keepsCode' | 'state'>): Omit<ItemChange, 'earlier'> {
  return {
    ...(fields === undefined ? {} : { corrections: { ...fields } }),
    ...(keepsCode === undefined ? {} : { keepsCode }),
    ...(state === undefined ? {} : { state }),
  };
}

function earlierOf(earlier: EarlierVersionFields | null): EarlierVersion | null {
  if (earlier === null) return null;
  return { ...earlier, documentId: earlier.documentId ?? null, itemId: earlier.itemId ?? null };
}
