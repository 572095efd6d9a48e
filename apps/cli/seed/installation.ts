import { Client } from 'pg';

import { demoId } from './demo';

/** Steward of what all agencies share. It is made here when the database is still empty, as the seed would make it. */
export async function installationAgency(ownerUrl: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const id = demoId('agency vn');
    await client.query(
      `insert into organization.agency (id, steward_agency_id, audience, name, short_name, kind, path)
       values ($1::uuid, $1::uuid, 'vn', 'Cài đặt ISO điện tử', 'Cài đặt', 'installation', 'vn')
       on conflict (path) do nothing`,
      [id],
    );
    const { rows } = await client.query<{ id: string }>(
      "select id from organization.agency where path = 'vn'",
    );
    return rows[0]?.id ?? id;
  } finally {
    await client.end();
  }
}
