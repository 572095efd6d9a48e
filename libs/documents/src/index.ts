export { DISPLAY_WORDS, type DisplayState, displayState } from './domain/display-state';
export { DocumentsFacade } from './documents.facade';
export { DocumentsModule } from './documents.module';
export { DOCUMENTS_PERMISSIONS } from './documents.permissions';
export { DOCUMENTS_CONSTRAINTS, DOCUMENTS_PROBLEMS } from './documents.problems';
export { OwnerLateness } from './application/adoption/owner-lateness';
export { OwnerLatenessModule } from './owner-lateness.module';
export { type EffectiveProcedure } from './persistence/effective-procedures.query';
