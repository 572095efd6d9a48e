import pg from 'pg';

/** Objects of ours: not PostgreSQL's, not an extension's, not the queue's own tables. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'bullmq')`;
const notOfExtension = (oid: string, catalogue: string): string =>
  `not exists (select 1 from pg_depend d where d.objid = ${oid} and d.classid = '${catalogue}'::regclass and d.deptype = 'e')`;

/** `named` is a query giving the columns `name` and `acl`. */
const grants = (kind: string, named: string): string => `
  select '${kind} ' || o.name || ' grant ' || string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ','
           order by a.privilege_type) || ' to ' || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
    from (${named}) o cross join lateral aclexplode(o.acl) a
   group by o.name, a.grantee`;

const TABLE = `quote_ident(n.nspname) || '.' || quote_ident(c.relname)`;
const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const OUR_TABLES = `where ${OURS} and ${notOfExtension('c.oid', 'pg_class')}`;
const ROUTINE = `p.oid::regprocedure::text`;
const OUR_ROUTINES = `pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} and ${notOfExtension('p.oid', 'pg_proc')}`;

/** Each query gives lines of text; together they say all that a migration can change. */
const QUERIES: readonly string[] = [
  `select 'role ' || rolname || concat_ws(' ', '', case when rolcanlogin then 'login' end, case when rolbypassrls then 'bypassrls' end,
          case when rolsuper then 'superuser' end, case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end)
     from pg_roles where rolname like 'iso\\_%'`,
  `select 'role ' || member::regrole || ' member of ' || roleid::regrole from pg_auth_members where member::regrole::text like 'iso\\_%'`,
  `select 'extension ' || extname from pg_extension`,
  `select 'schema ' || n.nspname || ' owner ' || n.nspowner::regrole from pg_namespace n where ${OURS}`,
  grants(
    'schema',
    `select n.nspname as name, n.nspacl as acl from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  ),
  `select case c.relkind when 'r' then 'table ' when 'p' then 'partitioned table ' when 'v' then 'view ' when 'm' then 'materialised view '
               when 'S' then 'sequence ' else 'relation ' end || ${TABLE} || ' owner ' || c.relowner::regrole
          || case when c.relrowsecurity then ' rls' else '' end || case when c.relforcerowsecurity then ' forced' else '' end
          || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
          || case when c.relkind in ('v', 'm') then ' as ' || md5(pg_get_viewdef(c.oid)) else '' end
     from ${TABLES} ${OUR_TABLES} and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
  `select 'table ' || ${TABLE} || ' column ' || lpad(a.attnum::text, 2, '0') || ' ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end
          || case when a.attnotnull then ' not null' else '' end || case a.attidentity when '' then '' else ' identity' end
          || coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end || pg_get_expr(def.adbin, def.adrelid), '')
     from ${TABLES} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_type t on t.oid = a.atttypid left join pg_attrdef def on def.adrelid = c.oid and def.adnum = a.attnum
     ${OUR_TABLES} and c.relkind in ('r', 'p', 'v', 'm')`,
  `select 'table ' || ${TABLE} || ' constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
     from pg_constraint k join ${TABLES} on c.oid = k.conrelid where ${OURS} and k.contype <> 'n'`,
  `select 'table ' || ${TABLE} || ' index ' || pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' INVALID' end
     from pg_index i join ${TABLES} on c.oid = i.indrelid ${OUR_TABLES}`,
  `select 'table ' || ${TABLE} || ' policy ' || quote_ident(y.polname) || case when y.polpermissive then '' else ' restrictive' end
          || ' for ' || case y.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
          || ' to ' || (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ' order by r::regrole::text) from unnest(y.polroles) r)
          || coalesce(' using ' || regexp_replace(pg_get_expr(y.polqual, y.polrelid), '\\s+', ' ', 'g'), '')
          || coalesce(' check ' || regexp_replace(pg_get_expr(y.polwithcheck, y.polrelid), '\\s+', ' ', 'g'), '')
     from pg_policy y join ${TABLES} on c.oid = y.polrelid where ${OURS}`,
  `select 'table ' || ${TABLE} || ' trigger ' || regexp_replace(pg_get_triggerdef(g.oid), '\\s+', ' ', 'g') || case g.tgenabled when 'O' then '' else ' ' || g.tgenabled::text end
     from pg_trigger g join ${TABLES} on c.oid = g.tgrelid where ${OURS} and not g.tgisinternal`,
  grants('table', `select ${TABLE} as name, c.relacl as acl from ${TABLES} ${OUR_TABLES}`),
  `select 'table ' || ${TABLE} || ' column ' || quote_ident(t.attname) || ' grant ' || string_agg(a.privilege_type, ',' order by a.privilege_type) || ' to ' || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
     from ${TABLES} join pg_attribute t on t.attrelid = c.oid and t.attacl is not null cross join lateral aclexplode(t.attacl) a
     ${OUR_TABLES} group by 'table ' || ${TABLE}, ${TABLE}, t.attname, a.grantee`,
  `select 'function ' || ${ROUTINE} || ' returns ' || pg_get_function_result(p.oid) || ' owner ' || p.proowner::regrole
          || case when p.prosecdef then ' security definer' else '' end || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else '' end
          || case when p.proleakproof then ' leakproof' else '' end || coalesce(' set ' || array_to_string(p.proconfig, ', '), '')
          || ' body ' || md5(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc))
     from ${OUR_ROUTINES} and p.prokind <> 'a'`,
  grants('function', `select ${ROUTINE} as name, p.proacl as acl from ${OUR_ROUTINES}`),
  `select 'domain ' || n.nspname || '.' || t.typname || ' ' || format_type(t.typbasetype, t.typtypmod) || coalesce(' ' || (select string_agg(pg_get_constraintdef(k.oid), ' ' order by k.conname) from pg_constraint k where k.contypid = t.oid), '')
     from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS} and t.typtype = 'd'`,
  `select 'type ' || n.nspname || '.' || t.typname || ' enum ' || string_agg(e.enumlabel, ',' order by e.enumsortorder)
     from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid where ${OURS} group by n.nspname, t.typname`,
  `select 'default in ' || coalesce(defaclnamespace::regnamespace::text, 'any schema') || ' by ' || defaclrole::regrole || ' on ' || defaclobjtype::text || ' ' || array_to_string(defaclacl, ' ') from pg_default_acl`,
];

/** The catalogue of a database as sorted lines: what migrations/catalogue.txt holds. */
export async function catalogueOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set search_path = ''");
    const lines: string[] = [];
    for (const query of QUERIES) {
      const { rows } = await client.query<[string | null]>({ text: query, rowMode: 'array' });
      lines.push(...rows.flatMap(([line]) => line ?? []));
    }
    return `${[...new Set(lines)].sort().join('\n')}\n`;
  } finally {
    await client.end();
  }
}
