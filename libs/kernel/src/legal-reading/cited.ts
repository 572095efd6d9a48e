import { type NumberSymbol } from '../legal-number';
import { type LocalDate } from '../local-date';

/** A legal text cited by number; the issuing body is part of what it is (`04/2024/NQ-HĐND` exists once per province). */
export interface Citation {
  readonly numberSymbol: NumberSymbol;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LocalDate | null;
}

/** A law cited by name and year (`Luật Hộ tịch năm 2014`), without a number. */
export interface NamedText {
  readonly name: string;
  readonly year: number;
}
