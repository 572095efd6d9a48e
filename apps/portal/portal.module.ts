import { type PortalSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { StorageModule, storageOptionsOf } from '@app/platform/storage';
import { PortalReadsModule } from '@portal/declarations';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import { FailureFilter } from './http/failure.filter';
import { FilesController } from './http/files.controller';
import { MachinesController } from './http/machines.controller';
import { PagesController } from './http/pages.controller';
import { PortalSite } from './http/portal-site';

/** The public site: reads of the schema `portal`, files of the public area, pages; nothing that writes. */
@Module({})
export class PortalModule {
  static forRoot(settings: PortalSettings): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        DatabaseModule.forRoot(settings.database, 'iso-portal'),
        // The public area and no other: the rest of the store cannot be reached from this process.
        StorageModule.forRootAsync({
          useFactory: () => storageOptionsOf(settings.storage, settings.workFolder, ['public']),
        }),
        PortalReadsModule,
      ],
      controllers: [MachinesController, FilesController, PagesController],
      providers: [
        { provide: PortalSite, useFactory: () => new PortalSite(settings.portalUrl) },
        { provide: APP_FILTER, useClass: FailureFilter },
        FailureFilter,
      ],
    };
  }
}
