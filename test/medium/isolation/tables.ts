import { randomBytes, randomInt, randomUUID } from 'node:crypto';

import { type Client } from 'pg';

/** Whose rows a table holds: an agency's own, a steward's for an audience, or nobody's whom a policy could name. */
export type Ownership = 'agency' | 'steward' | 'none';

interface Column {
  name: string;
  type: string;
  isCompulsory: boolean;
}

export interface Table {
  name: string;
  ownership: Ownership;
  columns: readonly Column[];
}

export interface Policy {
  table: string;
  name: string;
  command: 'select' | 'insert' | 'update' | 'delete' | 'all';
  roles: string;
  using: string | null;
  check: string | null;
}

/** An agency of the probe; its rows are made of nothing but values that the columns accept. */
export interface Party {
  id: string;
  path: string;
}

export async function securedTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(`
    select c.oid::regclass::text as name,
           jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
             'isCompulsory', a.attnotnull and not a.atthasdef and a.attidentity = '')
             order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relrowsecurity group by c.oid order by 1`);
  return rows.map(({ name, columns }) => ({ name, columns, ownership: ownershipOf(columns) }));
}

function ownershipOf(columns: readonly Column[]): Ownership {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  if (has('agency_id')) return 'agency';
  return has('steward_agency_id') ? 'steward' : 'none';
}

export async function policiesOf(client: Client): Promise<Policy[]> {
  const { rows } = await client.query<Policy>(`
    select polrelid::regclass::text as table, polname as name,
           case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
             else 'all' end as command,
           (select string_agg(role::regrole::text, ', ') from unnest(polroles) as role) as roles,
           pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
      from pg_policy order by 1, 2`);
  return rows;
}

/**
 * Lets a row be made of any values, and an agency have two where it may have one: checks, foreign keys and "once per
 * agency" are the concern of other tests. In a transaction only.
 */
export async function forgetChecks(client: Client): Promise<void> {
  await client.query('set local session_replication_role = replica');
  await client.query(`do $$
    declare line record;
    begin
      for line in select conrelid::regclass as name, conname from pg_constraint c
                   where conrelid in (select oid from pg_class where relrowsecurity)
                     and (contype = 'c' or (contype in ('u', 'p') and array_length(conkey, 1) = 1
                       and exists (select 1 from pg_attribute a
                         where a.attrelid = conrelid and a.attnum = conkey[1] and a.attname = 'agency_id'))) loop
        execute format('alter table %s drop constraint %I cascade', line.name, line.conname);
      end loop;
    end $$`);
}

const OWNER_COLUMN: Readonly<Record<Ownership, string>> = {
  agency: 'agency_id',
  steward: 'steward_agency_id',
  none: '',
};

export function ownerColumn({ ownership }: Table): string {
  return OWNER_COLUMN[ownership];
}

/** The INSERT of one row of this owner, with a new value wherever a key could forbid a repetition. */
export function insertionOf(
  table: Table,
  owner: Party,
  audience: string,
): { sql: string; values: unknown[] } {
  const columns = table.columns.filter(({ isCompulsory }) => isCompulsory);
  const values = columns.map((column) => valueOf(table, column, { owner, audience }));
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const places = values.map((_, index) => `$${String(index + 1)}`).join(', ');
  return { sql: `insert into ${table.name} (${names}) values (${places})`, values };
}

function valueOf(
  table: Table,
  { name, type }: Column,
  { owner, audience }: { owner: Party; audience: string },
): unknown {
  if (name === ownerColumn(table)) return owner.id;
  if (name === 'audience' || name === 'province_path') return audience;
  const make = MAKERS[type];
  if (make === undefined) throw new Error(`${table.name}.${name}: no value of type ${type} is known`);
  return make();
}

const MAKERS: Readonly<Record<string, () => unknown>> = {
  uuid: () => randomUUID(),
  text: () => randomBytes(8).toString('hex'),
  ltree: () => `vn.${randomBytes(8).toString('hex')}`,
  'public.ltree': () => `vn.${randomBytes(8).toString('hex')}`,
  integer: () => randomInt(1, 1_000_000),
  smallint: () => randomInt(1, 30_000),
  bigint: () => randomInt(1, 2 ** 40),
  numeric: () => 1,
  boolean: () => false,
  date: () => `${String(randomInt(1950, 2100))}-0${String(randomInt(1, 10))}-${String(randomInt(10, 28))}`,
  daterange: () => '[2026-01-01,)',
  'timestamp with time zone': () => new Date(),
  bytea: () => randomBytes(8),
  jsonb: () => '{}',
  tsvector: () => '',
  'text[]': () => [],
  'uuid[]': () => [],
  'integer[]': () => [],
};
