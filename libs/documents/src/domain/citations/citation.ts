import { DomainError, issuerKey, lawNameKey, type LocalDate, numberSymbolKey } from '@app/kernel';

/** What a document cites: a number with its body and day, or a law by its name and year. */
export interface CitedWords {
  kind: 'number' | 'name';
  words: string;
  issuer: string | null;
  issuedOn: LocalDate | null;
  year: number | null;
}

/** The form in which citations in the same words are one. */
export interface CitationKey {
  kind: 'number' | 'name';
  key: string;
  issuerKey: string;
  issuedOn: LocalDate | null;
  year: number | null;
}

export function citationKeyOf({ kind, words, issuer, issuedOn, year }: CitedWords): CitationKey {
  return kind === 'number'
    ? { kind, key: numberSymbolKey(words), issuerKey: issuerKey(issuer), issuedOn, year: null }
    : { kind, key: lawNameKey(words), issuerKey: '', issuedOn: null, year };
}

/** No document of the agency that the caller may see cites in these words. */
export class CitationNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.citation-not-found', kind: 'not-found' });
  }
}

/** The text has no official file that may be shown. */
export class TextFileNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.text-file-not-found', kind: 'not-found' });
  }
}
