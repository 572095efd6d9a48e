import { Module } from '@nestjs/common';

import { OrganizationModule } from '../organization.module';
import { ChangeCalendar } from '../application/change-calendar';
import { AgenciesController } from './agencies.controller';
import { CalendarController } from './calendar.controller';
import { SuccessionsController } from './successions.controller';
import { UnitListsController } from './unit-lists.controller';

@Module({
  imports: [OrganizationModule],
  controllers: [AgenciesController, CalendarController, SuccessionsController, UnitListsController],
  providers: [ChangeCalendar],
})
export class OrganizationHttpModule {}
