import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import {
  ApiIdempotent,
  CurrentActor,
  IdempotencyOf,
  IdParam,
  type Language,
  RequirePermission,
} from '@app/platform/http';
import { Body, Controller, HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { RegisterDeclaration } from '../application/register-declaration';
import { SignDeclaration } from '../application/sign-declaration';
import { WithdrawDeclaration } from '../application/withdraw-declaration';
import {
  DeclarationDetail,
  DeclarationRegistration,
  DeclarationSigning,
  DeclarationWithdrawal,
} from './declaration.dto';
import { DeclarationReader } from './declaration.reader';

/** The declaration as it stands after an act. */
@Injectable()
export class DeclarationAfter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DeclarationReader,
  ) {}

  show(actor: Actor, id: string, language: Language): Promise<DeclarationDetail> {
    return this.unitOfWork.read(actor, (tx) => this.reader.get(tx, id, language));
  }
}

/** Its way: signature, registration, withdrawal. */
@ApiTags('declarations')
@Controller('declarations/:id')
export class DeclarationActsController {
  constructor(
    private readonly signing: SignDeclaration,
    private readonly registering: RegisterDeclaration,
    private readonly withdrawing: WithdrawDeclaration,
    private readonly after: DeclarationAfter,
  ) {}

  @Post('signature')
  @HttpCode(200)
  @RequirePermission('declarations.sign')
  @ApiIdempotent()
  @ApiOkResponse({ type: DeclarationDetail })
  async sign(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { password }: DeclarationSigning,
  ): Promise<DeclarationDetail> {
    await this.signing.execute(actor, idempotency, { id, password });
    return this.after.show(actor, id, 'vi');
  }

  /** Văn thư enters số and ngày; the portal follows within seconds. */
  @Post('registration')
  @HttpCode(200)
  @RequirePermission('declarations.register')
  @ApiIdempotent()
  @ApiOkResponse({ type: DeclarationDetail })
  async register(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() body: DeclarationRegistration,
  ): Promise<DeclarationDetail> {
    const { number, signedOn, acceptRepeatedNumber } = body;
    await this.registering.execute(actor, idempotency, {
      id,
      number,
      signedOn,
      acceptRepeatedNumber: acceptRepeatedNumber ?? false,
    });
    return this.after.show(actor, id, 'vi');
  }

  @Post('withdrawal')
  @HttpCode(200)
  @RequirePermission('declarations.withdraw')
  @ApiIdempotent()
  @ApiOkResponse({ type: DeclarationDetail })
  async withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdempotencyOf() idempotency: Idempotency | null,
    @Body() { reason, password }: DeclarationWithdrawal,
  ): Promise<DeclarationDetail> {
    await this.withdrawing.execute(actor, idempotency, { id, reason, password });
    return this.after.show(actor, id, 'vi');
  }
}
