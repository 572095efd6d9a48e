import { randomUUID } from 'node:crypto';

import { Client } from 'pg';

export interface FinishedRun {
  readonly kind: 'backup' | 'drill';
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly folder: string;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly string[];
  readonly report: unknown;
}

/** Shown to the operator in the staff app, and in the installation's journal. Without an installation nothing is kept. */
export async function recordRun(ownerUrl: string, run: FinishedRun): Promise<void> {
  await asInstallation(ownerUrl, `dossiers.${run.kind}-run`, async (client, agencyId) => {
    const id = randomUUID();
    await client.query(
      `insert into dossiers.backup_run (agency_id, id, kind, started_at, finished_at, succeeded, folder, table_rows,
         file_count, bytes, problems, report) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        agencyId,
        id,
        run.kind,
        run.startedAt,
        run.finishedAt,
        run.problems.length === 0,
        run.folder,
        run.rows,
        run.files,
        run.bytes,
        run.problems.slice(0, 1000),
        JSON.stringify(run.report),
      ],
    );
    const { rows, files, bytes, problems } = run;
    return { id, now: { rows, files, bytes, problems: problems.length } };
  });
}

/** A restore is told in the journal and changes no hash: the chain shows the gap by itself. */
export async function recordRestore(
  ownerUrl: string,
  { backupAt, agencies, entries }: { backupAt: string; agencies: number; entries: number },
): Promise<void> {
  await asInstallation(ownerUrl, 'platform.restored', () =>
    Promise.resolve({ id: randomUUID(), now: { backupAt, agencies, entries } }),
  );
}

async function asInstallation(
  ownerUrl: string,
  action: string,
  work: (client: Client, agencyId: string) => Promise<{ id: string; now: Record<string, string | number> }>,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: string }>(
      "select id from organization.agency where path = 'vn'",
    );
    const agencyId = rows[0]?.id;
    if (agencyId === undefined) return;
    await client.query("select set_config('app.agency_id', $1, true)", [agencyId]);
    const { id, now } = await work(client, agencyId);
    const detail = JSON.stringify({ new: sorted(now), old: null });
    await client.query('select journal.append($1::jsonb)', [
      JSON.stringify({
        kind: 'system',
        personName: 'Vận hành',
        correlationId: 'cli',
        entries: [{ action, subjectType: 'installation', subjectId: id, reason: null, detail }],
      }),
    ]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

function sorted(value: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
