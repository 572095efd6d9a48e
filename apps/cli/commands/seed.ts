import { todayIn } from '@app/kernel';
import { type CliSettings } from '@app/platform/config';
import { Client } from 'pg';

import { demoAccounts, demoAgencies, demoId, seedDemo } from '../seed/demo';
import { layDemoFeed, seedDemoSources } from '../seed/demo-sources';
import { seedRegisters } from '../seed/registers';
import { THANH_HOA_COMMUNES } from '../seed/thanh-hoa-communes';

/** The commune whose people all can be signed in as. */
const WATCHING_COMMUNE = 'hacthanh';

/** Enters the demo province: agencies, people, registers. Running it again changes nothing. */
export async function seedCommand(settings: CliSettings): Promise<string> {
  if (settings.ownerUrl === null) throw new Error('ISO_DB_OWNER_URL chưa được đặt');
  if (settings.appUrl === null) throw new Error('ISO_DB_APP_URL chưa được đặt');
  const client = new Client({ connectionString: settings.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const before = await count(client);
    const agencies = await seedDemo(client, THANH_HOA_COMMUNES);
    if (before < agencies) await journalSeed(client, agencies);
    const watching = demoAgencies(THANH_HOA_COMMUNES)
      .filter(({ word, kind }) => kind === 'province' || word === WATCHING_COMMUNE)
      .map(({ path }) => path);
    if (settings.watchFolder !== null) await seedDemoSources(client, watching);
    await client.query('commit');
    if (settings.watchFolder !== null) await layDemoFeed(settings.watchFolder, watching, todayIn(new Date()));
    const { texts, days, rules } = await seedRegisters(settings.appUrl, demoId('agency vn'));
    return `Dữ liệu mẫu: ${String(agencies)} cơ quan (trước đó ${String(before)}); thêm ${String(texts)} văn bản, ${String(days)} ngày nghỉ, ${String(rules)} quy tắc thời hạn.\n\n${demoAccounts(THANH_HOA_COMMUNES)}`;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

async function count(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from organization.agency');
  return rows[0]?.n ?? 0;
}

async function journalSeed(client: Client, agencies: number): Promise<void> {
  await client.query("select set_config('app.agency_id', $1, true)", [demoId('agency vn')]);
  await client.query('select journal.append($1::jsonb)', [
    JSON.stringify({
      kind: 'system',
      personName: 'Cài đặt',
      correlationId: 'seed',
      entries: [
        {
          action: 'organization.demo-seeded',
          subjectType: 'installation',
          subjectId: 'demo',
          reason: null,
          detail: `{"new":{"agencies":${String(agencies)}},"old":null}`,
        },
      ],
    }),
  ]);
}
