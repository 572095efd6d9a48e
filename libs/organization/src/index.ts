export {
  type AdministrativeUnitsImported,
  ImportAdministrativeUnits,
} from './application/import-administrative-units';
export {
  addWorkingDays,
  type CalendarDay,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingDaysBetween,
} from './domain/working-days';
export { OrganizationFacade } from './organization.facade';
export { OrganizationModule } from './organization.module';
export { ORGANIZATION_PERMISSIONS } from './organization.permissions';
export { ORGANIZATION_CONSTRAINTS, ORGANIZATION_PROBLEMS } from './organization.problems';
export { type AgencySummary, type Letterhead } from './persistence/organization.query';
export {
  type DelegationFormula,
  type DelegationState,
  type DelegationRow,
  DelegationsRepository,
  type NewDelegation,
} from './persistence/delegations.repository';
