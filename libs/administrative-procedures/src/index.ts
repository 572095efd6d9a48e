export { AdministrativeProceduresModule } from './administrative-procedures.module';
export { ADMINISTRATIVE_PROCEDURES_PERMISSIONS } from './administrative-procedures.permissions';
export {
  ADMINISTRATIVE_PROCEDURES_CONSTRAINTS,
  ADMINISTRATIVE_PROCEDURES_PROBLEMS,
} from './administrative-procedures.problems';
