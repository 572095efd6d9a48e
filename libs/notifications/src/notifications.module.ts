import { Global, Module } from '@nestjs/common';

import { NotificationsFacade } from './notifications.facade';
import { Notices } from './persistence/notices';
import { NoticesQuery } from './persistence/notices.query';
import { Reminders } from './persistence/reminders';

@Global()
@Module({
  providers: [NotificationsFacade, Notices, NoticesQuery, Reminders],
  exports: [NotificationsFacade, Notices, NoticesQuery, Reminders],
})
export class NotificationsModule {}
