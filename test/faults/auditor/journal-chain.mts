import { createHash } from 'node:crypto';

import { type Client } from 'pg';

import { type Evidence, scopeOf, type Violation } from './evidence.mts';

interface Entry {
  agency: string;
  seq: string;
  at: string;
  kind: string;
  actor: string | null;
  name: string;
  action: string;
  subjectType: string;
  subjectId: string;
  reason: string | null;
  correlation: string;
  detail: string | null;
  salt: Buffer | null;
  commitment: Buffer;
  canonical: Buffer;
  hash: Buffer;
}

interface Chain {
  seq: number;
  hash: Buffer;
}

const ENTRIES = `select agency_id as agency, seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
    actor_kind as kind, actor_id::text as actor, actor_name as name, action, subject_type as "subjectType",
    subject_id as "subjectId", reason, correlation_id as correlation, detail, salt, commitment, canonical, hash
  from journal.entry where $1::uuid[] is null or agency_id = any ($1) order by agency_id, journal.entry.seq`;

/** I-06: per agency the sequence runs 1..n, every hash follows from the row and the one before, the head is the last. */
export async function checkJournal(client: Client, evidence: Evidence): Promise<Violation[]> {
  const found: Violation[] = [];
  const chains = new Map<string, Chain>();
  const { rows } = await client.query<Entry>(ENTRIES, [scopeOf(evidence)]);
  for (const entry of rows) {
    const chain = chains.get(entry.agency) ?? { seq: 0, hash: sha256(`iso-journal-v1:${entry.agency}`) };
    const fault = faultOf(entry, chain);
    if (fault !== null)
      found.push({ invariant: 'I-06', detail: `journal of ${entry.agency}, row ${entry.seq}: ${fault}` });
    chains.set(entry.agency, { seq: Number(entry.seq), hash: entry.hash });
  }
  return [...found, ...(await checkHeads(client, evidence, chains))];
}

function faultOf(entry: Entry, { seq, hash }: Chain): string | null {
  if (Number(entry.seq) !== seq + 1) return `follows row ${seq}`;
  const canonical = canonicalOf(entry, hash);
  if (!canonical.equals(entry.canonical)) return 'says other than was hashed';
  if (!sha256(canonical).equals(entry.hash)) return 'has another hash';
  return commitmentHolds(entry) ? null : 'holds other values than were committed to';
}

/** Values may be erased by law; then only the commitment is left. */
function commitmentHolds({ detail, salt, commitment }: Entry): boolean {
  if (detail === null || salt === null) return true;
  return sha256(Buffer.concat([salt, Buffer.from(detail)])).equals(commitment);
}

function canonicalOf(entry: Entry, before: Buffer): Buffer {
  const { agency, seq, at, kind, actor, name, action, subjectType, subjectId, reason, correlation } = entry;
  const fields = [
    ...[
      'iso-journal-v1',
      agency,
      seq,
      at,
      kind,
      actor,
      name,
      action,
      subjectType,
      subjectId,
      reason,
      correlation,
    ],
    entry.commitment.toString('hex'),
    before.toString('hex'),
  ];
  return Buffer.from(
    fields
      .map((field) => (field === null ? '~,' : `=${String(Buffer.byteLength(field))}:${field},`))
      .join(''),
  );
}

async function checkHeads(
  client: Client,
  evidence: Evidence,
  chains: ReadonlyMap<string, Chain>,
): Promise<Violation[]> {
  const { rows } = await client.query<{ agency: string; seq: string; hash: Buffer }>(
    'select agency_id as agency, seq::text, hash from journal.head where $1::uuid[] is null or agency_id = any ($1)',
    [scopeOf(evidence)],
  );
  return rows
    .filter(({ agency, seq, hash }) => {
      const chain = chains.get(agency) ?? { seq: 0, hash: sha256(`iso-journal-v1:${agency}`) };
      return chain.seq !== Number(seq) || !chain.hash.equals(hash);
    })
    .map(({ agency }) => ({ invariant: 'I-06', detail: `head of ${agency} is not its last row` }));
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest();
}
