import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { DelegationsController } from './delegations.controller';
import { PeopleController } from './people.controller';
import { SecondFactorController, SigningPolicyController } from './second-factor.controller';
import { SessionController } from './session.controller';
import { SessionGuard } from './session.guard';

export { PersonalCounters, type PersonalCount } from './counters';

@Module({
  controllers: [
    SessionController,
    PeopleController,
    DelegationsController,
    SecondFactorController,
    SigningPolicyController,
  ],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
})
export class IdentityHttpModule {}
