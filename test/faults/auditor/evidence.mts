import { type Client } from 'pg';

/** One thing that must not be, and where. */
export interface Violation {
  /** Invariant of the fault tests: I-01 … */
  invariant: string;
  detail: string;
}

/** What an officer asked for, and what they were told. */
export interface LedgerEntry {
  /** Key of the request: a repetition carries the same one. */
  key: string;
  agencyId: string;
  /** Where the change must be found, and by what. */
  effect: keyof typeof EFFECTS;
  mark: string;
  /** `unknown`: the answer never came, so it may have happened once or not at all. */
  answer: 'ok' | 'refused' | 'unknown';
}

/** A mail as the server of the test received it. */
export interface ReceivedMail {
  to: string;
  messageId: string;
}

export interface Evidence {
  ledger?: readonly LedgerEntry[];
  mails?: readonly ReceivedMail[];
  /** Nothing is under way any more: what waits now waits for ever. */
  quiet?: boolean;
  /** Agencies looked at; all when absent. */
  agencies?: readonly string[];
}

/** Counts rows that a change leaves: `$1` the agency, `$2` the mark. */
export const EFFECTS = {
  'legal-text':
    'select count(*)::int as n from legal_register.legal_text where steward_agency_id = $1 and number_symbol = $2',
  message:
    "select count(*)::int as n from platform.idempotency where agency_id = $1 and person_id = $2::uuid and request = 'effect'",
  notice:
    'select count(distinct recipient_id)::int as n from notifications.notice where agency_id = $1 and subject_id = $2::uuid',
} as const;

export type Check = (client: Client, evidence: Evidence) => Promise<Violation[]>;

/** Runs a question that lists violations; a row is one, told by its column `detail`. */
export async function faultsOf(
  client: Client,
  invariant: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Violation[]> {
  const { rows } = await client.query<{ detail: string }>(sql, [...values]);
  return rows.map(({ detail }) => ({ invariant, detail }));
}

/** `$1` of every question that can be asked of some agencies only: null means all. */
export function scopeOf({ agencies }: Evidence): readonly string[] | null {
  return agencies ?? null;
}
