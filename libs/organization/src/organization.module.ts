import { Global, Module } from '@nestjs/common';

import { ImportAdministrativeUnits } from './application/import-administrative-units';
import { ImportUnitList } from './application/import-unit-list';
import { PointHistoricalUnit } from './application/point-historical-unit';
import { RecordSuccession } from './application/record-succession';
import { OrganizationFacade } from './organization.facade';
import { AdministrativeUnitsRepository } from './persistence/administrative-units.repository';
import { CalendarRepository } from './persistence/calendar.repository';
import { DelegationsRepository } from './persistence/delegations.repository';
import { OrganizationQuery } from './persistence/organization.query';
import { SuccessionsRepository } from './persistence/successions.repository';
import { UnitListsRepository } from './persistence/unit-lists.repository';

const OWN = [
  CalendarRepository,
  DelegationsRepository,
  OrganizationQuery,
  RecordSuccession,
  SuccessionsRepository,
  ImportUnitList,
  PointHistoricalUnit,
  ImportAdministrativeUnits,
];

@Global()
@Module({
  providers: [...OWN, OrganizationFacade, UnitListsRepository, AdministrativeUnitsRepository],
  exports: [OrganizationFacade, ...OWN],
})
export class OrganizationModule {}
