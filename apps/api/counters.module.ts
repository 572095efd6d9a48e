import { PersonalCounters } from '@http/identity';
import { Global, Module } from '@nestjs/common';

@Global()
@Module({
  providers: [
    {
      provide: PersonalCounters,
      useValue: { of: () => Promise.resolve({ work: 0, overdue: 0, notices: 0 }) },
    },
  ],
  exports: [PersonalCounters],
})
export class CountersModule {}
