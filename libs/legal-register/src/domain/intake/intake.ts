import { issuerKey, type LocalDate, lifecycle, numberSymbolKey } from '@app/kernel';

import { type ReadLegalText } from '../reading';

/** A text that came in waits to be read, then for a person; what could not be read waits for a person all the same. */
export const INTAKE_LIFECYCLE = lifecycle({
  reading: ['read', 'unread'],
  read: ['reading', 'recorded', 'dismissed'],
  unread: ['reading', 'recorded', 'dismissed'],
  recorded: [],
  dismissed: [],
});
export type IntakeState = keyof typeof INTAKE_LIFECYCLE;

/** How a text came: typed by a person, sent by a program with a token, or found by a source. */
export const INTAKE_ORIGINS = ['pasted', 'uploaded', 'program', 'feed', 'folder'] as const;
export type IntakeOrigin = (typeof INTAKE_ORIGINS)[number];

/** More than the longest law has; a longer text is refused rather than read in part. */
export const LONGEST_TEXT = 500_000;

/** Number-symbol, issuing body and day together; null as long as one of them is unknown (design 4). */
export function identityOf({
  numberSymbol,
  issuer,
  issuedOn,
}: {
  numberSymbol: string | null;
  issuer: string | null;
  issuedOn: LocalDate | null;
}): string | null {
  if (numberSymbol === null || issuer === null || issuedOn === null) return null;
  return [numberSymbolKey(numberSymbol), issuerKey(issuer), issuedOn].join('|');
}

/** What was read of a text, as it is kept. */
export type IntakeReading = ReadLegalText;
