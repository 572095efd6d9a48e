import { DeclarationsModule } from '@app/declarations';
import { IdentityModule } from '@app/identity';
import { LegalRegisterModule } from '@app/legal-register';
import { NotificationsModule } from '@app/notifications';
import { DatabaseModule } from '@app/platform/database';
import { OfficeConverter } from '@app/platform/office';
import { RuntimeModule } from '@app/platform/runtime';
import { FileStore } from '@app/platform/storage';
import { WorkModule } from '@app/work';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { FollowScope } from '../../../libs/declarations/src/application/follow-scope';
import { PortalPlace } from '../../../libs/declarations/src/application/portal-place';
import { PublicFiles } from '../../../libs/declarations/src/application/public-files';
import { PublishDeclaration } from '../../../libs/declarations/src/application/publish-declaration';
import { PublishingHand } from '../../../libs/declarations/src/application/publishing-hand';

export const PORTAL_URL = 'http://portal.spec';

@Module({})
class SpecModule {}

@Global()
@Module({})
class SpecSurroundings {}

interface Surroundings {
  url: string;
  files: FileStore;
  converter: OfficeConverter;
}

/** The slice with its neighbours, as a process composes it, on the address of one role. */
export function openSlice({ url, files, converter }: Surroundings): Promise<INestApplicationContext> {
  const surroundings = {
    module: SpecSurroundings,
    providers: [
      { provide: FileStore, useValue: files },
      { provide: OfficeConverter, useValue: converter },
      { provide: PortalPlace, useValue: new PortalPlace(PORTAL_URL) },
    ],
    exports: [FileStore, OfficeConverter, PortalPlace],
  };
  return NestFactory.createApplicationContext(
    {
      module: SpecModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot({ url, poolSize: 4, statementTimeoutMs: 15_000 }, 'spec'),
        surroundings,
        IdentityModule.forRoot({}),
        NotificationsModule,
        WorkModule,
        LegalRegisterModule,
        DeclarationsModule,
      ],
      providers: [FollowScope, PublicFiles, PublishDeclaration, PublishingHand],
    },
    { logger: ['error'], abortOnError: false },
  );
}
