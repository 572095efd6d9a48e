import { IdentityModule } from '@app/identity';
import { LegalRegisterModule } from '@app/legal-register';
import { NotificationsModule } from '@app/notifications';
import { OrganizationModule } from '@app/organization';
import { DatabaseModule } from '@app/platform/database';
import { RuntimeModule } from '@app/platform/runtime';
import { WorkModule } from '@app/work';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class SpecModule {}

/** Modules under test with their neighbours, as a process composes them, on the address of one role. */
export function openModules(
  url: string,
  modules: readonly (Type | DynamicModule)[],
): Promise<INestApplicationContext> {
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
        ...modules,
      ],
    },
    { logger: false, abortOnError: false },
  );
}
