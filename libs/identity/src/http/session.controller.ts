import { type Actor } from '@app/kernel';
import {
  actorOf,
  type HttpReply,
  type HttpRequest,
  NotSignedIn,
  PublicRoute,
  SignedInRoute,
} from '@app/platform/http';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type PermissionTable } from '@app/kernel';

import { PERMISSIONS } from '../application/permissions.token';
import { SignIn } from '../application/sign-in';
import { actingAgency, actorFor } from '../domain/mandate';
import { NoAgency, NotAMember } from '../domain/refusals';
import { type ResolvedSession } from '../domain/session';
import { SessionStore } from '../persistence/session-store';
import { PersonalCounters } from './counters';
import { ActForRequest, Me, SignInRequest } from './me.dto';
import { deviceTokenOf, newDeviceToken, setDeviceCookie } from './device.cookie';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session.cookie';

@ApiTags('identity')
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly store: SessionStore,
    private readonly counters: PersonalCounters,
    @Inject(PERMISSIONS) private readonly table: PermissionTable,
  ) {}

  /** Opens a session; the cookie is the only thing that carries it. */
  @Post('sessions')
  @PublicRoute()
  @ApiCreatedResponse({ type: Me })
  async open(
    @Body() { login = null, personId = null, password, code = null }: SignInRequest,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Me> {
    const browser = request.headers['user-agent'] ?? '';
    const deviceToken = deviceTokenOf(request) ?? newDeviceToken();
    const { token, session, actor } = await this.signIn.execute({
      login,
      personId,
      password,
      code,
      browser,
      deviceToken,
      correlationId: request.id,
    });
    setSessionCookie(reply, token);
    setDeviceCookie(reply, deviceToken);
    return this.#me(session, actor);
  }

  @Delete('sessions/current')
  @PublicRoute()
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<void> {
    const token = sessionTokenOf(request);
    if (token !== null) await this.store.end(token);
    clearSessionCookie(reply);
  }

  /** Person, agencies, permissions and counters of the caller. */
  @Get('me')
  @SignedInRoute()
  @ApiOkResponse({ type: Me })
  async me(@Req() request: HttpRequest): Promise<Me> {
    return this.#me(await this.#session(request), actorOf(request));
  }

  /** Changes the agency that the session works for. */
  @Put('me/agency')
  @SignedInRoute()
  @ApiOkResponse({ type: Me })
  async actFor(@Body() { agencyId }: ActForRequest, @Req() request: HttpRequest): Promise<Me> {
    const token = request.caller?.sessionToken ?? '';
    if (!(await this.store.actFor(token, agencyId))) throw new NotAMember();
    const session = await this.#session(request);
    const agency = actingAgency(session);
    if (agency === null) throw new NoAgency();
    return this.#me(session, actorFor(session, agency, { table: this.table, correlationId: request.id }));
  }

  async #session(request: HttpRequest): Promise<ResolvedSession> {
    const session = await this.store.resolve(request.caller?.sessionToken ?? '');
    if (session === null) throw new NotSignedIn();
    return session;
  }

  async #me(session: ResolvedSession, actor: Actor): Promise<Me> {
    const acting = session.agencies.find(({ id }) => id === actor.agencyId);
    if (acting === undefined) throw new NoAgency();
    const option = ({ id, name, shortName, kind, roles }: typeof acting): Me['agencies'][number] => ({
      id,
      name,
      shortName,
      kind,
      roles,
    });
    const { machine } = session;
    return {
      account: acting.account,
      machine: machine && {
        name: machine.name,
        lockSeconds: acting.isAtOwnMachine ? null : machine.lockSeconds,
      },
      person: session.person,
      agencies: session.agencies.map(option),
      agency: { ...option(acting), provinceName: acting.provinceName },
      permissions: [...actor.permissions],
      counters: await this.counters.of(actor),
    };
  }
}
