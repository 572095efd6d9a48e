import { DomainError } from '@app/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';

import { failurePage } from '../pages/failure';
import { PortalSite } from './portal-site';
import { contextOf } from './request';

/** Every refusal becomes a page in the reader's language; health answers JSON. Nothing of the cause leaves the process. */
@Catch()
export class FailureFilter implements ExceptionFilter<unknown> {
  readonly #log = new Logger('Portal');

  constructor(private readonly site: PortalSite) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status >= 500) this.#log.error({ err: error, correlationId: request.id });
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    await this.answer(request, reply, status);
  }

  async answer(request: FastifyRequest, reply: FastifyReply, status: number): Promise<void> {
    void reply.status(status).header('cache-control', 'no-store');
    if (status === 503 || status === 429) void reply.header('retry-after', status === 429 ? '60' : '5');
    if (request.url.startsWith('/health/')) {
      await reply.type('application/json').send('{"status":"unavailable"}');
      return;
    }
    reply.removeHeader('etag').removeHeader('content-disposition');
    await reply
      .type('text/html; charset=utf-8')
      .send(failurePage(contextOf(request, this.site), status, request.id));
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof DomainError) return domainStatus(error);
  if (error instanceof QueryFailedError) return 503;
  return foreignStatus(error as { statusCode?: unknown; message?: string });
}

/** The store's refusals: a file that should be there and is not is our fault, and passes. */
function domainStatus({ kind }: DomainError): number {
  return kind === 'invalid' ? 400 : 503;
}

/** Fastify tells a status; the driver's broken connections tell only words. */
function foreignStatus({ statusCode, message = '' }: { statusCode?: unknown; message?: string }): number {
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return statusCode;
  return /connect|terminated|timeout/i.test(message) ? 503 : 500;
}
