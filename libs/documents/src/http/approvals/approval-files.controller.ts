import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  contentDisposition,
  CurrentActor,
  CurrentLanguage,
  type HttpReply,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  type Language,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';

import { ApproveByFile } from '../../application/approvals/approve-by-file';
import { MakeSigningCopy } from '../../application/approvals/make-signing-copy';
import { ApprovalFileNotFound } from '../../domain/approvals';
import { ApprovalFilesRepository } from '../../persistence/approvals/approval-files.repository';
import { PdfSender } from '../pdf-sender';
import { ApprovalFileView, FileApprovalRequest, FileRefusalRequest } from './approval-file.dto';
import { ApprovalFileReader } from './approval-file.reader';
import { ApprovalUpload } from './approval-upload';

@ApiTags('documents')
@Controller('versions')
export class VersionApprovalFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ApprovalFileReader,
    private readonly upload: ApprovalUpload,
  ) {}

  /** Files that carry an approval given outside, the newest first. */
  @Get(':id/approval-files')
  @RequirePermission('documents.read-drafts')
  @ApiOkResponse({ type: ApprovalFileView, isArray: true })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @CurrentLanguage() language: Language,
  ): Promise<ApprovalFileView[]> {
    return this.unitOfWork.read(actor, (tx) => this.reader.ofVersion(tx, versionId, language));
  }

  /**
   * Takes a PDF signed outside (way "outside") or the scan of a signed paper (way "paper": one PDF, or photos in order;
   * fields signers, one a line, signedOn, originalPlace). The worker checks it.
   */
  @Post(':id/approval-files')
  @RequirePermission('documents.bring-approval')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: ApprovalFileView })
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @Req() request: HttpRequest,
    @CurrentLanguage() language: Language,
  ): Promise<ApprovalFileView> {
    const id = await this.upload.take(actor, versionId, request);
    return this.unitOfWork.read(actor, (tx) => this.reader.one(tx, id, language));
  }
}

@ApiTags('documents')
@Controller('versions')
export class SigningCopyController {
  constructor(private readonly signingCopy: MakeSigningCopy) {}

  /** Bản trình ký: each page with a QR code and the hash of the content. */
  @Get(':id/signing-copy')
  @RequirePermission('documents.read-drafts')
  @ApiProduces('application/pdf')
  async signingCopyOf(
    @CurrentActor() actor: Actor,
    @IdParam('id') versionId: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { pdf, fileName } = await this.signingCopy.execute(actor, versionId);
    await reply
      .headers({
        'content-type': 'application/pdf',
        'content-length': pdf.byteLength,
        'content-disposition': contentDisposition(fileName),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(Buffer.from(pdf));
  }
}

@ApiTags('documents')
@Controller('approval-files')
export class ApprovalFilesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly approvalFiles: ApprovalFilesRepository,
    private readonly approve: ApproveByFile,
    private readonly pdf: PdfSender,
  ) {}

  /** The signed PDF byte for byte, or the scan; it shows signatures, so that readers alone do not get it. */
  @Get(':id/content')
  @RequirePermission('documents.read-drafts')
  @ApiProduces('application/pdf')
  async content(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const row = await this.unitOfWork.read(actor, (tx) => this.approvalFiles.get(tx, id));
    const { agencyId, sha256, size, parts } = row;
    if (sha256 === null || size === null) throw new ApprovalFileNotFound();
    const fileName = row.way === 'outside' ? (parts[0]?.fileName ?? 'signed.pdf') : 'Bản quét.pdf';
    await this.pdf.send(request, reply, { ref: { area: 'records', agencyId, sha256 }, size, fileName });
  }

  /** Ghi nhận phê duyệt by a PDF signed outside. */
  @Post(':id/approval')
  @RequirePermission('documents.record-approval')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  record(
    @CurrentActor() actor: Actor,
    @IdParam('id') fileId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { password, note }: FileApprovalRequest,
  ): Promise<void> {
    return this.approve.record(actor, idempotency, {
      fileId,
      password,

      note: note ?? null,
    });
  }

  /** Đã đối chiếu bản gốc: a second person confirms the scan, and the version is approved. */
  @Post(':id/confirmation')
  @RequirePermission('documents.confirm-paper')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  confirm(
    @CurrentActor() actor: Actor,
    @IdParam('id') fileId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { password, note }: FileApprovalRequest,
  ): Promise<void> {
    return this.approve.confirm(actor, idempotency, {
      fileId,
      password,

      note: note ?? null,
    });
  }

  /** The file is not what the original is, or is not to be used. */
  @Post(':id/refusal')
  @RequirePermission('documents.confirm-paper')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  refuse(
    @CurrentActor() actor: Actor,
    @IdParam('id') fileId: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: FileRefusalRequest,
  ): Promise<void> {
    return this.approve.refuse(actor, idempotency, { fileId, reason });
  }
}
