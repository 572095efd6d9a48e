import { Module } from '@nestjs/common';

import { RulesInForce } from '../application/rules/rules-in-force';
import { SetRule } from '../application/rules/set-rule';
import { NoticesController } from './notices.controller';
import { EscalationsController } from './rules/escalations.controller';
import { RulesController } from './rules/rules.controller';

@Module({
  controllers: [NoticesController, RulesController, EscalationsController],
  providers: [RulesInForce, SetRule],
})
export class NotificationsHttpModule {}
