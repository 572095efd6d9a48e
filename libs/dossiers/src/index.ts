export { DOSSIER_FOLDERS } from './domain/dossier-folders';
export { DossiersModule } from './dossiers.module';
export { DOSSIERS_PERMISSIONS } from './dossiers.permissions';
export { DOSSIERS_CONSTRAINTS, DOSSIERS_PROBLEMS } from './dossiers.problems';
