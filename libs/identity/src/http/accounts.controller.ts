import { type Actor, Clock, type Role } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  type Page,
  pageOf,
  RequirePermission,
  SignedInRoute,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Accounts } from '../application/accounts/accounts';
import { OwnPassword } from '../application/accounts/own-password';
import { OLD_AFTER_DAYS } from '../domain/password-rule';
import { UNDERTAKING } from '../domain/second-factor';
import { type AccountRow, AccountsRepository, type PositionFields } from '../persistence/accounts.repository';
import {
  AccountLine,
  AccountPage,
  AccountQuery,
  OpenAccountRequest,
  OpenLookupRequest,
  PasswordChange,
  PasswordReset,
  PasswordView,
  PositionRequest,
  ReasonRequest,
} from './accounts.dto';

/** Accounts of the agency (RI-04, RI-12). */
@ApiTags('identity')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: AccountsRepository,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @RequirePermission('identity.manage-accounts')
  @ApiOkResponse({ type: AccountPage })
  list(
    @CurrentActor() actor: Actor,
    @Query() { state, kind, after, limit = 50 }: AccountQuery,
  ): Promise<Page<AccountLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) => {
      const rows = await this.rows.list(tx, {
        state: state ?? null,
        kind: kind ?? null,
        after: cursor && [String(cursor[0]), String(cursor[1])],
        limit,
      });
      return pageOf(rows, limit, {
        show: (row) => lineOf(row, actor),
        key: ({ fullName, id }) => [fullName, id],
      });
    });
  }

  /** With a password for the first day, which its owner replaces before they sign. */
  @Post()
  @RequirePermission('identity.manage-accounts')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  open(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { fullName, email, login, password, identityBasis, ...position }: OpenAccountRequest,
  ): Promise<void> {
    const who = { fullName, email, login, password, identityBasis };
    return this.accounts.open(actor, idempotency, { ...who, ...positionOf(position) });
  }

  /** Tài khoản tra cứu of a counter (OF-08): it reads, at its shared machine. */
  @Post('lookups')
  @RequirePermission('identity.manage-accounts')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  openLookup(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() request: OpenLookupRequest,
  ): Promise<void> {
    return this.accounts.openLookup(actor, idempotency, request);
  }

  @Put(':id')
  @RequirePermission('identity.manage-accounts')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() position: PositionRequest,
  ): Promise<void> {
    return this.accounts.change(actor, { id, rowVersion }, positionOf(position));
  }

  /** Ends the position and every session of the person at once (RI-04). */
  @Post(':id/closing')
  @RequirePermission('identity.manage-accounts')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  close(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    return this.accounts.close(actor, idempotency, { id, reason });
  }

  @Post(':id/password')
  @RequirePermission('identity.manage-accounts')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  resetPassword(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { password }: PasswordReset,
  ): Promise<void> {
    return this.accounts.resetPassword(actor, idempotency, { id, password });
  }
}

/** One's own password. */
@ApiTags('identity')
@Controller('me/password')
export class OwnPasswordController {
  constructor(
    private readonly own: OwnPassword,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedInRoute()
  @ApiOkResponse({ type: PasswordView })
  async state(@CurrentActor() actor: Actor): Promise<PasswordView> {
    const { temporary, setAt } = await this.own.state(actor);
    const days = (this.clock.now().getTime() - setAt.getTime()) / 86_400_000;
    return { temporary, setAt, isOld: days > OLD_AFTER_DAYS, undertaking: temporary ? UNDERTAKING : null };
  }

  @Post()
  @SignedInRoute()
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @CurrentActor() actor: Actor,
    @Body() { password, next, undertaken }: PasswordChange,
  ): Promise<void> {
    return this.own.change(actor, { password, next, undertaken: undertaken === 'yes' });
  }
}

function positionOf({ isoTitle = null, unitId = null, roles, ...fields }: PositionRequest): PositionFields {
  const given: readonly Role[] = [...new Set(roles.map(({ role }) => role))];
  return { ...fields, isoTitle, unitId, roles: given };
}

function lineOf(
  { machineId: _machine, passwordSetAt: _set, isElsewhere: _elsewhere, roles, ...line }: AccountRow,
  { personId }: Actor,
): AccountLine {
  return { ...line, roles: roles.map((role) => ({ role })), isOwn: line.personId === personId };
}
