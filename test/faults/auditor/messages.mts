import { type Client } from 'pg';

import { type Evidence, faultsOf, scopeOf, type Violation } from './evidence.mts';

/** I-09: after quiet no fact waits, and none is believed to be under way. */
export async function checkMessages(client: Client, evidence: Evidence): Promise<Violation[]> {
  if (evidence.quiet !== true) return [];
  return faultsOf(
    client,
    'I-09',
    `select format('fact %s of %s is still %s', name, agency_id, state) as detail from platform.outbox_message
      where state in ('pending', 'dispatched') and ($1::uuid[] is null or agency_id = any ($1))`,
    [scopeOf(evidence)],
  );
}
