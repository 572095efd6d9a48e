export { PortalPlace } from './application/portal-place';
export { DeclarationsModule } from './declarations.module';
export { DECLARATIONS_PERMISSIONS } from './declarations.permissions';
export { DECLARATIONS_CONSTRAINTS, DECLARATIONS_PROBLEMS } from './declarations.problems';
