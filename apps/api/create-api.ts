import { uuidV7 } from '@app/kernel';
import { type ApiSettings } from '@app/platform/config';
import {
  closeWhatFallsIdle,
  languageOf,
  measureRequests,
  ProblemCatalogue,
  refuseCrossSiteChanges,
  refuseDeepBodies,
} from '@app/platform/http';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { ApiModule } from './api.module';
import { documentApi } from './open-api';
import { serveWeb } from './serve-web';

const JSON_LIMIT_BYTES = 1024 * 1024;
/** 50 MB of file and some of form (issue: uploads up to 50 MB). */
const FILE_LIMIT_BYTES = 50 * 1024 * 1024;

/** Builds the API with everything that stands before a controller; `listen` is the caller's. */
export async function createApi(
  settings: ApiSettings,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT_BYTES,
    genReqId: () => uuidV7(),
    trustProxy: settings.trustProxy,
    routerOptions: { maxParamLength: 200 },
    // A file of 50 MB over an office's slow line takes minutes; what is sent is limited in size.
    requestTimeout: 600_000,
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = new ProblemCatalogue([]).from(error, languageOf(request));
      void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(settings), adapter, {
    logger,
    bodyParser: true,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-correlation-id', request.id);
    if (request.url.startsWith('/api/'))
      void reply.header('cache-control', reply.getHeader('cache-control') ?? 'no-store');
    done();
  });
  measureRequests(fastify, 'api', '/metrics');
  closeWhatFallsIdle(fastify);
  refuseCrossSiteChanges(fastify, settings.publicUrl);
  refuseDeepBodies(fastify);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The decoders of scanned PDF pages are WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Ant Design writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: settings.publicUrl.startsWith('https:'),
  });
  await app.register(multipart, {
    limits: {
      fileSize: FILE_LIMIT_BYTES,
      files: 1,
      fields: 10,
      parts: 11,
      fieldSize: 10_000,
      headerPairs: 50,
    },
    throwFileSizeLimit: true,
  });
  // Before the limiter: it reads a route's settings when the route is made known.
  fastify.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === '/api/v1/sessions') {
      route.config = { ...route.config, rateLimit: { max: settings.signInPerMinute, timeWindow: 60_000 } };
    }
  });
  await app.register(rateLimit, { global: false });
  app.setGlobalPrefix('api/v1');
  app.enableShutdownHooks();
  documentApi(app);
  if (settings.webFolder !== null) await serveWeb(app, settings.webFolder);
  return app;
}
