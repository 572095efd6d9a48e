import { Module } from '@nestjs/common';

import { OrganizationModule } from '../organization.module';
import { AgenciesController } from './agencies.controller';
import { UnitListsController } from './unit-lists.controller';

@Module({ imports: [OrganizationModule], controllers: [AgenciesController, UnitListsController] })
export class OrganizationHttpModule {}
