import { Module } from '@nestjs/common';

import { OwnerLateness } from './application/adoption/owner-lateness';
import { OfferingsRepository } from './persistence/adoption/offerings.repository';

/** What the slices below need to tell adopters of a late owner (OF-06). */
@Module({ providers: [OfferingsRepository, OwnerLateness], exports: [OwnerLateness] })
export class OwnerLatenessModule {}
