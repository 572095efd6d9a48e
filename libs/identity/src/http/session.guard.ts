import { type PermissionTable } from '@app/kernel';
import { type HttpRequest, NotSignedIn, ROUTE_ACCESS, type RouteAccess } from '@app/platform/http';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { PERMISSIONS } from '../application/permissions.token';
import { actingAgency, actorFor, idleLimit } from '../domain/mandate';
import { NoAgency, NotEntitled } from '../domain/refusals';
import { SessionStore } from '../persistence/session-store';
import { bringsToken, TokenDoor } from './tokens/token-door';
import { sessionTokenOf } from './session.cookie';

/** Deny by default: resolves the session in one statement and compares the route's permission with the mandate. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: SessionStore,
    private readonly tokens: TokenDoor,
    @Inject(PERMISSIONS) private readonly table: PermissionTable,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    if (bringsToken(request)) {
      request.caller = { actor: await this.tokens.enter(request, context, access), sessionToken: '' };
      return true;
    }
    const actor = await this.#enter(request);
    if (access?.kind === 'signed-in') return true;
    if (access === undefined || !actor.permissions.has(access.permission)) throw new NotEntitled();
    return true;
  }

  async #enter(request: HttpRequest): Promise<ReturnType<typeof actorFor>> {
    const token = sessionTokenOf(request);
    const session = token === null ? null : await this.store.resolve(token);
    if (token === null || session === null) throw new NotSignedIn();
    const agency = actingAgency(session);
    if (agency === null) throw new NoAgency();
    if (session.idleSeconds > idleLimit(agency, session.machine)) {
      await this.store.end(token);
      throw new NotSignedIn();
    }
    // A counter's account changes nothing, whatever a route may ask for.
    if (agency.account === 'lookup' && !['GET', 'HEAD'].includes(request.method)) throw new NotEntitled();
    const actor = actorFor(session, agency, { table: this.table, correlationId: request.id });
    request.caller = { actor, sessionToken: token };
    return actor;
  }
}
