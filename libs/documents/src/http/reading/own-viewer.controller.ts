import { type Actor } from '@app/kernel';
import {
  contentDisposition,
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  PortalAddress,
  RequirePermission,
} from '@app/platform/http';
import { Controller, Get, Injectable, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { MakeCopy } from '../../application/make-copy';
import { TraceAccess } from '../../application/reading/trace-access';
import { NothingToCopy, RenditionNotReady } from '../../domain/refusals';
import { type DetailRow } from '../../persistence/version-detail.query';
import { PdfSender } from '../pdf-sender';
import { VersionFiles } from '../version-files';

/** What a person is given to open in a program of their own. */
@Injectable()
export class OwnViewerFile {
  constructor(
    private readonly copies: MakeCopy,
    private readonly trace: TraceAccess,
    private readonly portal: PortalAddress,
  ) {}

  /**
   * A stamped and, if need be, marked copy: what leaves the built-in viewer says what it is. Null for what bears no
   * stamp: a draft, or a file signed outside, whose bytes must stay as they are; that it was taken is written down.
   */
  async stamped(actor: Actor, { id, documentId }: DetailRow): Promise<Uint8Array | null> {
    try {
      return (await this.copies.execute(actor, id, this.portal.url)).pdf;
    } catch (error) {
      if (!(error instanceof NothingToCopy)) throw error;
      await this.trace.taken(actor, { versionId: id, documentId }, 'own-viewer');
      return null;
    }
  }
}

@ApiTags('documents')
@Controller('versions')
export class OwnViewerController {
  constructor(
    private readonly versions: VersionFiles,
    private readonly file: OwnViewerFile,
    private readonly pdf: PdfSender,
  ) {}

  /** "Mở bằng trình xem của máy": a plain link that any browser or PDF program follows. */
  @Get(':id/open')
  @RequirePermission('documents.copy')
  @ApiProduces('application/pdf')
  async open(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const row = await this.versions.row(actor, id);
    const { sha256, size } = row.rendition;
    if (sha256 === null || size === null) throw new RenditionNotReady();
    const fileName = `${row.code} ${row.title}.pdf`.replaceAll('/', '-');
    const stamped = await this.file.stamped(actor, row);
    if (stamped === null) {
      const ref = { area: 'renditions', agencyId: row.agencyId, sha256 } as const;
      return this.pdf.send(request, reply, { ref, size, fileName });
    }
    await reply
      .headers({
        'cache-control': 'no-store',
        'content-type': 'application/pdf',
        'content-length': stamped.byteLength,
        'content-disposition': contentDisposition(fileName, 'inline'),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(Buffer.from(stamped));
  }
}
