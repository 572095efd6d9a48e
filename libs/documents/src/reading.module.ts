import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { AcknowledgeReading } from './application/reading/acknowledge-reading';
import { CheckRenditions } from './application/reading/check-renditions';
import { ClassifyDocument } from './application/reading/classify-document';
import { DistributionDesk, EditDistribution } from './application/reading/edit-distribution';
import { EndReading } from './application/reading/end-reading';
import { FollowReaders, ReadingEscalation } from './application/reading/follow-readers';
import { PaperCopies, PaperShelf } from './application/reading/paper-copies';
import { ReadingDesk } from './application/reading/reading-desk';
import { ReadingTests, TestDesk } from './application/reading/reading-tests';
import { MeetingDesk, RecordMeeting } from './application/reading/record-meeting';
import { SpreadReading } from './application/reading/spread-reading';
import { TraceAccess } from './application/reading/trace-access';
import { AccessLogRepository } from './persistence/reading/access-log.repository';
import { AcknowledgementsRepository } from './persistence/reading/acknowledgements.repository';
import { DestructionsRepository } from './persistence/reading/destructions.repository';
import { DistributedVersionsQuery } from './persistence/reading/distributed-versions.query';
import { DistributionsRepository } from './persistence/reading/distributions.repository';
import { FixingRepository } from './persistence/reading/fixing.repository';
import { FollowingQuery } from './persistence/reading/following.query';
import { PaperCopiesRepository } from './persistence/reading/paper-copies.repository';
import { ReadersQuery } from './persistence/reading/readers.query';
import { ReadingTestsRepository } from './persistence/reading/reading-tests.repository';
import { RenditionChecksRepository } from './persistence/reading/rendition-checks.repository';

const PROVIDERS = [
  AccessLogRepository,
  AcknowledgementsRepository,
  AcknowledgeReading,
  CheckRenditions,
  ClassifyDocument,
  DestructionsRepository,
  DistributedVersionsQuery,
  DistributionDesk,
  DistributionsRepository,
  EditDistribution,
  EndReading,
  FixingRepository,
  FollowingQuery,
  FollowReaders,
  MeetingDesk,
  PaperCopies,
  PaperCopiesRepository,
  PaperShelf,
  ReadersQuery,
  ReadingDesk,
  ReadingEscalation,
  ReadingTests,
  ReadingTestsRepository,
  RecordMeeting,
  RenditionChecksRepository,
  SpreadReading,
  TestDesk,
  TraceAccess,
];

/** Distribution, reading and paper copies of what is issued (DI-08 to DI-12, DI-16, OF-09). */
@Module({ imports: [OrganizationModule], providers: PROVIDERS, exports: PROVIDERS })
export class ReadingModule {}
