import { daysBetween, foldVietnamese, type LocalDate } from '@app/kernel';

/** Why two records may be of one text. */
export type Likeness = 'same-text' | 'other-date' | 'other-issuer-spelling';

export interface Identity {
  numberKey: string;
  issuerKey: string;
  issuedOn: string;
}

/** A number that carries its year is given once by one body. */
const WITH_YEAR = /^\d+[a-z]?\/(?:19|20)\d\d\//u;
const NEAR_DAYS = 60;
const LIKE = 0.6;
/** Words that a council or a committee of any place has in its name. */
const PLACE = /(?:^|\s)(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)\s/u;

/**
 * Whether two records with one number are probably of one text. Councils of two provinces give the same number: where
 * both name a place, other words mean another body.
 */
export function likenessOf(one: Identity, other: Identity): Likeness | null {
  if (one.numberKey !== other.numberKey) return null;
  const sameDay = one.issuedOn === other.issuedOn;
  if (one.issuerKey === other.issuerKey) {
    if (sameDay) return 'same-text';
    return WITH_YEAR.test(one.numberKey) || apart(one, other) <= NEAR_DAYS ? 'other-date' : null;
  }
  return sameDay && isLikeIssuer(one.issuerKey, other.issuerKey) ? 'other-issuer-spelling' : null;
}

function apart(one: Identity, other: Identity): number {
  return Math.abs(daysBetween(one.issuedOn as LocalDate, other.issuedOn as LocalDate));
}

function isLikeIssuer(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  const shared = [...fewer].filter((word) => more.has(word)).length;
  if (shared === fewer.size) return true;
  if (PLACE.test(foldVietnamese(one)) && PLACE.test(foldVietnamese(other))) return false;
  return shared / (a.size + b.size - shared) >= LIKE;
}

function wordsOf(issuer: string): Set<string> {
  return new Set(foldVietnamese(issuer).split(' '));
}
