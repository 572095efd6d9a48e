import { Client } from 'pg';

/** One password per role that signs in; they come from the operator or, embedded, from `secrets.json`. */
export interface RolePasswords {
  owner: string;
  app: string;
  worker: string;
  portal: string;
  backup: string;
}

const ROLES = [
  ['iso_owner', 'login bypassrls createrole', 'owner'],
  ['iso_app', 'login', 'app'],
  ['iso_worker', 'login', 'worker'],
  ['iso_portal', 'login', 'portal'],
  ['iso_backup', 'login bypassrls', 'backup'],
] as const;

/**
 * Creates the roles of the cluster and the database, once; run again it only renews the passwords.
 * `iso_definer` signs in nowhere: it owns the listed functions that may look past the policies.
 */
export async function bootstrap(
  superuserUrl: string,
  database: string,
  passwords: RolePasswords,
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const [role, attributes, who] of ROLES) {
      await createRole(client, role);
      await client.query(
        `alter role ${role} ${attributes} nosuperuser password ${client.escapeLiteral(passwords[who])}`,
      );
    }
    await createRole(client, 'iso_definer');
    await client.query('alter role iso_definer nologin bypassrls nosuperuser');
    await client.query('grant iso_definer to iso_owner');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner iso_owner`);
  });
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  await withClient(url.href, prepareDatabase);
}

/** Extensions need a superuser; everything else is made by migrations. */
export async function prepareDatabase(client: Client): Promise<void> {
  for (const extension of ['ltree', 'pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'pgcrypto']) {
    await client.query(`create extension if not exists ${extension}`);
  }
  await client.query('revoke create on schema public from public');
  await client.query('grant create on schema public to iso_owner');
}

async function createRole(client: Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await client.query(`create role ${role}`);
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
