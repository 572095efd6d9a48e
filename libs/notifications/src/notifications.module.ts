import { Global, Module } from '@nestjs/common';

import { NotificationsFacade } from './notifications.facade';
import { Notices } from './persistence/notices';
import { NoticesQuery } from './persistence/notices.query';
import { Reminders } from './persistence/reminders';
import { EscalationsRepository } from './persistence/rules/escalations.repository';
import { RulesRepository } from './persistence/rules/rules.repository';

const OWN = [NotificationsFacade, Notices, NoticesQuery, Reminders, RulesRepository, EscalationsRepository];

@Global()
@Module({
  providers: OWN,
  exports: OWN,
})
export class NotificationsModule {}
