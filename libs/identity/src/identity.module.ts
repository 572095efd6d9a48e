import { type PermissionTable } from '@app/kernel';
import { type DynamicModule, Module } from '@nestjs/common';

import { Passwords } from './application/passwords';
import { PERMISSIONS } from './application/permissions.token';
import { Delegations } from './application/delegations';
import { OneTimeCodes } from './application/second-factor/one-time-codes';
import { SecondFactor, SecondFactorDesk } from './application/second-factor/second-factor';
import { SignIn } from './application/sign-in';
import { PeopleFacade } from './people.facade';
import { PeopleQuery } from './persistence/people.query';
import { SecondFactors } from './persistence/second-factors';
import { SigningPolicies } from './persistence/signing-policies';
import { SessionStore } from './persistence/session-store';
import { SigningFacade } from './signing.facade';

/** People, sessions, roles. The process hands in the permissions of all its slices. */
@Module({})
export class IdentityModule {
  static forRoot(permissions: PermissionTable): DynamicModule {
    const own = [
      Delegations,
      OneTimeCodes,
      Passwords,
      PeopleFacade,
      PeopleQuery,
      SecondFactor,
      SecondFactorDesk,
      SecondFactors,
      SessionStore,
      SigningFacade,
      SigningPolicies,
      SignIn,
    ];
    return {
      module: IdentityModule,
      global: true,
      providers: [{ provide: PERMISSIONS, useValue: permissions }, ...own],
      exports: [PERMISSIONS, ...own],
    };
  }
}
