import { Sweep, Sweeps } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { PlanMails } from '../application/plan-mails';
import { ReleaseReminders } from '../application/release-reminders';
import { SendMails } from '../application/send-mails';

@Injectable()
@Sweeps('notifications.reminders')
export class RemindersSweep extends Sweep {
  constructor(private readonly releaseReminders: ReleaseReminders) {
    super();
  }

  override sweep(): Promise<number> {
    return this.releaseReminders.execute();
  }
}

@Injectable()
@Sweeps('notifications.urgent-mails')
export class UrgentMailsSweep extends Sweep {
  constructor(private readonly planMails: PlanMails) {
    super();
  }

  override sweep(): Promise<number> {
    return this.planMails.urgent();
  }
}

@Injectable()
@Sweeps('notifications.digests', { everySeconds: 60 })
export class DigestsSweep extends Sweep {
  constructor(private readonly planMails: PlanMails) {
    super();
  }

  override sweep(): Promise<number> {
    return this.planMails.digests();
  }
}

@Injectable()
@Sweeps('notifications.mails')
export class MailsSweep extends Sweep {
  constructor(private readonly sendMails: SendMails) {
    super();
  }

  override sweep(): Promise<number> {
    return this.sendMails.execute();
  }
}
