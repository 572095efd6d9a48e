import { DeclarationsModule } from '@app/declarations';
import { DocumentsModule } from '@app/documents';
import { IdentityModule } from '@app/identity';
import { LegalRegisterModule } from '@app/legal-register';
import { NotificationsModule } from '@app/notifications';
import { OrganizationModule } from '@app/organization';
import { type WorkerSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { OfficeModule } from '@app/platform/office';
import { MailModule } from '@app/platform/mail';
import { QueueModule } from '@app/platform/queue';
import { RuntimeModule } from '@app/platform/runtime';
import { SigningModule } from '@app/platform/signing';
import { StorageModule, storageOptionsOf } from '@app/platform/storage';
import { WorkModule } from '@app/work';
import { AdministrativeProceduresJobsModule } from '@jobs/administrative-procedures';
import { DeclarationsJobsModule } from '@jobs/declarations';
import { DossiersJobsModule } from '@jobs/dossiers';
import { DocumentsJobsModule } from '@jobs/documents';
import { NotificationsJobsModule } from '@jobs/notifications';
import { JournalJobsModule } from '@jobs/journal';
import { LegalRegisterJobsModule } from '@jobs/legal-register';
import { LegalImpactJobsModule } from '@jobs/legal-impact';
import { type DynamicModule, Module } from '@nestjs/common';

const VERSION = '0.1.0';

/** Composition root: which slices this process is made of, and nothing else. */
@Module({})
export class WorkerModule {
  static forRoot(settings: WorkerSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot(settings.database, 'iso-worker'),
        StorageModule.forRootAsync({
          useFactory: () => storageOptionsOf(settings.storage, settings.workFolder),
        }),
        OfficeModule,
        SigningModule.forRoot(settings.trustedRootsFolder),
        QueueModule.forRoot(settings.queue, { tuning: settings.queueTimes }),
        MailModule.forRoot(settings.mail),
        // People act through the api; here nobody holds a permission.
        IdentityModule.forRoot({}),
        OrganizationModule,
        NotificationsModule,
        WorkModule,
        LegalRegisterModule,
        DocumentsModule,
        AdministrativeProceduresJobsModule,
        DocumentsJobsModule,
        LegalRegisterJobsModule.forRoot(settings),
        LegalImpactJobsModule,
        DeclarationsModule,
        DeclarationsJobsModule.forRoot(settings.portalUrl),
        NotificationsJobsModule.forRoot(settings),
        JournalJobsModule,
        DossiersJobsModule.forRoot({ ...settings, version: VERSION }),
      ],
    };
  }
}
