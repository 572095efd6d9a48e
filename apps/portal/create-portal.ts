import { uuidV7 } from '@app/kernel';
import { type PortalSettings } from '@app/platform/config';
import { closeWhatFallsIdle } from '@app/platform/http';
import rateLimit from '@fastify/rate-limit';
import { Logger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { FailureFilter } from './http/failure.filter';
import { PortalModule } from './portal.module';

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;
const HSTS = 'max-age=31536000; includeSubDomains';

/** Builds the public site; `listen` is the caller's. It takes no body, reads no cookie and sets none. */
export async function createPortal(
  settings: PortalSettings,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1024,
    genReqId: () => uuidV7(),
    trustProxy: settings.trustProxy,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    requestTimeout: 15_000,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded, before any route is known.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(HEADERS);
      void app.get(FailureFilter).answer(request, reply, error.statusCode ?? 400);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(PortalModule.forRoot(settings), adapter, {
    logger,
    bodyParser: false,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(HEADERS);
    if (settings.portalUrl.startsWith('https:')) void reply.header('strict-transport-security', HSTS);
    done();
  });
  logRequests(fastify);
  closeWhatFallsIdle(fastify);
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    allowList: (request) => /^\/(health|tai-nguyen)\//.test(request.url),
  });
  app.enableShutdownHooks();
  return app;
}

/** Which page, how it went, how long: no address, no search words, no cookie of the reader. */
function logRequests(fastify: FastifyInstance): void {
  const log = new Logger('Request');
  fastify.addHook('onResponse', (request, reply, done) => {
    log.debug({
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      correlationId: request.id,
    });
    done();
  });
}
