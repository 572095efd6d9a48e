import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import {
  ChoiceField,
  CurrentActor,
  FlagField,
  InstantField,
  IntegerField,
  RequirePermission,
  SignedInRoute,
  TextField,
  TextListField,
} from '@app/platform/http';
import { qrSvg } from '@app/platform/qr';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { SecondFactor } from '../application/second-factor/second-factor';
import { SigningPolicies } from '../persistence/signing-policies';

class SecondFactorView {
  @FlagField()
  enabled!: boolean;

  @InstantField({ nullable: true })
  confirmedAt!: Date | null;

  @FlagField({ description: 'Cơ quan yêu cầu người ký bật xác thực hai lớp.' })
  demanded!: boolean;

  @IntegerField({ description: 'Số mã dự phòng còn lại.' })
  codesLeft!: number;

  @FlagField({ description: 'Phiên này đã xác thực trong 5 phút gần đây.' })
  proved!: boolean;

  @TextField({ max: 2000 })
  undertaking!: string;
}

class PasswordAgain {
  @TextField({ max: 200, keepSpace: true })
  password!: string;
}

class SecondFactorSecret {
  @TextField()
  secret!: string;

  @TextField({ max: 20_000, description: 'Mã QR (SVG) cho ứng dụng xác thực.' })
  qr!: string;
}

class SecondFactorConfirmation {
  @TextField({ max: 40 })
  code!: string;

  @ChoiceField(['yes'], { description: 'Người ký đồng ý với lời cam kết.' })
  undertaken!: string;
}

class RecoveryCodes {
  @TextListField()
  recoveryCodes!: string[];
}

class SecondFactorProof {
  @TextField({ max: 40, description: 'Mã 6 số của ứng dụng xác thực, hoặc một mã dự phòng.' })
  code!: string;
}

class SigningPolicyView {
  @FlagField()
  signersNeedSecondFactor!: boolean;
}

/** One's own second factor (RI-13): every route is about the caller alone. */
@ApiTags('identity')
@Controller('me/second-factor')
export class SecondFactorController {
  constructor(private readonly secondFactor: SecondFactor) {}

  @Get()
  @SignedInRoute()
  @ApiOkResponse({ type: SecondFactorView })
  state(@CurrentActor() actor: Actor): Promise<SecondFactorView> {
    return this.secondFactor.state(actor);
  }

  /** A new secret; it counts from the moment that a code of it is confirmed. */
  @Post()
  @SignedInRoute()
  @HttpCode(200)
  @ApiOkResponse({ type: SecondFactorSecret })
  async begin(
    @CurrentActor() actor: Actor,
    @Body() { password }: PasswordAgain,
  ): Promise<SecondFactorSecret> {
    const { secret, address } = await this.secondFactor.begin(actor, password);
    return { secret, qr: qrSvg(address) };
  }

  /** Turns it on, with the undertaking (RI-12); the recovery codes are shown this once. */
  @Post('confirmation')
  @SignedInRoute()
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodes })
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() { code }: SecondFactorConfirmation,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.secondFactor.confirm(actor, code) };
  }

  /** Proves it for the signatures of the next minutes in this session (RI-09). */
  @Post('proofs')
  @SignedInRoute()
  @HttpCode(204)
  @ApiNoContentResponse()
  prove(@CurrentActor() actor: Actor, @Body() { code }: SecondFactorProof): Promise<void> {
    return this.secondFactor.prove(actor, code);
  }

  @Post('removal')
  @SignedInRoute()
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Body() { password }: PasswordAgain): Promise<void> {
    return this.secondFactor.remove(actor, password);
  }
}

/** What the agency asks of those who sign. */
@ApiTags('identity')
@Controller('signing-policy')
export class SigningPolicyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: SigningPolicies,
  ) {}

  @Get()
  @RequirePermission('identity.set-signing-policy')
  @ApiOkResponse({ type: SigningPolicyView })
  async get(@CurrentActor() actor: Actor): Promise<SigningPolicyView> {
    const { signersNeedSecondFactor } = await this.unitOfWork.read(actor, (tx) => this.policies.get(tx));
    return { signersNeedSecondFactor };
  }

  @Put()
  @RequirePermission('identity.set-signing-policy')
  @ApiOkResponse({ type: SigningPolicyView })
  async set(@CurrentActor() actor: Actor, @Body() policy: SigningPolicyView): Promise<SigningPolicyView> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const before = await this.policies.get(tx);
      await this.policies.set(tx, { ...before, ...policy });
      tx.record({
        action: 'identity.signing-policy-set',
        subjectType: 'agency',
        subjectId: actor.agencyId,
        old: { signersNeedSecondFactor: before.signersNeedSecondFactor },
        new: policy,
      });
    });
    return policy;
  }
}
