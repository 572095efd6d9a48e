import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { ArchiveUnpacking, OpenArchive } from '../../application/imports/open-archive';
import { ImportsModule } from '../../imports.module';
import { DocumentsModule } from '../../documents.module';

@Consumes('documents.open-archive')
@Injectable()
class OpenArchiveConsumer extends Consumer<'documents.import-archive-received.v1'> {
  constructor(private readonly opening: OpenArchive) {
    super();
  }

  override consume({
    actor,
    envelope,
    fence,
  }: Delivery<'documents.import-archive-received.v1'>): Promise<void> {
    return this.opening.execute(actor, envelope.payload.archiveId, fence);
  }
}

@Module({
  imports: [DocumentsModule, ImportsModule],
  providers: [ArchiveUnpacking, OpenArchive, OpenArchiveConsumer],
})
export class ImportsJobsModule {}
