import { LegalImpactFacade, LegalImpactModule } from '@app/legal-impact';
import { LegalRegisterFacade, LegalRegisterModule } from '@app/legal-register';
import { IdentityModule } from '@app/identity';
import { type AgencyId, systemActor } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import { OrganizationFacade, OrganizationModule } from '@app/organization';
import { DatabaseModule, UnitOfWork } from '@app/platform/database';
import { RuntimeModule } from '@app/platform/runtime';
import { WorkModule } from '@app/work';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class RegistersModule {
  static forRoot(appUrl: string): DynamicModule {
    return {
      module: RegistersModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot({ url: appUrl, poolSize: 2, statementTimeoutMs: 30_000 }, 'iso-cli'),
        IdentityModule.forRoot({}),
        NotificationsModule,
        WorkModule,
        OrganizationModule,
        LegalRegisterModule,
        LegalImpactModule,
      ],
    };
  }
}

export interface SeededRegisters {
  texts: number;
  days: number;
  rules: number;
}

/** Enters the starter registers in the installation's name: well-known texts, holidays, the rule of deadlines. */
export async function seedRegisters(appUrl: string, installationId: string): Promise<SeededRegisters> {
  const context = await NestFactory.createApplicationContext(RegistersModule.forRoot(appUrl), {
    logger: ['error'],
  });
  try {
    const actor = systemActor(installationId as AgencyId, 'seed', 'vn');
    return await context.get(UnitOfWork).write(actor, null, async (tx) => ({
      texts: await context.get(LegalRegisterFacade, { strict: false }).seed(tx),
      days: await context.get(OrganizationFacade, { strict: false }).seedCalendar(tx),
      rules: await context.get(LegalImpactFacade, { strict: false }).seedRules(tx),
    }));
  } finally {
    await context.close();
  }
}
