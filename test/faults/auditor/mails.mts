import { type Client } from 'pg';

import { type Evidence, scopeOf, type Violation } from './evidence.mts';

interface Dispatch {
  id: string;
  state: string;
  unsure: number;
  email: string | null;
}

/** I-07: a mail row left once, or twice with the mark of doubt; what counts as sent was received. */
export async function checkMails(client: Client, evidence: Evidence): Promise<Violation[]> {
  const { mails } = evidence;
  if (mails === undefined) return [];
  const { rows } = await client.query<Dispatch>(
    `select d.id, d.state, d.unsure_tries as unsure,
            (select min(m.email) from identity.membership m
              where m.agency_id = d.agency_id and m.person_id = d.recipient_id) as email
       from notifications.dispatch d where $1::uuid[] is null or d.agency_id = any ($1)`,
    [scopeOf(evidence)],
  );
  const received = Map.groupBy(mails, ({ messageId }) => idOf(messageId));
  const known = new Set(rows.map(({ id }) => id));
  const strangers =
    evidence.agencies === undefined ? [...received.keys()].filter((id) => !known.has(id)) : [];
  return [
    ...strangers.map((id) => ({ invariant: 'I-07', detail: `mail ${id} has no row` })),
    ...rows.flatMap((row) => judge(row, received.get(row.id) ?? [])),
  ];
}

function judge({ id, state, unsure, email }: Dispatch, mails: readonly { to: string }[]): Violation[] {
  const found: string[] = [];
  const most = unsure > 0 ? 2 : 1;
  if (mails.length > most) found.push(`mail ${id} left ${mails.length} times with ${unsure} doubts`);
  if (state === 'sent' && mails.length === 0) found.push(`mail ${id} counts as sent and never arrived`);
  if (mails.some(({ to }) => to !== email)) found.push(`mail ${id} went to somebody else`);
  return found.map((detail) => ({ invariant: 'I-07', detail }));
}

/** `<id@domain>` → id. */
function idOf(messageId: string): string {
  return /^<([^@>]+)@/.exec(messageId)?.[1] ?? messageId;
}
