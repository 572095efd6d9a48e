import { type FastifyInstance } from 'fastify';

const EVERY_MS = 100;

/**
 * A connection whose answer is just ending when the server begins to close falls idle a moment later; nobody looks again,
 * and it holds the process until its keep-alive time is over. So it is looked for until the server has closed.
 */
export function closeWhatFallsIdle(fastify: FastifyInstance): void {
  fastify.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      fastify.server.closeIdleConnections();
    }, EVERY_MS);
    fastify.server.once('close', () => {
      clearInterval(timer);
    });
    done();
  });
}
