import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type CliSettings } from '@app/platform/config';
import { Client } from 'pg';

import { type CommuneUnit, demoAccounts, demoId, seedDemo } from '../seed/demo';

/** Thanh Hóa in the national list of units. */
const PROVINCE_CODE = '38';
/** A few communes for a machine that does not have the national list. */
const FEW_COMMUNES: readonly CommuneUnit[] = [
  { code: '14797', name: 'Phường Hạc Thành' },
  { code: '14758', name: 'Phường Hàm Rồng' },
  { code: '14812', name: 'Phường Bỉm Sơn' },
  { code: '16531', name: 'Phường Sầm Sơn' },
];
/** The commune whose people the demonstration follows. */
const FIRST = '14797';

interface ProvinceUnit {
  code: string;
  wards: CommuneUnit[];
}

/** Enters the demo province: agencies, people, registers. Running it again changes nothing. */
export async function seedCommand(settings: CliSettings, unitsFile: string | undefined): Promise<string> {
  if (settings.ownerUrl === null) throw new Error('ISO_DB_OWNER_URL chưa được đặt');
  const client = new Client({ connectionString: settings.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const before = await count(client);
    const communes = communesOf(unitsFile);
    const agencies = await seedDemo(client, communes);
    if (before < agencies) await journalSeed(client, agencies);
    await client.query('commit');
    return `Dữ liệu mẫu: ${String(agencies)} cơ quan (trước đó ${String(before)}).\n\n${demoAccounts(communes)}`;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

function communesOf(unitsFile: string | undefined): readonly CommuneUnit[] {
  const file = unitsFile ?? resolve(process.cwd(), 'seeds/administrative-units-2026-07.json');
  if (!existsSync(file)) return FEW_COMMUNES;
  const provinces = JSON.parse(readFileSync(file, 'utf8')) as ProvinceUnit[];
  const communes = provinces.find(({ code }) => code === PROVINCE_CODE)?.wards ?? [];
  if (communes.length === 0) return FEW_COMMUNES;
  const first = communes.filter(({ code }) => code === FIRST);
  return [...first, ...communes.filter(({ code }) => code !== FIRST)];
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
