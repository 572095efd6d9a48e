import { type Client } from 'pg';

import { insertionOf, ownerColumn, type Party, type Table } from './tables';

export const PROCESS_ROLES = ['iso_app', 'iso_worker', 'iso_portal'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

const FORBIDDEN = '42501';
const CONFLICTS = new Set(['23505', '23P01']);
const REACHED_MANY = 99;

/**
 * Finds out by trying what a process may do in one table, acting for one agency beside the rows of another. Everything
 * happens in the caller's transaction and is undone.
 */
export class Probe {
  constructor(
    private readonly client: Client,
    private readonly own: Party,
    private readonly foreign: Party,
  ) {}

  /** One row of ours, one of theirs, and in a register one of theirs for everybody. Made past all policies. */
  async plant(table: Table): Promise<void> {
    if (table.ownership === 'none') {
      const { sql, values } = insertionOf(table, this.own, this.own.path);
      await this.client.query(sql, values);
      return;
    }
    const rows = [
      insertionOf(table, this.own, this.own.path),
      insertionOf(table, this.foreign, this.foreign.path),
      ...(table.ownership === 'steward' ? [insertionOf(table, this.foreign, 'vn')] : []),
    ];
    for (const { sql, values } of rows) await this.client.query(sql, values);
  }

  /** What this role may do, as words: `sees own`, `adds foreign`, `changes any without agency` … */
  async observe(table: Table, role: ProcessRole): Promise<string[]> {
    const found =
      table.ownership === 'none'
        ? await this.#unowned(table, role)
        : [...(await this.#forAgency(table, role)), ...(await this.#forNobody(table, role))];
    return found.sort();
  }

  async #unowned(table: Table, role: ProcessRole): Promise<string[]> {
    const seen = await this.#as(role, this.own, `select 1 from ${table.name}`);
    return [
      ...(seen === 'forbidden' || seen === 0 ? [] : ['sees any']),
      ...((await this.#adds(table, role, this.own)) ? ['adds any'] : []),
    ];
  }

  async #forAgency(table: Table, role: ProcessRole): Promise<string[]> {
    const owner = ownerColumn(table);
    const { own, foreign } = this;
    const count = async (sql: string, values: unknown[]): Promise<number> => {
      const reached = await this.#as(role, own, sql, values);
      return reached === 'forbidden' ? 0 : reached;
    };
    const rows = `select 1 from ${table.name} where ${owner} = $1`;
    const isShared = table.ownership === 'steward';
    const apart = isShared ? ' and audience::text' : '';
    const changed = await count(`update ${table.name} set ${owner} = $1`, [own.id]);
    const dropped = await count(`delete from ${table.name}`, []);
    const facts: [string, boolean][] = [
      ['sees own', (await count(rows, [own.id])) > 0],
      ['sees foreign', (await count(`${rows}${isShared ? `${apart} <> 'vn'` : ''}`, [foreign.id])) > 0],
      ['sees shared', isShared && (await count(`${rows}${apart} = 'vn'`, [foreign.id])) > 0],
      ['adds own', await this.#adds(table, role, own)],
      ['adds foreign', await this.#adds(table, role, foreign)],
      // Without a WHERE no SELECT policy helps out: this meets the policies of the command alone.
      ['changes own', changed > 0],
      ['changes foreign', changed > 1],
      ['gives away', (await count(`update ${table.name} set ${owner} = $1`, [foreign.id])) > 0],
      ['drops own', dropped > 0],
      ['drops foreign', dropped > 1],
    ];
    return facts.filter(([, isSo]) => isSo).map(([word]) => word);
  }

  async #forNobody(table: Table, role: ProcessRole): Promise<string[]> {
    const seen = await this.#as(role, null, `select 1 from ${table.name}`);
    return seen === 'forbidden' || seen === 0 ? [] : ['sees any without agency'];
  }

  async #adds(table: Table, role: ProcessRole, party: Party): Promise<boolean> {
    const { sql, values } = insertionOf(table, party, party.path);
    return (await this.#as(role, this.own, sql, values)) === 1;
  }

  /** Rows that a statement reaches as this role; a conflict of keys means that it reached past the policies. */
  async #as(
    role: ProcessRole,
    party: Party | null,
    sql: string,
    values: unknown[] = [],
  ): Promise<number | 'forbidden'> {
    const { client } = this;
    await client.query(enter(role, party));
    try {
      const { rowCount } = await client.query(sql, values);
      return rowCount ?? 0;
    } catch (error) {
      return outcomeOf(error as { code?: string }, sql);
    } finally {
      await client.query('rollback to savepoint act');
    }
  }
}

/** One message: the start of an act, and who acts for whom. */
function enter(role: ProcessRole, party: Party | null): string {
  const { id, path } = party ?? { id: '', path: '' };
  return `savepoint act;
    select set_config('app.agency_id', '${id}', true), set_config('app.readable', '${id === '' ? '' : `{${id}}`}', true),
           set_config('app.path', '${path}', true), set_config('role', '${role}', true)`;
}

function outcomeOf(error: { code?: string }, sql: string): number | 'forbidden' {
  const { code = '' } = error;
  if (code === FORBIDDEN) return 'forbidden';
  if (CONFLICTS.has(code) && !sql.startsWith('insert')) return REACHED_MANY;
  throw error as Error;
}
