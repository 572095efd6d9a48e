export { type RecordedText, type RecordingScope } from './application/record-legal-text';
export {
  type AliasFields,
  type LegalTextFields,
  type LegalTextStatus,
  RELATION_KINDS,
  type RelationFields,
  type RelationKind,
} from './domain/legal-text';
export { LegalTextNotFound } from './domain/refusals';
export { LegalRegisterFacade, type Resolution } from './legal-register.facade';
export { LegalRegisterModule } from './legal-register.module';
export { LEGAL_REGISTER_PERMISSIONS } from './legal-register.permissions';
export { LEGAL_REGISTER_PROBLEMS } from './legal-register.problems';
export {
  type CitationToResolve,
  type NamedTextToResolve,
  type ResolvedText,
} from './persistence/resolution.query';
