import { Module } from '@nestjs/common';

import { OrganizationModule } from '../organization.module';
import { AgenciesController } from './agencies.controller';
import { SuccessionsController } from './successions.controller';
import { UnitListsController } from './unit-lists.controller';

@Module({
  imports: [OrganizationModule],
  controllers: [AgenciesController, SuccessionsController, UnitListsController],
})
export class OrganizationHttpModule {}
