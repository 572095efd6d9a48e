import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { ProcedureWork } from '../../application/tthc/procedure-work';
import { TthcModule } from '../../tthc.module';

type Announced = 'administrative-procedures.procedures-announced.v1';
type Withdrawn = 'administrative-procedures.announcement-withdrawn.v1';

/** New TTHC ask for new procedures (TT-02). */
@Consumes('documents.build-procedures')
@Injectable()
class BuildProceduresConsumer extends Consumer<Announced> {
  constructor(private readonly work: ProcedureWork) {
    super();
  }

  override async consume(delivery: Delivery<Announced>): Promise<void> {
    await delivery.once((tx) => this.work.announced(tx, delivery.envelope.payload.announcementId));
  }
}

/** A decision that was taken back asks for nothing any more. */
@Consumes('documents.leave-procedures')
@Injectable()
class LeaveProceduresConsumer extends Consumer<Withdrawn> {
  constructor(private readonly work: ProcedureWork) {
    super();
  }

  override async consume(delivery: Delivery<Withdrawn>): Promise<void> {
    await delivery.once((tx) => this.work.withdrawn(tx, delivery.envelope.payload.announcementId));
  }
}

/** An issued version is the procedure that was to be built. */
@Consumes('documents.end-building')
@Injectable()
class EndBuildingConsumer extends Consumer<'documents.version-issued.v1'> {
  constructor(private readonly work: ProcedureWork) {
    super();
  }

  override async consume(delivery: Delivery<'documents.version-issued.v1'>): Promise<void> {
    await delivery.once((tx) => this.work.built(tx, [delivery.envelope.payload.documentId]));
  }
}

@Module({
  imports: [TthcModule],
  providers: [BuildProceduresConsumer, EndBuildingConsumer, LeaveProceduresConsumer],
})
export class TthcJobsModule {}
