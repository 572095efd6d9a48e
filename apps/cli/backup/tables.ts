import { type Client } from 'pg';

export interface CopiedTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** A text of COPY that depends on nothing but the rows. */
export const SAME_TEXT = [
  "set datestyle = 'ISO, YMD'",
  "set timezone = 'UTC'",
  "set intervalstyle = 'postgres'",
  "set bytea_output = 'hex'",
  'set extra_float_digits = 3',
  "set client_encoding = 'UTF8'",
  'set statement_timeout = 0',
  'set lock_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
];

export async function connectedForCopy(client: Client): Promise<void> {
  await client.connect();
  for (const statement of SAME_TEXT) await client.query(statement);
}

/** Every table but those of the queue, which holds no truth: a sweep rebuilds it from rows. */
export async function tablesOf(client: Client, queueSchema: string): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(
    `select n.nspname as schema, c.relname as table,
            array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
            coalesce((select array_agg(k.attname::text order by u.ord)
               from pg_index x cross join unnest(x.indkey) with ordinality as u (num, ord)
               join pg_attribute k on k.attrelid = c.oid and k.attnum = u.num
              where x.indrelid = c.oid and x.indisprimary), '{}') as key
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and n.nspname <> $1
      group by c.oid, n.nspname, c.relname order by 1, 2`,
    [queueSchema],
  );
  return rows;
}

export function nameOf({ schema, table }: Pick<CopiedTable, 'schema' | 'table'>): string {
  return `${schema}.${table}`;
}

export function quoted(...names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
}

/** Rows in the order of their key, so that two databases with the same rows give the same bytes. */
export function copyOut({ schema, table, columns, key }: CopiedTable): string {
  const list = columns.map((column) => quoted(column)).join(', ');
  const order = (key.length === 0 ? columns : key).map((column) => quoted(column)).join(', ');
  return `copy (select ${list} from ${quoted(schema, table)} order by ${order}) to stdout`;
}

export function copyIn({ schema, table, columns }: CopiedTable): string {
  return `copy ${quoted(schema, table)} (${columns.map((column) => quoted(column)).join(', ')}) from stdin`;
}
