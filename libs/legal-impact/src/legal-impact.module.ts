import { AdministrativeProceduresModule } from '@app/administrative-procedures';
import { OwnerLatenessModule, RevisionDraftsModule } from '@app/documents';
import { LegalIntakeModule } from '@app/legal-register';
import { Module } from '@nestjs/common';

import { ChangeGround } from './application/announcements/change-ground';
import { RecordAnnouncement } from './application/announcements/record-announcement';
import { AssessmentDesk } from './application/assessment-desk';
import { AssessmentTasks } from './application/assessment-tasks';
import { BeginRevisions } from './application/begin-revisions';
import { ConcludeAssessment } from './application/conclude-assessment';
import { ConfirmChange } from './application/confirm-change';
import { ConcludeFirstReview, FirstReview } from './application/first-review';
import { HearChanges } from './application/hear-changes';
import { LateOwner } from './application/late-owner';
import { ExtendDeadlines, FollowCalendar } from './application/move-deadlines';
import { KeepDeadlineRules } from './application/keep-deadline-rules';
import { ProposedDeadlines } from './application/proposed-deadlines';
import { RecordChange } from './application/record-change';
import { ImportTexts } from './application/sources/import-texts';
import { RecordIntake } from './application/sources/record-intake';
import { RecordText } from './application/record-text';
import { SheetKeeping, SignReviewSheet } from './application/sign-review-sheet';
import { WithdrawChange } from './application/withdraw-change';
import { LegalImpactFacade } from './legal-impact.facade';
import { AssessmentsQuery } from './persistence/assessments.query';
import { AssessmentsRepository } from './persistence/assessments.repository';
import { ChangesQuery } from './persistence/changes.query';
import { ChangesRepository } from './persistence/changes.repository';
import { DeadlineMovesRepository } from './persistence/deadline-moves.repository';
import { DeadlineRulesRepository } from './persistence/deadline-rules.repository';
import { FirstReviewsRepository } from './persistence/first-reviews.repository';
import { LateOwnersRepository } from './persistence/late-owners.repository';
import { ProgressQuery } from './persistence/progress.query';
import { ReviewSheetsRepository } from './persistence/review-sheets.repository';
import { ReviewTasksRepository } from './persistence/review-tasks.repository';
import { TextsQuery } from './persistence/texts.query';

const SHOWN = [
  AssessmentDesk,
  AssessmentsQuery,
  ChangesQuery,
  ChangesRepository,
  ConcludeAssessment,
  ConcludeFirstReview,
  ConfirmChange,
  DeadlineRulesRepository,
  ExtendDeadlines,
  FirstReview,
  FirstReviewsRepository,
  FollowCalendar,
  HearChanges,
  KeepDeadlineRules,
  LateOwner,
  LegalImpactFacade,
  ProgressQuery,
  ProposedDeadlines,
  RecordAnnouncement,
  RecordChange,
  ImportTexts,
  RecordIntake,
  RecordText,
  ReviewSheetsRepository,
  SignReviewSheet,
  TextsQuery,
  WithdrawChange,
];

/** Its neighbours above (register, organization, identity, work, notifications) are global in each process. */
@Module({
  imports: [AdministrativeProceduresModule, LegalIntakeModule, OwnerLatenessModule, RevisionDraftsModule],
  providers: [
    ...SHOWN,
    AssessmentTasks,
    AssessmentsRepository,
    BeginRevisions,
    ChangeGround,
    DeadlineMovesRepository,
    LateOwnersRepository,
    ReviewTasksRepository,
    SheetKeeping,
  ],
  exports: SHOWN,
})
export class LegalImpactModule {}
