import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { AccountsController, OwnPasswordController } from './accounts.controller';
import { DelegationsController } from './delegations.controller';
import {
  MachineHereController,
  MachinePolicyController,
  SharedMachinesController,
} from './machines.controller';
import { PeopleController } from './people.controller';
import { SecondFactorController, SigningPolicyController } from './second-factor.controller';
import { SessionController } from './session.controller';
import { TokenDoor } from './tokens/token-door';
import { ApiTokensController } from './tokens/tokens.controller';
import { SessionGuard } from './session.guard';

export { PersonalCounters, type PersonalCount } from './counters';

@Module({
  controllers: [
    SessionController,
    PeopleController,
    DelegationsController,
    SecondFactorController,
    SigningPolicyController,
    AccountsController,
    OwnPasswordController,
    SharedMachinesController,
    MachinePolicyController,
    MachineHereController,
    ApiTokensController,
  ],
  providers: [TokenDoor, { provide: APP_GUARD, useClass: SessionGuard }],
})
export class IdentityHttpModule {}
