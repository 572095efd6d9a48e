import { ReferenceModule } from '@app/reference';
import { Module } from '@nestjs/common';

import { AdoptionModule } from '../../adoption.module';
import { PdfSender } from '../pdf-sender';
import { ContinuationsController } from './continuations.controller';
import { HealthController } from './health.controller';
import { OfferingsController } from './offerings.controller';
import { OfferReader, OffersController } from './offers.controller';

@Module({
  imports: [AdoptionModule, ReferenceModule],
  controllers: [ContinuationsController, HealthController, OffersController, OfferingsController],
  providers: [OfferReader, PdfSender],
})
export class AdoptionHttpModule {}
