import { type Actor } from '@app/kernel';
import {
  contentDisposition,
  CurrentActor,
  type HttpReply,
  type HttpRequest,
  IdParam,
  RequirePermission,
} from '@app/platform/http';
import { FileStore, RangeNotSatisfiable } from '@app/platform/storage';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { TakeExport } from '../application/exports/take-export';
import { ExportFileQuery } from './exports.dto';

const ZIP = 'application/zip';

@ApiTags('dossiers')
@Controller('agency-exports/:id/file')
export class ExportFileController {
  constructor(
    private readonly taking: TakeExport,
    private readonly files: FileStore,
  ) {}

  /** The archive, straight from the store; a download that broke off goes on by Range. */
  @Get()
  @RequirePermission('dossiers.export')
  @ApiProduces(ZIP)
  async file(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() { token }: ExportFileQuery,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { sha256, size, askedAt } = await this.taking.open(actor, id, token);
    const start = startOf(request.headers.range);
    if (start >= size) throw new RangeNotSatisfiable();
    const ref = { area: 'records', agencyId: actor.agencyId, sha256 } as const;
    const content = await this.files.open(ref, start === 0 ? undefined : { start });
    if (start > 0)
      void reply
        .status(206)
        .header('content-range', `bytes ${String(start)}-${String(size - 1)}/${String(size)}`);
    await reply
      .headers({
        'accept-ranges': 'bytes',
        'cache-control': 'no-store',
        'content-disposition': contentDisposition(
          `du-lieu-co-quan-${askedAt.toISOString().slice(0, 10)}.zip`,
        ),
        'content-length': size - start,
        'content-type': ZIP,
        etag: `"${sha256}"`,
        'x-content-hash': `sha256:${sha256}`,
      })
      .send(content);
  }
}

/** The one form that a resumed download uses; anything else is answered with the whole file (RFC 9110, 14.2). */
function startOf(range: string | undefined): number {
  return Number(/^bytes=(\d{1,15})-$/.exec(range ?? '')?.[1] ?? 0);
}
