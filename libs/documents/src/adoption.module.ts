import { Module } from '@nestjs/common';

import { ContinueDocuments, HearSuccession } from './application/adoption/continue-documents';
import { FollowDocuments } from './application/adoption/follow-documents';
import { HandleLocally } from './application/adoption/handle-locally';
import { HearOffers } from './application/adoption/hear-offers';
import { OfferDocuments } from './application/adoption/offer-documents';
import { ReceiveOffers, TakenStore } from './application/adoption/receive-offers';
import { TakenFiles } from './application/adoption/taken-files';
import { ContinuationsQuery } from './persistence/adoption/continuations.query';
import { HealthQuery } from './persistence/adoption/health.query';
import { LocalDraftsRepository } from './persistence/adoption/local-drafts.repository';
import { OfferingsRepository } from './persistence/adoption/offerings.repository';
import { OffersQuery } from './persistence/adoption/offers.query';
import { OffersRepository } from './persistence/adoption/offers.repository';
import { TakenVersionsRepository } from './persistence/adoption/taken-versions.repository';

const SHOWN = [
  ContinuationsQuery,
  ContinueDocuments,
  HearSuccession,
  FollowDocuments,
  HandleLocally,
  HealthQuery,
  HearOffers,
  OfferDocuments,
  OfferingsRepository,
  OffersQuery,
  OffersRepository,
  ReceiveOffers,
];

/** Owner and adopters (OF-06), documents of predecessors (OF-11). */
@Module({
  providers: [...SHOWN, LocalDraftsRepository, TakenFiles, TakenStore, TakenVersionsRepository],
  exports: SHOWN,
})
export class AdoptionModule {}
