export { GlossaryFacade, type RetiredName } from './glossary.facade';
export { ReferenceModule } from './reference.module';
export { type StandardEdition, StandardsFacade } from './standards.facade';
