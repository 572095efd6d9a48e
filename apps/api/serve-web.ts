import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';

const YEAR_SECONDS = 31_536_000;

/** Serves the built staff app; an address of one of its screens answers with its one page. */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${join(folder, 'assets')}/`);
      reply.header(
        'cache-control',
        hashed ? `public, max-age=${String(YEAR_SECONDS)}, immutable` : 'no-cache',
      );
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const page = (reply: FastifyReply): FastifyReply => reply.sendFile('index.html');
  fastify.get('/', (_request, reply) => page(reply));
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || /\.\w{2,5}$/.test(path)) {
      reply.callNotFound();
      return reply;
    }
    return page(reply);
  });
}
