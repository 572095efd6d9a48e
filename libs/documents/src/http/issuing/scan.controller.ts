import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  contentDisposition,
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { FileStore } from '@app/platform/storage';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { ScanNotFound } from '../../domain/refusals';
import { DecisionsQuery } from '../../persistence/decisions.query';
import { PdfSender } from '../pdf-sender';

@ApiTags('documents')
@Controller('decisions')
export class ScanController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsQuery,
    private readonly pdf: PdfSender,
    private readonly files: FileStore,
  ) {}

  /** The signed decision as scanned; only what passed the inspection. */
  @Get(':id/scan')
  @RequirePermission('documents.read-decisions')
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  async scan(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { scan, agencyId } = await this.unitOfWork.read(actor, (tx) => this.decisions.get(tx, id));
    if (scan?.state !== 'ready') throw new ScanNotFound();
    const ref = { area: 'records', agencyId, sha256: scan.sha256 } as const;
    if (scan.type === 'pdf') {
      await this.pdf.send(request, reply, { ref, size: scan.size, fileName: scan.name });
      return;
    }
    await reply
      .headers({
        'content-type': /\.png$/i.test(scan.name) ? 'image/png' : 'image/jpeg',
        'content-length': scan.size,
        'content-disposition': contentDisposition(scan.name, 'inline'),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(await this.files.openVerified(ref));
  }
}
