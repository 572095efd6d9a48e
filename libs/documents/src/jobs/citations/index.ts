import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { InspectTextFile, TextFileShelf } from '../../application/citations/text-file';
import { DocumentsModule } from '../../documents.module';

@Consumes('documents.inspect-text-file')
@Injectable()
class InspectTextFileConsumer extends Consumer<'documents.text-file-received.v1'> {
  constructor(private readonly inspection: InspectTextFile) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'documents.text-file-received.v1'>): Promise<void> {
    return this.inspection.execute(actor, envelope.payload.textId, fence);
  }
}

@Module({
  imports: [DocumentsModule],
  providers: [InspectTextFile, InspectTextFileConsumer, TextFileShelf],
})
export class CitationsJobsModule {}
