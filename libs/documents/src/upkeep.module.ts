import { Module } from '@nestjs/common';

import { ChangeRequests, RequestDesk } from './application/upkeep/change-requests';
import { DisposalDesk, Disposals } from './application/upkeep/disposals';
import { AskForReviews, PeriodicReviews, ReviewDesk } from './application/upkeep/periodic-reviews';
import { Records } from './application/upkeep/records';
import { UpkeepTime } from './application/upkeep/upkeep-time';
import { ChangeRequestsRepository } from './persistence/upkeep/change-requests.repository';
import { DisposalsRepository } from './persistence/upkeep/disposals.repository';
import { RecordsRepository } from './persistence/upkeep/records.repository';
import { ReviewsRepository } from './persistence/upkeep/reviews.repository';

const PARTS = [
  AskForReviews,
  ChangeRequests,
  ChangeRequestsRepository,
  DisposalDesk,
  Disposals,
  DisposalsRepository,
  PeriodicReviews,
  Records,
  RecordsRepository,
  RequestDesk,
  ReviewDesk,
  ReviewsRepository,
  UpkeepTime,
];

/** What keeps a system alive between two issues: periodic review, requests for change, records and their disposal. */
@Module({ providers: PARTS, exports: PARTS })
export class UpkeepModule {}
