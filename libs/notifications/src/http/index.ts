import { Module } from '@nestjs/common';

import { RulesInForce } from '../application/rules/rules-in-force';
import { SetRule } from '../application/rules/set-rule';
import { NoticesController } from './notices.controller';
import { EscalationsController } from './rules/escalations.controller';
import { NotificationSettings } from '../application/settings/notification-settings';
import { SettingsRepository } from '../persistence/settings/settings.repository';
import { SettingsController } from './settings/settings.controller';
import { RulesController } from './rules/rules.controller';

@Module({
  controllers: [NoticesController, RulesController, EscalationsController, SettingsController],
  providers: [RulesInForce, SetRule, NotificationSettings, SettingsRepository],
})
export class NotificationsHttpModule {}
