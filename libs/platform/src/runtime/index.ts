import { Clock, Ids, SystemClock, UuidV7Ids } from '@app/kernel';
import { Global, Module } from '@nestjs/common';

/** The one clock and the one source of ids of a process. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Ids, useClass: UuidV7Ids },
  ],
  exports: [Clock, Ids],
})
export class RuntimeModule {}
