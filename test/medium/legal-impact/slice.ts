import { IdentityModule } from '@app/identity';
import { LegalImpactModule } from '@app/legal-impact';
import { LegalRegisterModule } from '@app/legal-register';
import { NotificationsModule } from '@app/notifications';
import { OrganizationModule } from '@app/organization';
import { DatabaseModule } from '@app/platform/database';
import { RuntimeModule } from '@app/platform/runtime';
import { WorkModule } from '@app/work';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class SpecModule {}

/** The slice with its neighbours, as a process composes it, on the address of one role. */
export function openSlice(url: string): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(
    {
      module: SpecModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot({ url, poolSize: 6, statementTimeoutMs: 15_000 }, 'spec'),
        IdentityModule.forRoot({}),
        OrganizationModule,
        LegalRegisterModule,
        NotificationsModule,
        WorkModule,
        LegalImpactModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
}
