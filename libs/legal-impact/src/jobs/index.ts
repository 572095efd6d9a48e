import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../legal-impact.module';
import { AnswerConsumer } from './answer.consumer';
import { CalendarConsumer, DeadlinesConsumer } from './deadlines.consumers';
import { EndTasksConsumer } from './end-tasks.consumer';
import { FirstReviewConsumer } from './first-review.consumer';
import { LateOwnersSweep } from './late-owners.sweep';
import { OpenTasksConsumer } from './open-tasks.consumer';
import { WithdrawConsumer } from './withdraw.consumer';

@Module({
  imports: [LegalImpactModule],
  providers: [
    OpenTasksConsumer,
    AnswerConsumer,
    CalendarConsumer,
    DeadlinesConsumer,
    EndTasksConsumer,
    FirstReviewConsumer,
    WithdrawConsumer,
    LateOwnersSweep,
  ],
})
export class LegalImpactJobsModule {}
