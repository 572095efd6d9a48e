export { DOSSIER_FOLDERS } from './domain/dossier-folders';
