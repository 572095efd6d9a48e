import { type Actor, Clock, todayIn } from '@app/kernel';
import { type Idempotency } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  IdempotencyOf,
  IdParam,
  IfMatch,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { KeepText } from '../../application/register/keep-text';
import { LegalTextDetail } from './legal-text-detail.dto';
import { LegalTextAlias, LegalTextFields, MergeRequest, WithdrawalRequest } from './legal-text.dto';
import { RegisterLists } from './register-lists';

/** What is done to a record after it was entered; each act answers with the text as it is then. */
@ApiTags('legal-register')
@Controller('legal-texts/:id')
export class LegalTextCareController {
  constructor(
    private readonly keeping: KeepText,
    private readonly lists: RegisterLists,
    private readonly clock: Clock,
  ) {}

  /** Corrects a record; what the text does to others stays once its change was confirmed. */
  @Put()
  @RequirePermission('legal-register.record')
  @ApiOkResponse({ type: LegalTextDetail })
  async correct(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() rowVersion: number,
    @Body() body: LegalTextFields,
  ): Promise<LegalTextDetail> {
    await this.keeping.correct(actor, { id, rowVersion }, await this.lists.fields(actor, body));
    return this.#show(actor, id);
  }

  /** Vouches for a text that does nothing to others. */
  @Post('confirmation')
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LegalTextDetail })
  async confirm(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
  ): Promise<LegalTextDetail> {
    await this.keeping.confirm(actor, idempotency, id);
    return this.#show(actor, id);
  }

  /** Takes back a record that was wrong. */
  @Post('withdrawal')
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LegalTextDetail })
  async withdraw(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
    @Body() { reason, rowVersion }: WithdrawalRequest,
  ): Promise<LegalTextDetail> {
    await this.keeping.withdraw(actor, idempotency, { id, rowVersion, reason });
    return this.#show(actor, id);
  }

  /** Merges a duplicate into the record that stays; the duplicate's number goes on meaning it. */
  @Post('merger')
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LegalTextDetail })
  async merge(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
    @Body() { intoId, reason, rowVersion }: MergeRequest,
  ): Promise<LegalTextDetail> {
    await this.keeping.merge(actor, idempotency, { id, rowVersion, intoId, reason });
    return this.#show(actor, intoId);
  }

  /** Adds a name that documents use for the text; it counts where the caller stands. */
  @Post('aliases')
  @RequirePermission('legal-register.record')
  @ApiIdempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: LegalTextDetail })
  async addAlias(
    @CurrentActor() actor: Actor,
    @IdempotencyOf() idempotency: Idempotency | null,
    @IdParam('id') id: string,
    @Body() { name, year }: LegalTextAlias,
  ): Promise<LegalTextDetail> {
    await this.keeping.addAlias(actor, idempotency, id, { name, year: year ?? null });
    return this.#show(actor, id);
  }

  #show(actor: Actor, id: string): Promise<LegalTextDetail> {
    return this.lists.show(actor, id, { on: todayIn(this.clock.now()), language: 'vi' });
  }
}
