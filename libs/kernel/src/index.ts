export {
  type Actor,
  AGENCY_OFFICERS,
  NO_PERMISSIONS,
  type PermissionTable,
  type Role,
  ROLES,
  systemActor,
} from './actor';
export { Clock, SystemClock } from './clock';
export { DomainError, type FieldFault, type Refusal, type RefusalKind } from './domain-error';
export { type AgencyId, type Branded, Ids, isUuid, type PersonId, UuidV7Ids, uuidV7 } from './ids';
export {
  assertTransition,
  IllegalTransition,
  type Lifecycle,
  lifecycle,
  unreachableStates,
} from './lifecycle';
export { lawNameKey } from './legal-name';
export {
  type Citation,
  continues,
  dateAt,
  type DateInText,
  findCitations,
  findNamedTexts,
  findNumberSymbols,
  firstDate,
  type FoundCitation,
  issuerAt,
  lacksPlace,
  type NamedText,
  type NumberInText,
  type Passage,
  passagesOf,
} from './legal-reading';
export {
  issuerKey,
  issuingBody,
  normaliseNumberSymbol,
  type NumberSymbol,
  numberSymbolKey,
} from './legal-number';
export {
  canonicalIssuer,
  describeSymbol,
  isSymbolPart,
  KIND_BY_ABBREVIATION,
  KIND_WORDS,
  kindOfAbbreviation,
  KNOWN_ISSUERS,
  type SymbolMeaning,
} from './legal-symbol';
export {
  addDays,
  daysBetween,
  formatVi,
  formatViInWords,
  isLocalDate,
  isoWeekday,
  type LocalDate,
  localDate,
  parseLocalDate,
  todayIn,
  tryLocalDate,
  yearOf,
} from './local-date';
export { type SearchWord, searchWords, slipsOf } from './search-words';
export { foldVietnamese, normaliseNfc, plainSpaces, startsItem, tidyLine, toneKey } from './text';
export type {
  ExtractedBlock,
  ExtractedCell,
  ExtractedDocument,
  ExtractedMargin,
  ExtractedParagraph,
  ExtractedTable,
} from './extracted-document';
