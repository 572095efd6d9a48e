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
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { packedCopy } from '../application/approvals/packed-copy';
import { MakeCopy } from '../application/make-copy';
import { TraceAccess } from '../application/reading/trace-access';
import { RenditionNotReady } from '../domain/refusals';
import { PdfSender } from './pdf-sender';
import { CopyRequest } from './reading/copy.dto';
import { VersionFiles } from './version-files';

@ApiTags('documents')
@Controller('versions')
export class VersionFilesController {
  constructor(
    private readonly versions: VersionFiles,
    private readonly pdf: PdfSender,
    private readonly copies: MakeCopy,
    private readonly portal: PortalAddress,
    private readonly trace: TraceAccess,
  ) {}

  /** The pages as they are signed, for the built-in viewer; by Range. */
  @Get(':id/rendition')
  @RequirePermission('documents.read')
  @ApiProduces('application/pdf')
  async rendition(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const row = await this.versions.row(actor, id);
    const { sha256, size } = row.rendition;
    if (sha256 === null || size === null) throw new RenditionNotReady();
    // A viewer asks once for the whole and then for parts: one line per opening, not per part.
    if (row.isRestricted && request.headers.range === undefined)
      await this.trace.taken(actor, { versionId: id, documentId: row.documentId }, 'restricted-view');
    await this.pdf.send(request, reply, {
      ref: { area: 'renditions', agencyId: row.agencyId, sha256 },
      size,
      fileName: `${row.code} ${row.title}.pdf`.replaceAll('/', '-'),
    });
  }

  /** The file as it was received, never opened in the browser. */
  @Get(':id/master')
  @RequirePermission('documents.read-drafts')
  @ApiProduces('application/octet-stream')
  async master(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { master, documentId, stream } = await this.versions.master(actor, id);
    await this.trace.taken(actor, { versionId: id, documentId }, 'master');
    await reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': master.size,
        'content-disposition': contentDisposition(master.fileName),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(stream);
  }

  /** A stamped copy (DI-11); its hash is kept first. */
  @Post(':id/copies')
  @RequirePermission('documents.copy')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async copy(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { purpose }: CopyRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const made = { purpose: purpose ?? 'download', copyNumber: null };
    const { content, mediaType, fileName } = await packedCopy(
      await this.copies.execute(actor, id, this.portal.url, made),
    );
    await reply
      .headers({
        'content-type': mediaType,
        'content-length': content.byteLength,
        'content-disposition': contentDisposition(fileName),
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(content);
  }
}
