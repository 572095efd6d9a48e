import { createHash } from 'node:crypto';

import { type FastifyReply, type FastifyRequest } from 'fastify';

/** A withdrawn declaration is gone from every cache within a minute (I-15). */
const PAGE_CACHE = 'public, max-age=30, must-revalidate';

interface Answer {
  body: string;
  type?: string;
  status?: number;
}

/** Sends text with its ETag, or 304 to the reader who has it. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, type = 'text/html; charset=utf-8', status = 200 }: Answer,
): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.header('etag', etag).header('cache-control', status < 400 ? PAGE_CACHE : 'no-store');
  if (status === 200 && matches(request.headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  await reply.status(status).type(type).send(body);
}

export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
