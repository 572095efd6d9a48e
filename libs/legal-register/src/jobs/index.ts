import { type DynamicModule, Module } from '@nestjs/common';

import { LegalIntakeJobsModule, type SourceSettings } from './intake/intake-jobs.module';

@Module({})
export class LegalRegisterJobsModule {
  static forRoot(settings: SourceSettings): DynamicModule {
    return { module: LegalRegisterJobsModule, imports: [LegalIntakeJobsModule.forRoot(settings)] };
  }
}
