import { randomBytes, randomUUID } from 'node:crypto';

import { Client } from 'pg';

import { testDatabase } from '../../support';
import { Probe, PROCESS_ROLES, type ProcessRole } from './probe';
import { forgetChecks, policiesOf, type Policy, securedTables, type Table } from './tables';

const OWN_ONLY = ['adds own', 'changes own', 'sees own'];
const REGISTER = [...OWN_ONLY, 'sees shared'];
const EVERYTHING = [
  'adds foreign',
  'adds own',
  'changes foreign',
  'changes own',
  'gives away',
  'sees any without agency',
  'sees foreign',
  'sees own',
];
const ALL_SEEN = ['sees any without agency', 'sees foreign', 'sees own'];

/** Children of drafts, and keys that grow old: the application may take these away. */
const DELETABLE = new Set([
  'platform.idempotency',
  'administrative_procedures.duty',
  'documents.citation',
  'documents.named_text',
  'documents.decision_line',
  'documents.procedure_link',
  'documents.version_page',
  'documents.saved_view',
  'documents.distribution_line',
  'declarations.declaration_line',
  'legal_impact.change_target',
  'organization.calendar_day',
]);
/** The worker claims rows of all agencies here before it acts for one of them. */
const CLAIMED = new Set([
  'platform.outbox_message',
  'platform.inbox_message',
  'platform.failed_message',
  'notifications.reminder',
  'notifications.obligation',
  'notifications.dispatch',
  'notifications.dispatch_line',
  'documents.upload',
  'legal_register.source',
  'documents.review_due',
  'documents.distribution',
  'declarations.declaration',
  'dossiers.agency_export',
]);
/** Written by functions of the definer alone. */
const READ_ONLY = new Set(['journal.entry', 'journal.head', 'organization.custody', 'identity.signing_act']);
/** What stands outside these kinds. */
const SPECIAL: Readonly<Record<string, Partial<Record<ProcessRole, string[]>>>> = {
  // Added by the function of the owner's side, answered here.
  'documents.offer': { iso_app: ['changes own', 'sees own'], iso_worker: ['changes own', 'sees own'] },
  'journal.head': { iso_app: ['sees own'], iso_worker: ALL_SEEN },
  'journal.head_export': { iso_worker: ['adds any', 'sees any'] },
  'oversight.agency_figure': { iso_app: ['sees own'], iso_worker: OWN_ONLY },
  // What a record says is added to and never changed (DI-19).
  'documents.record_entry': { iso_app: ['adds own', 'sees own'], iso_worker: ['adds own', 'sees own'] },
  'portal.feedback': { iso_app: ['sees own'] },
};
const PUBLISHED = new Set([
  'portal.agency',
  'portal.declaration',
  'portal.scope_line',
  'portal.procedure',
  'portal.head',
]);

function expected(table: Table, role: ProcessRole): string[] {
  const special = SPECIAL[table.name];
  if (special !== undefined) return special[role] ?? [];
  if (PUBLISHED.has(table.name)) return role === 'iso_portal' ? ALL_SEEN : [];
  return table.ownership === 'none' || role === 'iso_portal' ? [] : usual(table, role);
}

function usual({ name, ownership }: Table, role: ProcessRole): string[] {
  if (READ_ONLY.has(name)) return ['sees own'];
  if (role === 'iso_worker' && CLAIMED.has(name)) return EVERYTHING;
  const kept = ownership === 'steward' ? REGISTER : OWN_ONLY;
  return DELETABLE.has(name) ? [...kept, 'drops own'].sort() : kept;
}

let client: Client;
let probe: Probe;
let tables: Table[];
let policies: Policy[];

beforeAll(async () => {
  const database = await testDatabase();
  client = new Client({ connectionString: database.urls.superuser });
  await client.connect();
  [tables, policies] = [await securedTables(client), await policiesOf(client)];
  await client.query('begin');
  await forgetChecks(client);
  const party = () => ({ id: randomUUID(), path: `vn.${randomBytes(6).toString('hex')}` });
  probe = new Probe(client, party(), party());
  for (const table of tables) await probe.plant(table);
}, 60_000);

afterAll(async () => {
  await client.query('rollback');
  await client.end();
});

async function deviates(table: Table, roles: readonly ProcessRole[]): Promise<boolean> {
  for (const role of roles) if ((await deviations(table, [role])).length > 0) return true;
  return false;
}

async function deviations(table: Table, roles: readonly ProcessRole[]): Promise<object[]> {
  const found: object[] = [];
  for (const role of roles) {
    const [seen, wanted] = [await probe.observe(table, role), expected(table, role)];
    if (JSON.stringify(seen) !== JSON.stringify(wanted))
      found.push({ table: table.name, role, seen, wanted });
  }
  return found;
}

/** Three ways to weaken a policy; each must be noticed by the same probe that passes with all of them in place. */
function mutationsOf({ table, name, command, roles, using, check }: Policy): Record<string, string> {
  const drop = `drop policy "${name}" on ${table}`;
  const create = (widened: { using: string | null; check: string | null }): string =>
    [
      drop,
      `create policy "${name}" on ${table} for ${command} to ${roles}
         ${widened.using === null ? '' : `using (${widened.using})`}
         ${widened.check === null ? '' : `with check (${widened.check})`}`,
    ].join(';\n');
  const isNarrow = (expression: string | null): boolean => expression !== null && expression !== 'true';
  return {
    removed: drop,
    ...(isNarrow(using)
      ? { 'open to all': create({ using: 'true', check: check === null ? null : 'true' }) }
      : {}),
    ...(isNarrow(check) ? { 'unchecked on writing': create({ using, check: 'true' }) } : {}),
  };
}

it('lets each process do in each table what it must, and nothing else', async () => {
  const found: object[] = [];
  for (const table of tables) found.push(...(await deviations(table, PROCESS_ROLES)));

  expect(found).toEqual([]);
}, 60_000);

it('notices every policy that is removed or opened (policy mutation score 100 %)', async () => {
  const survivors: string[] = [];
  let tried = 0;
  for (const policy of policies) {
    const table = tables.find(({ name }) => name === policy.table)!;
    const roles = PROCESS_ROLES.filter((role) => policy.roles.includes(role));
    for (const [kind, sql] of Object.entries(mutationsOf(policy))) {
      await client.query('savepoint mutation');
      await client.query(sql);
      if (!(await deviates(table, roles))) survivors.push(`${policy.table}.${policy.name} ${kind}`);
      await client.query('rollback to savepoint mutation');
      tried += 1;
    }
  }

  expect(survivors).toEqual([]);
  expect(tried).toBeGreaterThan(policies.length);
}, 120_000);
