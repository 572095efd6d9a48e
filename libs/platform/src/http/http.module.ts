import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';

import { EtagInterceptor } from './etag.interceptor';
import { PortalAddress } from './portal-address';
import { ProblemFilter } from './problem.filter';
import { ProblemCatalogue } from './problem-catalogue';
import { type ProblemTexts } from './problems';
import { RouteAccessCheck } from './route-access.check';
import { validationPipe } from './validation';

/** What every HTTP process of ours does alike: problems, validation, ETags, and no route without a permission. */
@Module({})
export class HttpModule {
  static forRoot(
    problems: readonly ProblemTexts[],
    constraints: Readonly<Record<string, string>>,
    portal: PortalAddress,
  ): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: ProblemCatalogue, useValue: new ProblemCatalogue(problems, constraints) },
        { provide: PortalAddress, useValue: portal },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        RouteAccessCheck,
      ],
      exports: [PortalAddress, ProblemCatalogue, RouteAccessCheck],
    };
  }
}
