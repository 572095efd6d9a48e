export { type CloseWork, type OpenWork, type WorkGroup, type WorkKind } from './domain/work-item';
export { type WorkCount } from './persistence/work-items.query';
export { WorkFacade } from './work.facade';
export { WorkModule } from './work.module';
export { WORK_PERMISSIONS } from './work.permissions';
export { WORK_PROBLEMS } from './work.problems';
