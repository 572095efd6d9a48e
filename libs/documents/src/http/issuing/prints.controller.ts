import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';

import { PrintNotFound } from '../../domain/refusals';
import { PrintsRepository } from '../../persistence/issuing/prints.repository';
import { PdfSender } from '../pdf-sender';
import { PrintView } from './issuing.dto';

@ApiTags('documents')
@Controller('prints')
export class PrintsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly prints: PrintsRepository,
    private readonly pdf: PdfSender,
  ) {}

  @Get(':id')
  @RequirePermission('documents.read')
  @ApiOkResponse({ type: PrintView })
  async get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PrintView> {
    const { fileName, state, message } = await this.unitOfWork.read(actor, (tx) => this.prints.get(tx, id));
    return { id, fileName, state, message };
  }

  /** The PDF of a printed form, once the worker has made it. */
  @Get(':id/file')
  @RequirePermission('documents.read')
  @ApiProduces('application/pdf')
  async file(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { pdf, fileName } = await this.unitOfWork.read(actor, (tx) => this.prints.get(tx, id));
    if (pdf === null) throw new PrintNotFound();
    const ref = { area: 'renditions', agencyId: actor.agencyId, sha256: pdf.sha256 } as const;
    await this.pdf.send(request, reply, { ref, size: pdf.size, fileName });
  }
}
