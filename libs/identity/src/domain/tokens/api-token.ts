import { addDays, type LocalDate, tidyLine } from '@app/kernel';

import { BadToken } from './refusals';

/** All that a key may be given: to read the register of legal texts, and to propose texts for it. */
export const TOKEN_PERMISSIONS = ['legal-register.read', 'legal-register.propose'] as const;
export type TokenPermission = (typeof TOKEN_PERMISSIONS)[number];

/** A key that nobody renews ends within a year: who forgets it does not leave it open for ever. */
export const LONGEST_DAYS = 366;

export interface TokenFields {
  name: string;
  permissions: readonly TokenPermission[];
  /** The last day on which it works. */
  lastDay: LocalDate;
}

/** @throws BadToken */
export function tokenFrom(
  typed: { name: string; permissions: readonly TokenPermission[]; lastDay: string },
  today: LocalDate,
): TokenFields {
  const name = tidyLine(typed.name);
  const lastDay = typed.lastDay as LocalDate;
  const faults = [
    ...(name === '' ? ['name'] : []),
    ...(typed.permissions.length === 0 ? ['permissions'] : []),
    ...(lastDay < today || lastDay > addDays(today, LONGEST_DAYS) ? ['lastDay'] : []),
  ];
  if (faults.length > 0) throw new BadToken(faults);
  return { name, permissions: [...new Set(typed.permissions)], lastDay };
}

/** Requests of one key in a minute, in one process. */
export const TOKEN_REQUESTS_PER_MINUTE = 120;

/** Counts the requests of each key, minute by minute. */
export class TokenPace {
  #minute = 0;
  #counts = new Map<string, number>();

  constructor(private readonly most: number = TOKEN_REQUESTS_PER_MINUTE) {}

  /** @returns false when the key has had its share of this minute */
  admit(tokenId: string, nowMs: number): boolean {
    const minute = Math.floor(nowMs / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(tokenId) ?? 0) + 1;
    this.#counts.set(tokenId, count);
    return count <= this.most;
  }
}
