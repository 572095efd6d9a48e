import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  isExported,
  openColumns,
  OWN_LINES,
  type RecordColumn,
  type RecordTable,
} from '../../domain/archive/record-table';

/**
 * Reads the tables from the database's own catalogue: a list kept by hand would lose the table that somebody adds
 * tomorrow (ADR 0019).
 */
@Injectable()
export class RecordTablesQuery {
  async all(tx: ReadTransaction): Promise<RecordTable[]> {
    const rows = await tx.query<Omit<RecordTable, 'owner'> & { owner: RecordTable['owner'] }>(
      `select n.nspname as schema, c.relname as name,
              case when bool_or(a.attname = 'agency_id') then 'agency' else 'steward' end as owner,
              jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                order by a.attnum) filter (where a.attgenerated = '') as columns,
              coalesce((select array_agg(k.attname::text order by u.ord)
                 from pg_index x cross join unnest(x.indkey) with ordinality as u (num, ord)
                 join pg_attribute k on k.attrelid = c.oid and k.attnum = u.num
                where x.indrelid = c.oid and x.indisprimary), '{}') as key
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
        group by c.oid, n.nspname, c.relname
       having bool_or(a.attname in ('agency_id', 'steward_agency_id'))
        order by 1, 2`,
    );
    return rows
      .filter(isExported)
      .map((table) => ({ ...table, columns: openColumns(table.columns as RecordColumn[]) }));
  }

  /** Rows of a table as lines of JSON, in the order of its key. The statement names the agency, the policies do too. */
  async *lines(tx: ReadTransaction, table: RecordTable): AsyncGenerator<string> {
    const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
    const order = table.key.length === 0 ? '1' : table.key.map(quoted).join(', ');
    const rows = tx.stream<{ line: string }>(
      `select row_to_json(line)::text as line from (
         select ${columns} from ${quoted(table.schema)}.${quoted(table.name)}
          where ${ownLines(table)} order by ${order}) line`,
    );
    for await (const { line } of rows) yield line;
  }
}

function ownLines({ schema, name, owner }: RecordTable): string {
  if (owner === 'agency') return 'agency_id = (select app.agency_id())';
  return (
    OWN_LINES[`${schema}.${name}`] ??
    '(audience operator(public.@>) (select app.path()) or steward_agency_id = (select app.agency_id()))'
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
