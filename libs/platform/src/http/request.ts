import { type Actor, DomainError } from '@app/kernel';
import { type FastifyReply, type FastifyRequest } from 'fastify';

import { type Language } from './problems';

/** What the guard found out about the caller; absent on public routes. */
export interface Caller {
  actor: Actor;
  sessionToken: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

export type HttpRequest = FastifyRequest;
export type HttpReply = FastifyReply;

/** Vietnamese first; English when the caller asks for it before Vietnamese. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'vi';
}

/** The caller has no session: the guard did not run or let nobody in. */
export class NotSignedIn extends DomainError {
  constructor() {
    super({ code: 'identity.not-signed-in', kind: 'unauthenticated' });
  }
}

export function actorOf(request: FastifyRequest): Actor {
  if (request.caller === undefined) throw new NotSignedIn();
  return request.caller.actor;
}
