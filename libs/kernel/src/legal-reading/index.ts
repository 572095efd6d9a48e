export type { Citation, NamedText } from './cited';
export { findCitations, type FoundCitation } from './citations';
export { dateAt, type DateInText, firstDate } from './dates-in-text';
export { issuerAt, type IssuerInText, lacksPlace } from './issuers';
export { findNamedTexts } from './named-texts';
export { findNumberSymbols, type NumberInText } from './number-symbols';
export { continues, type Passage, passagesOf } from './passages';
