import { SigningFacade } from '@app/identity';
import { type Actor, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** Who withdraws types the password again, and when it happens is now. */
@Injectable()
export class WithdrawalHand {
  constructor(
    private readonly signing: SigningFacade,
    private readonly clock: Clock,
  ) {}

  async reauthenticate(actor: Actor, password: string): Promise<void> {
    await this.signing.reauthenticate(actor, password);
  }

  now(): Date {
    return this.clock.now();
  }
}
