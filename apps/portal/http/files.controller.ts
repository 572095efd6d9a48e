import { isUuid } from '@app/kernel';
import { contentDisposition } from '@app/platform/http/file-name';
import { type ByteRange, FileStore } from '@app/platform/storage';
import { PapersQuery, type PublicFileRow, readVerificationCode } from '@portal/declarations';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { matches } from './reply';
import { requestedRange } from './range';

const PDF_NAME = /^(.{6,40})\.pdf$/;

/** Downloads, from the public area alone. Each asks the register first: a withdrawn paper is gone at once. */
@Controller('tep')
export class FilesController {
  constructor(
    private readonly papers: PapersQuery,
    private readonly files: FileStore,
  ) {}

  @Get('cong-bo/:name')
  async declaration(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const code = readVerificationCode(PDF_NAME.exec(name)?.[1] ?? '');
    await this.#send(request, reply, code === null ? null : await this.papers.declarationFile(code));
  }

  @Get('quy-trinh/:name')
  async procedure(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = PDF_NAME.exec(name)?.[1] ?? '';
    await this.#send(request, reply, isUuid(id) ? await this.papers.procedureFile(id) : null);
  }

  async #send(request: FastifyRequest, reply: FastifyReply, file: PublicFileRow | null): Promise<void> {
    if (file === null) throw new NotFoundException();
    const { agencyId, sha256, size } = file;
    const etag = `"${sha256}"`;
    void reply.headers({
      etag,
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=30, must-revalidate',
      'content-disposition': contentDisposition(`${file.name}.pdf`),
      'content-security-policy': "default-src 'none'; sandbox",
    });
    if (matches(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    const range = requestedRange(request.headers, { etag, size });
    if (range === 'unsatisfiable') {
      await reply
        .status(416)
        .header('content-range', `bytes */${String(size)}`)
        .send();
      return;
    }
    await this.#stream(reply, { area: 'public', agencyId, sha256, size }, range);
  }

  async #stream(
    reply: FastifyReply,
    { size, ...ref }: { area: 'public'; agencyId: string; sha256: string; size: number },
    range: Required<ByteRange> | null,
  ): Promise<void> {
    const { start, end } = range ?? { start: 0, end: size - 1 };
    const body = await this.files.openVerified(ref, { start, end });
    if (range !== null) {
      void reply.status(206).header('content-range', `bytes ${String(start)}-${String(end)}/${String(size)}`);
    }
    await reply
      .type('application/pdf')
      .header('content-length', end - start + 1)
      .send(body);
  }
}
