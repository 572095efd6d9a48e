import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  contentDisposition,
  CurrentActor,
  decodeCursor,
  type HttpReply,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  PortalAddress,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';

import { packedCopy } from '../../application/approvals/packed-copy';
import { MakeCopy } from '../../application/make-copy';
import { PaperCopies, PaperShelf } from '../../application/reading/paper-copies';
import { type PaperCopyRow } from '../../persistence/reading/paper-copies.repository';
import {
  DestroyRequest,
  DestructionPage,
  DestructionView,
  HandOutRequest,
  PaperCopyLine,
  PaperCopyLinePage,
  PaperCopyQuery,
  TakeBackRequest,
} from './paper.dto';

@ApiTags('documents')
@Controller()
export class PaperCopiesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: PaperShelf,
    private readonly papers: PaperCopies,
  ) {}

  /** Sổ phân phối, thu hồi: controlled copies on paper, the newest first (DI-12). */
  @Get('paper-copies')
  @RequirePermission('documents.read-distribution')
  @ApiOkResponse({ type: PaperCopyLinePage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { versionId, state, after, limit = 50 }: PaperCopyQuery,
  ): Promise<Page<PaperCopyLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await this.shelf.copies.list(tx, {
        versionId: versionId ?? null,
        state: state ?? null,
        after: cursor && [String(cursor[0]), String(cursor[1])],
        limit,
      });
      return pageOf(rows, limit, { show: lineOf, key: ({ createdAt, id }) => [createdAt, id] });
    });
  }

  /** Hands out the next numbered copy of the version in force. */
  @Post('versions/:id/paper-copies')
  @RequirePermission('documents.keep-paper-copies')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: PaperCopyLine })
  async handOut(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { holderName, unitId, place, issuedOn }: HandOutRequest,
  ): Promise<PaperCopyLine> {
    const command = { versionId, holderName, unitId: unitId ?? null, place, issuedOn };
    const id = await this.papers.handOut(actor, idempotency, command);
    return this.unitOfWork.read(actor, async (tx) => lineOf(await this.shelf.copies.get(tx, id)));
  }

  /** The copy came back; without a day, its holder cannot give it back. */
  @Post('paper-copies/:id/return')
  @RequirePermission('documents.keep-paper-copies')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  takeBack(
    @CurrentActor() actor: Actor,
    @IdParam('id') copyId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { recalledOn, condition }: TakeBackRequest,
  ): Promise<void> {
    const command = { copyId, recalledOn: recalledOn ?? null, condition: condition ?? null };
    return this.papers.takeBack(actor, idempotency, command);
  }

  /** Biên bản hủy tài liệu lỗi thời over copies that came back. */
  @Post('destructions')
  @RequirePermission('documents.keep-paper-copies')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: DestructionView })
  async destroy(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: DestroyRequest,
  ): Promise<DestructionView> {
    const id = await this.papers.destroy(actor, idempotency, { ...body });
    return this.unitOfWork.read(actor, (tx) => this.shelf.destructions.get(tx, id));
  }

  @Get('destructions')
  @RequirePermission('documents.read-distribution')
  @ApiOkResponse({ type: DestructionPage })
  destructions(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50 }: PageQuery,
  ): Promise<Page<DestructionView>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        await this.shelf.destructions.list(tx, cursor && [String(cursor[0]), String(cursor[1])], limit),
        limit,
        { show: (row) => row, key: ({ recordedAt, id }) => [recordedAt, id] },
      ),
    );
  }
}

@ApiTags('documents')
@Controller('paper-copies')
export class PaperCopyFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: PaperShelf,
    private readonly copies: MakeCopy,
    private readonly portal: PortalAddress,
  ) {}

  /** The PDF of a controlled copy, stamped with its number, to be printed (DI-11, DI-12). */
  @Post(':id/file')
  @RequirePermission('documents.keep-paper-copies')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async file(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { versionId, number } = await this.unitOfWork.read(actor, (tx) => this.shelf.copies.get(tx, id));
    const made = { purpose: 'controlled', copyNumber: number } as const;
    const { content, mediaType, fileName } = await packedCopy(
      await this.copies.execute(actor, versionId, this.portal.url, made),
    );
    await reply
      .headers({
        'content-type': mediaType,
        'content-length': content.byteLength,
        'content-disposition': contentDisposition(`Bản kiểm soát ${String(number)} ${fileName}`),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(content);
  }
}

function lineOf({
  createdAt: _created,
  rowVersion: _version,
  unitId: _unit,
  ...line
}: PaperCopyRow): PaperCopyLine {
  return line;
}
