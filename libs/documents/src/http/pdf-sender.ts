import { contentDisposition, type HttpReply, type HttpRequest } from '@app/platform/http';

import { type ByteRange, type FileRef, FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

interface PdfToSend {
  ref: FileRef;
  size: number;
  fileName: string;
}

/** Sends a stored PDF to the built-in viewer, by Range, from a copy whose hash was proved. */
@Injectable()
export class PdfSender {
  constructor(private readonly files: FileStore) {}

  async send(request: HttpRequest, reply: HttpReply, { ref, size, fileName }: PdfToSend): Promise<void> {
    const etag = `"${ref.sha256}"`;
    void reply.headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=0, must-revalidate',
      'content-disposition': contentDisposition(fileName, 'inline'),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'application/pdf',
      etag,
    });
    if (request.headers['if-none-match'] === etag) {
      await reply.status(304).send();
      return;
    }
    const range = rangeOf(request.headers.range, size);
    if (range === 'unsatisfiable') {
      await reply
        .status(416)
        .header('content-range', `bytes */${String(size)}`)
        .send();
      return;
    }
    const first = range?.start ?? 0;
    const last = range?.end ?? size - 1;
    const stream = await this.files.openVerified(
      ref,
      range === null ? undefined : { start: first, end: last },
    );
    if (range !== null)
      void reply
        .status(206)
        .header('content-range', `bytes ${String(first)}-${String(last)}/${String(size)}`);
    await reply.header('content-length', last - first + 1).send(stream);
  }
}

/** One range, as viewers ask for; several ranges or other units are answered with the whole file (RFC 9110, 14.2). */
function rangeOf(
  header: string | undefined,
  size: number,
): (ByteRange & { end: number }) | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const { start, end } = from === '' ? lastBytes(Number(to), size) : betweenBytes(Number(from), to, size);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

function lastBytes(count: number, size: number): { start: number; end: number } {
  return { start: Math.max(0, size - count), end: size - 1 };
}

function betweenBytes(start: number, to: string, size: number): { start: number; end: number } {
  return { start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
