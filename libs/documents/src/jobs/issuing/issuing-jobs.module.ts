import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { InspectScan } from '../../application/issuing/inspect-scan';
import { FormConversion, MakePrint } from '../../application/issuing/make-print';
import { DocumentsModule } from '../../documents.module';
import { IssuingModule } from '../../issuing.module';

@Consumes('documents.inspect-scan')
@Injectable()
class InspectScanConsumer extends Consumer<'documents.scan-received.v1'> {
  constructor(private readonly inspection: InspectScan) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'documents.scan-received.v1'>): Promise<void> {
    return this.inspection.execute(actor, envelope.payload.decisionId, fence);
  }
}

@Consumes('documents.print')
@Injectable()
class PrintConsumer extends Consumer<'documents.print-asked.v1'> {
  constructor(private readonly printing: MakePrint) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'documents.print-asked.v1'>): Promise<void> {
    return this.printing.execute(actor, envelope.payload.printId, fence);
  }
}

@Module({
  imports: [DocumentsModule, IssuingModule],
  providers: [FormConversion, InspectScan, InspectScanConsumer, MakePrint, PrintConsumer],
})
export class IssuingJobsModule {}
