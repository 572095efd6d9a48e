export { NotificationsFacade } from './notifications.facade';
export { NotificationsModule } from './notifications.module';
export { NOTIFICATIONS_PERMISSIONS } from './notifications.permissions';
export { NOTIFICATIONS_PROBLEMS } from './notifications.problems';
export { type NewNotice } from './persistence/notices';
export { type NewReminder, type ReminderChannel } from './persistence/reminders';
