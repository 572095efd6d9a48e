import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { AdministrativeProceduresModule } from '../administrative-procedures.module';
import { AnnouncementOffice, ReadAnnouncementFile } from '../application/announcement-files';

type Received = 'administrative-procedures.announcement-file-received.v1';

/** Reads an uploaded quyết định công bố (TT-02). */
@Consumes('administrative-procedures.read-announcement')
@Injectable()
class ReadAnnouncementConsumer extends Consumer<Received> {
  constructor(private readonly reading: ReadAnnouncementFile) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<Received>): Promise<void> {
    return this.reading.execute(actor, envelope.payload.fileId, fence);
  }
}

@Module({
  imports: [AdministrativeProceduresModule],
  providers: [AnnouncementOffice, ReadAnnouncementConsumer, ReadAnnouncementFile],
})
export class AdministrativeProceduresJobsModule {}
