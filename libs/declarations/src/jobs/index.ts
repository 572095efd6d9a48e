import { type DynamicModule, Module } from '@nestjs/common';

import { FollowScope } from '../application/follow-scope';
import { PortalPlace } from '../application/portal-place';
import { PublicFiles } from '../application/public-files';
import { PublishDeclaration } from '../application/publish-declaration';
import { PublishingHand } from '../application/publishing-hand';
import { DeclarationsModule } from '../declarations.module';
import { DeclarationsSweepQuery } from '../persistence/declarations-sweep.query';
import { FollowScopeConsumer, PublishConsumer } from './consumers';
import { DailyPortalSweep, WaitingDeclarationsSweep } from './sweeps';

@Module({})
export class DeclarationsJobsModule {
  static forRoot(portalUrl: string): DynamicModule {
    return {
      module: DeclarationsJobsModule,
      imports: [DeclarationsModule],
      providers: [
        { provide: PortalPlace, useFactory: () => new PortalPlace(portalUrl) },
        DailyPortalSweep,
        DeclarationsSweepQuery,
        FollowScope,
        FollowScopeConsumer,
        PublicFiles,
        PublishConsumer,
        PublishDeclaration,
        PublishingHand,
        WaitingDeclarationsSweep,
      ],
    };
  }
}
