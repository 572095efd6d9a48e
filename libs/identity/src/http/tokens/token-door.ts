import { type Actor, type AgencyId, Clock, type PersonId } from '@app/kernel';
import { type HttpRequest, OPEN_TO_TOKENS, type RouteAccess } from '@app/platform/http';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { NotEntitled } from '../../domain/refusals';
import { TokenPace } from '../../domain/tokens/api-token';
import { TokenInvalid, TokenNotAccepted, TokenTooFast } from '../../domain/tokens/refusals';
import { ApiTokensStore, type ResolvedToken } from '../../persistence/tokens/api-tokens.store';

const BEARER = /^Bearer (iso_[\w-]{43})$/;

/** Whether a program asks, by a key; a cookie that it may send too counts for nothing. */
export function bringsToken(request: HttpRequest): boolean {
  return request.headers.authorization !== undefined;
}

/** Lets programs in by their keys, through the routes that are open to them. */
@Injectable()
export class TokenDoor {
  readonly #pace = new TokenPace();

  constructor(
    private readonly reflector: Reflector,
    private readonly store: ApiTokensStore,
    private readonly clock: Clock,
  ) {}

  /** @throws TokenInvalid, TokenNotAccepted, TokenTooFast, NotEntitled */
  async enter(
    request: HttpRequest,
    context: ExecutionContext,
    access: RouteAccess | undefined,
  ): Promise<Actor> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const known = token === undefined ? null : await this.store.resolve(token);
    if (known === null) throw new TokenInvalid();
    if (!this.#pace.admit(known.id, this.clock.now().getTime())) throw new TokenTooFast();
    const isOpen = this.reflector.get<boolean | undefined>(OPEN_TO_TOKENS, context.getHandler()) === true;
    if (!isOpen || access?.kind !== 'permission') throw new TokenNotAccepted();
    if (!known.permissions.includes(access.permission)) throw new NotEntitled();
    return actorOf(known, request.id);
  }
}

function actorOf({ name, personId, agencyId, ...token }: ResolvedToken, correlationId: string): Actor {
  return {
    kind: 'person',
    agencyId: agencyId as AgencyId,
    agencyPath: token.agencyPath,
    readable: [agencyId as AgencyId],
    personId: personId as PersonId,
    personName: `Khoá API “${name}”`,
    positionTitle: null,
    unitId: null,
    roles: [],
    permissions: new Set(token.permissions),
    correlationId,
    sessionId: null,
  };
}
