export { type Duplicate, Duplicates } from './application/duplicates';
export { KeepLegalText } from './application/keep-legal-text';
export { type RecordedText, type RecordingScope } from './application/record-legal-text';
export { type AliasFields } from './domain/aliases';
export { type LegalTextFields, type LegalTextState, type LegalTextStatus } from './domain/legal-text';
export { LegalTextNotFound, NotTheTextsSteward } from './domain/refusals';
export {
  type Awaited,
  type AwaitedFields,
  isAwaited,
  RELATION_KINDS,
  type RelationFields,
  type RelationKind,
} from './domain/relations';
export { type Article, articlesNamed, type OfficialFile, type Territory } from './domain/substance';
export { importTemplate, readImportFile } from './application/intake/import-file';
export { type ImportLine } from './domain/intake/import-lines';
export { IntakeFileMissing } from './domain/intake/refusals';
export { IntakeDesk } from './application/intake/intake-desk';
export { LegalIntakeModule } from './intake.module';
export { LegalRegisterFacade, type Resolution } from './legal-register.facade';
export { LegalRegisterModule } from './legal-register.module';
export { LEGAL_REGISTER_PERMISSIONS } from './legal-register.permissions';
export { LEGAL_REGISTER_CONSTRAINTS, LEGAL_REGISTER_PROBLEMS } from './legal-register.problems';
export {
  type CitationToResolve,
  type NamedTextToResolve,
  type ResolvedText,
} from './persistence/resolution.query';
export { StoredTextsQuery } from './persistence/stored-texts.query';
