import { PrintForms } from '@app/documents';
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
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { SignReviewSheet } from '../../application/sign-review-sheet';
import { ReviewSheetsRepository } from '../../persistence/review-sheets.repository';
import { instantPosition } from '../position';
import {
  ReviewSheetDetail,
  ReviewSheetLine,
  ReviewSheetPage,
  ReviewSheetRequest,
  SheetPrint,
} from './review-sheet.dto';
import { ReviewSheetForm } from './review-sheet-form';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Printing a sheet: the file, and who makes a PDF of it. */
@ApiTags('legal-impact')
@Controller('review-sheets')
export class ReviewSheetPrintsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly form: ReviewSheetForm,
    private readonly printing: PrintForms,
  ) {}

  @Get(':id/form.docx')
  @RequirePermission('legal-impact.read')
  @ApiProduces(DOCX)
  async word(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { docx, fileName } = await this.unitOfWork.read(actor, (tx) => this.form.fill(tx, id));
    await reply
      .headers({
        'content-type': DOCX,
        'content-length': docx.byteLength,
        'content-disposition': contentDisposition(fileName),
      })
      .send(docx);
  }

  /** The PDF of it, made by the worker; fetched at `/prints/:id`. */
  @Post(':id/form-prints')
  @RequirePermission('legal-impact.assess')
  @ApiCreatedResponse({ type: SheetPrint })
  async pdf(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SheetPrint> {
    const form = await this.unitOfWork.read(actor, (tx) => this.form.fill(tx, id));
    const printId = await this.printing.ask(actor, form);
    return {
      id: printId,
      fileName: form.fileName.replace(/\.docx$/, '.pdf'),
      state: 'waiting',
      message: null,
    };
  }
}

/** Phiếu rà soát văn bản over a chosen group of documents (OF-07). */
@ApiTags('legal-impact')
@Controller('review-sheets')
export class ReviewSheetsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: ReviewSheetsRepository,
    private readonly signing: SignReviewSheet,
  ) {}

  /** Signs all rows with one password: all or none. */
  @Post()
  @RequirePermission('legal-impact.assess')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ReviewSheetDetail })
  async sign(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { rows, password }: ReviewSheetRequest,
  ): Promise<ReviewSheetDetail> {
    const id = await this.signing.execute(actor, idempotency, {
      rows: rows.map(({ reason, ...row }) => ({ ...row, reason: reason ?? '' })),
      password,
    });
    return this.get(actor, id);
  }

  @Get()
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: ReviewSheetPage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { after, limit = 50 }: PageQuery,
  ): Promise<Page<ReviewSheetLine>> {
    const position = instantPosition(decodeCursor(after, 2));
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(await this.sheets.list(tx, { after: position, limit }), limit, {
        show: (row) => ({ ...row, signedAt: new Date(row.signedAt).toISOString() }),
        key: ({ signedAt, id }) => [new Date(signedAt).toISOString(), id],
      }),
    );
  }

  @Get(':id')
  @RequirePermission('legal-impact.read')
  @ApiOkResponse({ type: ReviewSheetDetail })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ReviewSheetDetail> {
    return this.unitOfWork.read(actor, async (tx) => {
      const sheet = await this.sheets.get(tx, id);
      return { ...sheet, signedAt: new Date(sheet.signedAt).toISOString() };
    });
  }
}
