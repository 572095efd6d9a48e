import { appendFileSync } from 'node:fs';

import { testServers } from '..';

/** What one row of the fault table gave. */
export interface Figure {
  /** F-04 … */
  row: string;
  runs: number;
  lost?: number;
  doubled?: number;
  /** Longest time until all was well again, in milliseconds. */
  recoveryMs?: number;
  note?: string;
}

/** Keeps a figure for `npm run faults`, which prints them as a table. */
export function figure(given: Figure): void {
  const file = process.env['ISO_FAULT_FIGURES'];
  if (file === undefined) return;
  const { profile } = testServers();
  appendFileSync(file, `${JSON.stringify({ profile, lost: 0, doubled: 0, ...given })}\n`);
}
