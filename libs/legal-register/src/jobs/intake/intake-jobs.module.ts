import { OutgoingHttp } from '@app/platform/outgoing';
import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { type DynamicModule, Injectable, Module } from '@nestjs/common';

import { PollSource, SourceLook } from '../../application/intake/poll-source';
import { IntakeReader, ReadIntake } from '../../application/intake/read-intake';
import { ReceiveText } from '../../application/intake/receive-text';
import { SourceNews } from '../../application/intake/source-news';
import { TakeNotices } from '../../application/intake/take-notices';
import { WatchedFolder, WatchFolder } from '../../application/intake/watched-folder';
import { LegalIntakeModule } from '../../intake.module';
import { SourcesSweep } from './sources.sweep';

/** Where sources may lie. */
export interface SourceSettings {
  outgoingHosts: readonly string[];
  watchFolder: string | null;
}

@Consumes('legal-register.read-intake')
@Injectable()
class ReadIntakeConsumer extends Consumer<'legal-register.intake-received.v1'> {
  constructor(private readonly reading: ReadIntake) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'legal-register.intake-received.v1'>): Promise<void> {
    return this.reading.execute(actor, envelope.payload.intakeId, fence);
  }
}

@Module({})
export class LegalIntakeJobsModule {
  static forRoot({ outgoingHosts, watchFolder }: SourceSettings): DynamicModule {
    return {
      module: LegalIntakeJobsModule,
      imports: [LegalIntakeModule],
      providers: [
        { provide: OutgoingHttp, useValue: new OutgoingHttp(outgoingHosts) },
        { provide: WatchFolder, useValue: { path: watchFolder } },
        IntakeReader,
        PollSource,
        ReadIntake,
        ReadIntakeConsumer,
        ReceiveText,
        SourceLook,
        SourceNews,
        SourcesSweep,
        TakeNotices,
        WatchedFolder,
      ],
    };
  }
}
