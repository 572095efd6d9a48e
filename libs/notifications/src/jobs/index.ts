import { type DynamicModule, Module } from '@nestjs/common';

import { AgencySweep } from '../application/agency-sweep';
import { PlanMails } from '../application/plan-mails';
import { ReleaseReminders } from '../application/release-reminders';
import { SendMails, StaffAppAddress } from '../application/send-mails';
import { TellDue } from '../application/tell-due';
import { DispatchPlan } from '../persistence/dispatch-plan';
import { Dispatches } from '../persistence/dispatches';
import { DueReminders } from '../persistence/due-reminders';
import { MovedRemindersRepository } from '../persistence/rules/moved-reminders.repository';
import { WorkingDays } from '../persistence/working-days';
import { FollowCalendarConsumer } from './follow-calendar.consumer';
import { LockedAccountConsumer } from './locked-account.consumer';
import { DigestsSweep, MailsSweep, RemindersSweep, UrgentMailsSweep } from './sweeps';

/** Reminders and mails of the worker. Needs MailModule and the queue's sweeps. */
@Module({})
export class NotificationsJobsModule {
  static forRoot({ publicUrl }: { publicUrl: string }): DynamicModule {
    return {
      module: NotificationsJobsModule,
      providers: [
        { provide: StaffAppAddress, useValue: { url: publicUrl } },
        Dispatches,
        DispatchPlan,
        DueReminders,
        WorkingDays,
        LockedAccountConsumer,
        FollowCalendarConsumer,
        MovedRemindersRepository,
        AgencySweep,
        ReleaseReminders,
        TellDue,
        PlanMails,
        SendMails,
        RemindersSweep,
        UrgentMailsSweep,
        DigestsSweep,
        MailsSweep,
      ],
    };
  }
}
