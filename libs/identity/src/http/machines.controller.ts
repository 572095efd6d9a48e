import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  decodeCursor,
  type HttpRequest,
  IdempotencyOf,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  PublicRoute,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { SharedMachines } from '../application/machines/shared-machines';
import { SessionStore } from '../persistence/session-store';
import { SharedMachinesRepository } from '../persistence/shared-machines.repository';
import {
  MachineHereView,
  MachineLine,
  MachinePage,
  MachinePolicy,
  MachineRequest,
  ReasonRequest,
} from './accounts.dto';
import { deviceTokenOf } from './device.cookie';

/** Máy dùng chung (OF-08). */
@ApiTags('identity')
@Controller('shared-machines')
export class SharedMachinesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: SharedMachinesRepository,
    private readonly machines: SharedMachines,
  ) {}

  @Get()
  @RequirePermission('identity.manage-machines')
  @ApiOkResponse({ type: MachinePage })
  list(@CurrentActor() actor: Actor, @Query() { after, limit = 50 }: PageQuery): Promise<Page<MachineLine>> {
    const cursor = decodeCursor(after, 2);
    return this.unitOfWork.read(actor, async (tx) =>
      pageOf(
        await this.rows.list(tx, { after: cursor && [String(cursor[0]), String(cursor[1])], limit }),
        limit,
        { show: (row) => row, key: ({ placedAt, id }) => [placedAt, id] },
      ),
    );
  }

  /** The browser at hand: short lock, quick change of person. */
  @Post()
  @RequirePermission('identity.place-machine')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  place(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { name }: MachineRequest,
  ): Promise<void> {
    return this.machines.place(actor, idempotency, name);
  }

  @Post(':id/withdrawal')
  @RequirePermission('identity.manage-machines')
  @ApiIdempotent()
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    return this.machines.withdraw(actor, idempotency, { id, reason });
  }
}

/** After how many idle minutes shared machines lock. */
@ApiTags('identity')
@Controller('shared-machine-policy')
export class MachinePolicyController {
  constructor(private readonly machines: SharedMachines) {}

  @Get()
  @RequirePermission('identity.manage-machines')
  @ApiOkResponse({ type: MachinePolicy })
  async get(@CurrentActor() actor: Actor): Promise<MachinePolicy> {
    return { lockMinutes: await this.machines.lockMinutes(actor) };
  }

  @Put()
  @RequirePermission('identity.manage-machines')
  @ApiOkResponse({ type: MachinePolicy })
  async set(@CurrentActor() actor: Actor, @Body() policy: MachinePolicy): Promise<MachinePolicy> {
    await this.machines.setLockMinutes(actor, policy.lockMinutes);
    return policy;
  }
}

/** What the lock screen shows before anybody signs in; only the browser that is the machine is told. */
@ApiTags('identity')
@Controller('machine')
export class MachineHereController {
  constructor(private readonly store: SessionStore) {}

  @Get()
  @PublicRoute()
  @ApiOkResponse({ type: MachineHereView })
  async here(@Req() request: HttpRequest): Promise<MachineHereView> {
    const token = deviceTokenOf(request);
    if (token === null) return { name: null, agencyName: null, people: [] };
    const { machine, people } = await this.store.machineAt(token);
    return { name: machine?.name ?? null, agencyName: machine?.agencyName ?? null, people };
  }
}
