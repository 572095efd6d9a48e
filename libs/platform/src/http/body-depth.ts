import { DomainError } from '@app/kernel';
import { type FastifyInstance } from 'fastify';

/** No form of ours nests deeper than a handful of levels. */
const DEEPEST = 32;

/** Refuses a body of endless levels before anything walks it by recursion. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const isTooDeep = !request.isMultipart() && isDeeperThan(request.body, DEEPEST);
    done(isTooDeep ? new DomainError({ code: 'platform.malformed-body', kind: 'invalid' }) : undefined);
  });
}

function isDeeperThan(value: unknown, deepest: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  return false;
}
