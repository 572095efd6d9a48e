import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type DatabaseSettings } from '../config';
import { ClaimWork } from './claim-work';
import { createDataSource } from './data-source';
import { Inbox } from './inbox';
import { UnitOfWork } from './unit-of-work';

/** Opens the pool at boot and closes it last. */
@Injectable()
class DataSourceCloser implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

@Module({})
export class DatabaseModule {
  static forRoot(settings: DatabaseSettings, applicationName: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => createDataSource(settings, applicationName).initialize() },
        DataSourceCloser,
        UnitOfWork,
        Inbox,
        ClaimWork,
      ],
      exports: [DataSource, UnitOfWork, Inbox, ClaimWork],
    };
  }
}
