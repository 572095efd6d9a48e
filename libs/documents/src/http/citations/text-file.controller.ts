import { type Actor } from '@app/kernel';
import { StoredTextsQuery } from '@app/legal-register';
import { UnitOfWork } from '@app/platform/database';
import {
  cleanFileName,
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { AttachTextFile } from '../../application/citations/text-file';
import { TextFileNotFound } from '../../domain/citations/citation';
import { FileMissing } from '../file-missing';
import { PdfSender } from '../pdf-sender';

/** The official file of a legal text: received by its steward, read by everybody the text is for. */
@ApiTags('documents')
@Controller('legal-texts/:id/file')
export class TextFileController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attaching: AttachTextFile,
    private readonly register: StoredTextsQuery,
    private readonly pdf: PdfSender,
  ) {}

  /** Takes the official PDF (multipart field "file", at most 50 MB); it is shown once it was inspected. */
  @Post()
  @RequirePermission('legal-register.record')
  @ApiConsumes('multipart/form-data')
  @HttpCode(204)
  @ApiNoContentResponse()
  async attach(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
  ): Promise<void> {
    if (!request.isMultipart()) throw new FileMissing();
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new FileMissing();
    await this.attaching.execute(actor, id, { fileName: cleanFileName(part.filename), content: part.file });
  }

  @Get()
  @RequirePermission('legal-register.read')
  @ApiProduces('application/pdf')
  async file(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { file, stewardAgencyId } = await this.unitOfWork.read(actor, (tx) => this.register.get(tx, id));
    if (file?.state !== 'ready') throw new TextFileNotFound();
    const ref = { area: 'records', agencyId: stewardAgencyId, sha256: file.sha256 } as const;
    await this.pdf.send(request, reply, { ref, size: file.size, fileName: file.name });
  }
}
