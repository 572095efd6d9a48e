import { Module } from '@nestjs/common';

import { UpkeepModule } from '../../upkeep.module';
import { ChangeRequestsController } from './change-requests.controller';
import { DisposalsController } from './disposals.controller';
import { RecordsController, RecordTypesController } from './records.controller';
import { ReviewsController } from './reviews.controller';

@Module({
  imports: [UpkeepModule],
  controllers: [
    ChangeRequestsController,
    DisposalsController,
    RecordsController,
    RecordTypesController,
    ReviewsController,
  ],
})
export class UpkeepHttpModule {}
