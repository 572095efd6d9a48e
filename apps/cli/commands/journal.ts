import { readFileSync } from 'node:fs';

import { type CliSettings } from '@app/platform/config';
import { Client } from 'pg';

import { ChainWalk, type Fault, type Head, type JournalRow } from '../journal/verify-chain';

const BATCH = 5000;

interface Verification {
  agencies: number;
  entries: number;
  faults: Fault[];
}

/**
 * Recomputes every chain and compares it with the heads in the database and, when a file is given, with heads that were
 * exported earlier. @returns what was found; the first fault of each agency is where its trail was touched
 */
export async function verifyJournal(
  settings: CliSettings,
  headsFile: string | undefined,
): Promise<Verification> {
  const url = settings.backupUrl ?? settings.ownerUrl;
  if (url === null) throw new Error('ISO_DB_BACKUP_URL hoặc ISO_DB_OWNER_URL chưa được đặt');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const heads = await readHeads(client);
    const exported =
      headsFile === undefined ? [] : (JSON.parse(readFileSync(headsFile, 'utf8')) as { heads: Head[] }).heads;
    const result: Verification = { agencies: 0, entries: 0, faults: [] };
    const agencies = new Set([
      ...heads.keys(),
      ...exported.map(({ agencyId }) => agencyId),
      ...(await agenciesWithEntries(client)),
    ]);
    for (const agencyId of [...agencies].sort()) {
      result.agencies += 1;
      result.entries += await verifyAgency(client, agencyId, {
        head: heads.get(agencyId),
        exported,
        faults: result.faults,
      });
    }
    return result;
  } finally {
    await client.end();
  }
}

interface Known {
  head: Head | undefined;
  exported: readonly Head[];
  faults: Fault[];
}

async function verifyAgency(
  client: Client,
  agencyId: string,
  { head, exported, faults }: Known,
): Promise<number> {
  const walk = new ChainWalk(agencyId);
  const marks = new Map(
    exported.filter((mark) => mark.agencyId === agencyId).map((mark) => [mark.seq, mark.hash]),
  );
  let found = false;
  const report = (fault: Fault | null): void => {
    if (fault !== null && !found) faults.push(fault);
    found ||= fault !== null;
  };
  for (let after = 0; ;) {
    const rows = await readRows(client, agencyId, after);
    for (const row of rows) {
      report(walk.next(row));
      const mark = marks.get(Number(row.seq));
      if (mark !== undefined && mark !== row.hash.toString('hex'))
        report({ agencyId, seq: Number(row.seq), fault: 'head' });
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = Number(last.seq);
  }
  report(walk.end(head ?? { agencyId, seq: 0, hash: '' }));
  for (const [seq] of marks) {
    if (seq > walk.head.seq) report({ agencyId, seq: walk.head.seq, fault: 'tail-cut' });
  }
  return walk.head.seq;
}

async function readRows(client: Client, agencyId: string, after: number): Promise<JournalRow[]> {
  const { rows } = await client.query<JournalRow>(
    `select agency_id, seq::text as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_kind,
            actor_id, actor_name, action, subject_type, subject_id, reason, correlation_id, detail, salt, commitment,
            canonical, hash
       from journal.entry e where e.agency_id = $1 and e.seq > $2 order by e.seq limit ${String(BATCH)}`,
    [agencyId, after],
  );
  return rows;
}

async function readHeads(client: Client): Promise<Map<string, Head>> {
  const { rows } = await client.query<{ agency_id: string; seq: string; hash: Buffer }>(
    'select agency_id, seq::text, hash from journal.head',
  );
  return new Map(
    rows.map((row) => [
      row.agency_id,
      { agencyId: row.agency_id, seq: Number(row.seq), hash: row.hash.toString('hex') },
    ]),
  );
}

async function agenciesWithEntries(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ agency_id: string }>('select distinct agency_id from journal.entry');
  return rows.map(({ agency_id }) => agency_id);
}
