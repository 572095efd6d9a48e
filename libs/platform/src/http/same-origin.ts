import { DomainError } from '@app/kernel';
import { type FastifyInstance } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change asked for by a page that is not ours. */
class CrossSiteChange extends DomainError {
  constructor() {
    super({ code: 'platform.cross-site', kind: 'forbidden' });
  }
}

/**
 * A change must come from our own pages: `Sec-Fetch-Site: same-origin`, or our exact Origin when an older browser sends
 * none. `same-site` is refused, because ports of one host share cookies.
 */
export function refuseCrossSiteChanges(fastify: FastifyInstance, publicUrl: string): void {
  const origin = new URL(publicUrl).origin;
  fastify.addHook('onRequest', (request, _reply, done) => {
    // A page of another site cannot send this header to us, and whoever sends it is known by it alone, not by a cookie.
    if (SAFE.has(request.method) || request.headers.authorization !== undefined) {
      done();
      return;
    }
    const site = request.headers['sec-fetch-site'];
    const trusted = site === undefined ? request.headers.origin === origin : site === 'same-origin';
    done(trusted ? undefined : new CrossSiteChange());
  });
}
