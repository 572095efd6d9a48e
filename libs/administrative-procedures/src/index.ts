export { AdministrativeProceduresFacade } from './administrative-procedures.facade';
export { AdministrativeProceduresModule } from './administrative-procedures.module';
export { ADMINISTRATIVE_PROCEDURES_PERMISSIONS } from './administrative-procedures.permissions';
export {
  ADMINISTRATIVE_PROCEDURES_CONSTRAINTS,
  ADMINISTRATIVE_PROCEDURES_PROBLEMS,
} from './administrative-procedures.problems';
export { type AnnouncementFields } from './application/announcements';
export { ANNEX_ACTS, type AnnexAct, type ProcedureLevel } from './domain/announcement/read-annex';
export { fieldKey, PROCEDURE_LEVELS, procedureKey, codeHead } from './domain/procedure';
