import { Module } from '@nestjs/common';

import { ReadingModule } from '../../reading.module';
import { DistributionController } from './distribution.controller';
import { DistributionPresenter } from './distribution.presenter';
import { ReadingController, ReadingTestController } from './reading.controller';

@Module({
  imports: [ReadingModule],
  controllers: [DistributionController, ReadingController, ReadingTestController],
  providers: [DistributionPresenter],
})
export class ReadingHttpModule {}
