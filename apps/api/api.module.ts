import { type ApiSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { HealthHttpModule } from '@app/platform/health';
import { HttpModule } from '@app/platform/http';
import { IdentityModule } from '@app/identity';
import { NotificationsModule } from '@app/notifications';
import { WorkModule } from '@app/work';
import { IdentityHttpModule } from '@http/identity';
import { NotificationsHttpModule } from '@http/notifications';
import { WorkHttpModule } from '@http/work';
import { type DynamicModule, Module } from '@nestjs/common';

import { CountersModule } from './counters.module';
import { CONSTRAINTS, PERMISSION_TABLE, PROBLEMS } from './composition';

/** Composition root: which slices this process is made of, and nothing else. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        DatabaseModule.forRoot(settings.database, 'iso-api'),
        HttpModule.forRoot(PROBLEMS, CONSTRAINTS),
        HealthHttpModule,
        IdentityModule.forRoot(PERMISSION_TABLE),
        NotificationsModule,
        WorkModule,
        CountersModule,
        IdentityHttpModule,
        NotificationsHttpModule,
        WorkHttpModule,
      ],
    };
  }
}
