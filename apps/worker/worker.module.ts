import { IdentityModule } from '@app/identity';
import { NotificationsModule } from '@app/notifications';
import { type WorkerSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { QueueModule } from '@app/platform/queue';
import { WorkModule } from '@app/work';
import { type DynamicModule, Module } from '@nestjs/common';

/** Composition root: which slices this process is made of, and nothing else. */
@Module({})
export class WorkerModule {
  static forRoot(settings: WorkerSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot(settings.database, 'iso-worker'),
        QueueModule.forRoot(settings.queue),
        // People act through the api; here nobody holds a permission.
        IdentityModule.forRoot({}),
        NotificationsModule,
        WorkModule,
      ],
    };
  }
}
