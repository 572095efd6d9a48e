import { type Client } from 'pg';

import { EFFECTS, type Evidence, type LedgerEntry, type Violation } from './evidence.mts';

/** I-01: what was acknowledged is there. I-02: what was refused is not; nothing is there twice. */
export async function checkLedger(client: Client, { ledger = [] }: Evidence): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const entry of ledger) {
    const { rows } = await client.query<{ n: number }>(EFFECTS[entry.effect], [entry.agencyId, entry.mark]);
    const violation = judge(entry, rows[0]?.n ?? 0);
    if (violation !== null) found.push(violation);
  }
  return found;
}

function judge({ answer, effect, mark }: LedgerEntry, n: number): Violation | null {
  const what = `${effect} ${mark}`;
  if (n > 1) return { invariant: 'I-02', detail: `${what} is there ${n} times` };
  if (answer === 'ok' && n === 0)
    return { invariant: 'I-01', detail: `${what} was acknowledged and is not there` };
  if (answer === 'refused' && n > 0) return { invariant: 'I-02', detail: `${what} was refused and is there` };
  return null;
}
