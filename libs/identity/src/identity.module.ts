import { type PermissionTable } from '@app/kernel';
import { type DynamicModule, Module } from '@nestjs/common';

import { ApiTokens } from './application/tokens/api-tokens';
import { ApiTokensStore } from './persistence/tokens/api-tokens.store';
import { Passwords } from './application/passwords';
import { PERMISSIONS } from './application/permissions.token';
import { Delegations } from './application/delegations';
import { OneTimeCodes } from './application/second-factor/one-time-codes';
import { SecondFactor, SecondFactorDesk } from './application/second-factor/second-factor';
import { Recognition, SignIn, SignInJournal } from './application/sign-in';
import { PeopleFacade } from './people.facade';
import { PeopleQuery } from './persistence/people.query';
import { SecondFactors } from './persistence/second-factors';
import { SigningPolicies } from './persistence/signing-policies';
import { SessionStore } from './persistence/session-store';
import { SigningFacade } from './signing.facade';
import { AccountDesk, Accounts } from './application/accounts/accounts';
import { OwnPassword } from './application/accounts/own-password';
import { LockOuts } from './application/lock-outs';
import { SharedMachines } from './application/machines/shared-machines';
import { type SealingKey, SecretSeal } from './persistence/sealed-secret';
import { AccountsRepository } from './persistence/accounts.repository';
import { SharedMachinesRepository } from './persistence/shared-machines.repository';

/** People, sessions, roles. The process hands in the permissions of all its slices. */
@Module({})
export class IdentityModule {
  /** `sealingKeys` are the api's: only there are second factors asked. */
  static forRoot(permissions: PermissionTable, sealingKeys: readonly SealingKey[] = []): DynamicModule {
    const own = [
      ApiTokens,
      ApiTokensStore,
      AccountDesk,
      Accounts,
      AccountsRepository,
      LockOuts,
      OwnPassword,
      Recognition,
      SharedMachines,
      SharedMachinesRepository,
      SignInJournal,
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
      providers: [
        { provide: PERMISSIONS, useValue: permissions },
        { provide: SecretSeal, useValue: new SecretSeal(sealingKeys) },
        ...own,
      ],
      exports: [PERMISSIONS, ...own],
    };
  }
}
