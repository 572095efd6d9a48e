import { DeclarationsModule } from '@app/declarations';
import { DocumentsModule } from '@app/documents';
import { DossiersModule } from '@app/dossiers';
import { IdentityModule } from '@app/identity';
import { LegalRegisterModule } from '@app/legal-register';
import { NotificationsModule } from '@app/notifications';
import { OrganizationModule } from '@app/organization';
import { type ApiSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { HealthHttpModule, SystemModule } from '@app/platform/health';
import { HttpModule, PortalAddress } from '@app/platform/http';
import { OfficeConverter } from '@app/platform/office';
import { RuntimeModule } from '@app/platform/runtime';
import { StorageModule, storageOptionsOf } from '@app/platform/storage';
import { WorkModule } from '@app/work';
import { AdministrativeProceduresHttpModule } from '@http/administrative-procedures';
import { DeclarationsHttpModule } from '@http/declarations';
import { DocumentsHttpModule } from '@http/documents';
import { DossiersHttpModule } from '@http/dossiers';
import { IdentityHttpModule } from '@http/identity';
import { JournalHttpModule } from '@http/journal';
import { LegalRegisterHttpModule } from '@http/legal-register';
import { LegalImpactHttpModule } from '@http/legal-impact';
import { NotificationsHttpModule } from '@http/notifications';
import { OrganizationHttpModule } from '@http/organization';
import { WorkHttpModule } from '@http/work';
import { type DynamicModule, Module } from '@nestjs/common';

import { CONSTRAINTS, PERMISSION_TABLE, PROBLEMS } from './composition';
import { CountersModule } from './counters.module';

const VERSION = '0.1.0';

/** Composition root: which slices this process is made of, and nothing else. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings): DynamicModule {
    const { database, storage, workFolder, portalUrl, secretKeys } = settings;
    return {
      module: ApiModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot(database, 'iso-api'),
        StorageModule.forRootAsync({ useFactory: () => storageOptionsOf(storage, workFolder) }),
        HttpModule.forRoot(PROBLEMS, CONSTRAINTS, new PortalAddress(portalUrl)),
        HealthHttpModule,
        SystemModule.forRoot({
          version: VERSION,
          officeConversion: new OfficeConverter().isAvailable,
          scanner: 'off',
          portalUrl,
        }),
        IdentityModule.forRoot(PERMISSION_TABLE, secretKeys),
        OrganizationModule,
        NotificationsModule,
        WorkModule,
        LegalRegisterModule,
        DocumentsModule,
        DeclarationsModule,
        DossiersModule,
        CountersModule,
        IdentityHttpModule,
        OrganizationHttpModule,
        JournalHttpModule,
        NotificationsHttpModule,
        WorkHttpModule.forRoot(settings),
        AdministrativeProceduresHttpModule,
        DocumentsHttpModule,
        LegalRegisterHttpModule,
        LegalImpactHttpModule,
        DeclarationsHttpModule,
        DossiersHttpModule,
      ],
    };
  }
}
