interface TenantTableOptions {
  /** Rows of this table may be taken away by the application (children of a draft). Records never. */
  deletable?: boolean;
  /** The worker claims rows of all agencies here before it opens a transaction of one of them. */
  claimedByWorker?: boolean;
}

const READABLE = 'agency_id = any ((select app.readable())::uuid[])';
const OWN = 'agency_id = (select app.agency_id())';

/**
 * SQL that puts a table of the agencies behind the second wall: row-level security enabled and forced, one policy for
 * each command that the processes may use. Without the settings of a transaction nothing is seen and nothing written.
 */
export function tenantTable(
  table: string,
  { deletable = false, claimedByWorker = false }: TenantTableOptions = {},
): string {
  const commands = ['select', 'insert', 'update', ...(deletable ? ['delete'] : [])];
  const policies = [
    `create policy reads on ${table} for select to iso_app, iso_worker using (${READABLE})`,
    `create policy adds on ${table} for insert to iso_app, iso_worker with check (${OWN})`,
    `create policy changes on ${table} for update to iso_app, iso_worker using (${OWN}) with check (${OWN})`,
    ...(deletable
      ? [`create policy drops on ${table} for delete to iso_app, iso_worker using (${OWN})`]
      : []),
    ...(claimedByWorker
      ? [`create policy claims on ${table} for all to iso_worker using (true) with check (true)`]
      : []),
  ];
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    ...policies,
    `grant ${commands.join(', ')} on ${table} to iso_app, iso_worker`,
    `grant select on ${table} to iso_backup`,
  ].join(';\n');
}

/**
 * SQL for a shared register: rows carry `steward_agency_id` and `audience`; they are seen from every place that the
 * audience contains, and written by the steward alone.
 */
export function registerTable(table: string, { deletable = false }: { deletable?: boolean } = {}): string {
  const commands = ['select', 'insert', 'update', ...(deletable ? ['delete'] : [])];
  const mine = 'steward_agency_id = (select app.agency_id())';
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy reads on ${table} for select to iso_app, iso_worker
       using (audience @> (select app.path()) or ${mine})`,
    `create policy adds on ${table} for insert to iso_app, iso_worker with check (${mine})`,
    `create policy changes on ${table} for update to iso_app, iso_worker using (${mine}) with check (${mine})`,
    ...(deletable
      ? [`create policy drops on ${table} for delete to iso_app, iso_worker using (${mine})`]
      : []),
    `grant ${commands.join(', ')} on ${table} to iso_app, iso_worker`,
    `grant select on ${table} to iso_backup`,
  ].join(';\n');
}

/**
 * SQL that hands a SECURITY DEFINER function to `iso_definer` (it sees past the policies, so each is listed by a test)
 * and lets only the named roles call it.
 */
export function definerFunction(schema: string, signature: string, callers: readonly string[]): string {
  const name = `${schema}.${signature}`;
  return [
    `grant create on schema ${schema} to iso_definer`,
    `alter function ${name} owner to iso_definer`,
    `revoke create on schema ${schema} from iso_definer`,
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to ${callers.join(', ')}`,
  ].join(';\n');
}
