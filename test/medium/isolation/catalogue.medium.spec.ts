import { type TestAgency, World } from '../../support';

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(() => world.close());

async function column(sql: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p')
  and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'bullmq')`;
const HAS = (name: string): string =>
  `exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = '${name}' and not a.attisdropped)`;

/** Tables that belong to no agency, and why. */
const OF_NO_AGENCY = [
  'identity.api_token', // people belong to the installation; reached through functions alone
  'identity.credential',
  'identity.person',
  'identity.recovery_code',
  'identity.second_factor',
  'identity.session',
  'identity.sign_in_attempt',
  'journal.head_export', // one row per export over all chains
  'migration', // TypeORM's own
];

/** Keys that do not begin with the agency, and why. */
const FOREIGN_FIRST = {
  unique: [
    'portal.agency.agency_slug', // an address of the public site
  ],
  foreignKeys: [
    // "Sở soạn, xã dùng": the adopter's row points at the owner's document; the owner's agency_id comes first there too.
    'documents.distribution(owner_agency_id,version_id)',
    'documents.offer(owner_agency_id,version_id)',
    'documents.paper_copy(owner_agency_id,version_id)',
  ],
};

/** Functions that see past the policies; each has its own tests. */
const DEFINERS = [
  'administrative_procedures.tell_announced(uuid,text,text)',
  'documents.citing_in_province(uuid,text[],integer)',
  'documents.coverage_of_agencies()',
  'documents.missing_of_agency(uuid)',
  'documents.offer_progress(uuid)',
  'documents.offer_version(uuid,uuid,uuid,text)',
  'documents.offered_content(uuid)',
  'documents.plan_reviews()',
  'documents.search_versions(tsquery[],boolean,boolean,jsonb,jsonb,integer)',
  'documents.tell_owner_late(uuid,date,text)',
  'documents.withdraw_offers(uuid,text)',
  'dossiers.rounds_due(integer)',
  'identity.act_for(bytea,uuid)',
  'identity.api_tokens()',
  'identity.begin_second_factor(uuid,text)',
  'identity.bind_machine(uuid,uuid,uuid)',
  'identity.close_account(uuid)',
  'identity.confirm_second_factor(uuid,bigint,text,bytea[])',
  'identity.credentials_of(uuid[])',
  'identity.device_of(uuid)',
  'identity.drop_second_factor(uuid)',
  'identity.end_session(bytea)',
  'identity.end_sessions_at(uuid,uuid)',
  'identity.end_sessions_of(uuid,uuid)',
  'identity.find_credential(text)',
  'identity.find_credential_at(bytea,uuid)',
  'identity.issue_api_token(uuid,bytea,text,text[],timestamp with time zone,text)',
  'identity.machine_of(bytea)',
  'identity.note_sign_in(text,uuid,boolean)',
  'identity.note_signing(uuid,uuid,uuid,uuid,text)',
  'identity.open_account(uuid,text,text,text,text,boolean)',
  'identity.open_session(uuid,bytea,uuid,integer,text)',
  'identity.open_session_on(uuid,bytea,uuid,text,bytea)',
  'identity.password_of(uuid)',
  'identity.people_of_machine(bytea)',
  'identity.prove_second_factor(uuid,uuid,bigint)',
  'identity.reseal_second_factor(uuid,text,text)',
  'identity.resolve_api_token(bytea)',
  'identity.resolve_session(bytea)',
  'identity.revoke_api_token(uuid,text)',
  'identity.second_factor_of(uuid,uuid,uuid)',
  'identity.set_password(uuid,text,boolean)',
  'identity.undertake(uuid,text)',
  'identity.use_recovery_code(uuid,uuid,bytea)',
  'journal.append(jsonb)',
  'legal_impact.drafts(uuid)',
  'legal_impact.extend(uuid,uuid,date,text,text)',
  'legal_impact.hits(uuid)',
  'legal_impact.late_owners(integer)',
  'legal_impact.matches(uuid)',
  'legal_impact.matches_text(uuid)',
  'legal_impact.matches_tthc(uuid)',
  'legal_impact.open(uuid,text)',
  'legal_impact.overview(uuid)',
  'legal_impact.overview_documents(uuid,uuid,date,uuid,integer)',
  'legal_impact.owner_reviews()',
  'legal_impact.progress(uuid)',
  'legal_impact.reach(uuid)',
  'legal_impact.reach_documents(uuid,integer)',
  'legal_impact.withdraw(uuid,text)',
  'legal_register.follow_merge(uuid)',
  'organization.announce_calendar(date,date,text)',
  'organization.record_succession(uuid,uuid[],text,date,text,text)',
  'platform.agency_path(uuid)',
  'portal.publish(uuid,jsonb)',
  'portal.publish_head()',
  'portal.submit_feedback(uuid,uuid,text,text)',
  'portal.withdraw(uuid)',
];

describe('tables', () => {
  it('stand all behind row-level security, enabled and forced', async () => {
    const open = await column(
      `select c.oid::regclass::text as name from ${TABLES}
        where not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );

    expect(open).toEqual(['migration']);
  });

  it('name their agency or their steward, or stand on the list', async () => {
    const bare = await column(
      `select c.oid::regclass::text as name from ${TABLES}
        where not ${HAS('agency_id')} and not ${HAS('steward_agency_id')} order by 1`,
    );

    expect(bare).toEqual(OF_NO_AGENCY);
  });

  it('never let an agency be unknown', async () => {
    const nullable = await column(
      `select c.oid::regclass::text as name from ${TABLES} join pg_attribute a on a.attrelid = c.oid
        where a.attname in ('agency_id', 'steward_agency_id', 'audience') and not a.attnotnull and not a.attisdropped`,
    );

    expect(nullable).toEqual([]);
  });

  it('check what is written, in every policy that writes', async () => {
    const unchecked = await column(
      `select polrelid::regclass || '.' || polname as name from pg_policy
        where polcmd in ('a', 'w', '*') and polwithcheck is null`,
    );

    expect(unchecked).toEqual([]);
  });

  it('have a policy for each command that a process may use', async () => {
    const silent = await column(
      `select c.oid::regclass || ' ' || role || ' ' || command as name
         from ${TABLES} cross join unnest(array['iso_app', 'iso_worker', 'iso_portal']) as role
         cross join (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) as known (command, letter)
        where c.relrowsecurity and has_table_privilege(role, c.oid, command)
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd::text in (letter, '*')
            and to_regrole(role)::oid = any (p.polroles))`,
    );

    expect(silent).toEqual([]);
  });

  it('have keys that begin with the agency, so that a conflict tells nothing of another one', async () => {
    const loose = await column(
      `select c.oid::regclass || '.' || i.relname as name
         from ${TABLES} join pg_index x on x.indrelid = c.oid and (x.indisunique or x.indisexclusion)
         join pg_class i on i.oid = x.indexrelid
         join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
        where ${HAS('agency_id')} and a.attname <> 'agency_id' order by 1`,
    );

    expect(loose).toEqual(FOREIGN_FIRST.unique);
  });

  it('point with the agency first at tables of agencies', async () => {
    const loose = await column(
      `select k.conrelid::regclass || '(' || (select string_agg(a.attname, ',' order by u.ord)
                from unnest(k.conkey) with ordinality as u (num, ord)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) || ')' as name
         from ${TABLES} join pg_constraint k on k.confrelid = c.oid and k.contype = 'f'
         join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
         join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
        where ${HAS('agency_id')} and (own.attname <> 'agency_id' or there.attname <> 'agency_id') order by 1`,
    );

    expect(loose).toEqual(FOREIGN_FIRST.foreignKeys);
  });
});

describe('views and functions', () => {
  it('are views that ask with the rights of the caller', async () => {
    const past = await column(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    );

    expect(past).toEqual([]);
  });

  it('see past the policies only where listed, with a fixed search path', async () => {
    const { rows } = await world.owner.query<{ name: string; path: string; owner: string; public: boolean }>(
      `select p.oid::regprocedure::text as name, p.proowner::regrole::text as owner,
              array_to_string(p.proconfig, ' ') as path,
              exists (select from aclexplode(p.proacl) where grantee = 0) or p.proacl is null as public
         from pg_proc p where p.prosecdef order by 1`,
    );

    expect(rows.map(({ name }) => name)).toEqual(DEFINERS);
    for (const { name, path, owner, public: isPublic } of rows) {
      // The temporary schema stands last: nobody slips a table of their own in front.
      expect([name, path]).toEqual([
        name,
        expect.stringMatching(/^search_path=pg_catalog,( public,)? pg_temp(?: [a-z_]+=[a-z_]+)*$/),
      ]);
      expect([name, owner, isPublic]).toEqual([name, 'iso_definer', false]);
    }
  });
});

describe('database roles', () => {
  it('bypass the policies only where design says so', async () => {
    const { rows } = await world.owner.query(
      `select rolname as name, rolsuper as super, rolbypassrls as past, rolcanlogin as login, rolcreaterole or rolcreatedb as makes
         from pg_roles where rolname like 'iso\\_%' order by 1`,
    );

    const role = (name: string, past: boolean, login = true) => ({
      name,
      past,
      login,
      super: false,
      makes: false,
    });
    expect(rows).toEqual([
      role('iso_app', false),
      role('iso_backup', true),
      role('iso_definer', true, false),
      { ...role('iso_owner', true), makes: true },
      role('iso_portal', false),
      role('iso_worker', false),
    ]);
  });

  it('own nothing when they serve people', async () => {
    const owned = await column(
      `select c.oid::regclass::text as name from pg_class c
        where c.relowner in ('iso_app'::regrole, 'iso_worker'::regrole, 'iso_portal'::regrole, 'iso_backup'::regrole)`,
    );

    expect(owned).toEqual([]);
  });

  it('are no members of one another', async () => {
    const members = await column(
      `select member::regrole || ' in ' || roleid::regrole as name from pg_auth_members
        where member in ('iso_app'::regrole, 'iso_worker'::regrole, 'iso_portal'::regrole, 'iso_backup'::regrole)`,
    );

    expect(members).toEqual([]);
  });

  it('read at the portal what is published, and call one function', async () => {
    const readable = await column(
      `select c.oid::regclass::text as name from ${TABLES}
        where has_schema_privilege('iso_portal', n.oid, 'usage')
          and has_table_privilege('iso_portal', c.oid, 'select, insert, update, delete, truncate') order by 1`,
    );
    const callable = await column(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and has_schema_privilege('iso_portal', n.oid, 'usage')
          and has_function_privilege('iso_portal', p.oid, 'execute')`,
    );
    const writable = await column(
      `select c.oid::regclass::text as name from ${TABLES}
        where has_table_privilege('iso_portal', c.oid, 'insert, update, delete, truncate')`,
    );

    expect(readable.filter((name) => !name.startsWith('portal.'))).toEqual([]);
    expect(callable).toEqual(['portal.submit_feedback(uuid,uuid,text,text)']);
    expect(writable).toEqual([]);
  });

  it('write nothing when they back up', async () => {
    const writable = await column(
      `select c.oid::regclass::text as name from ${TABLES}
        where has_table_privilege('iso_backup', c.oid, 'insert, update, delete, truncate')`,
    );
    const unreadable = await column(
      `select c.oid::regclass::text as name from ${TABLES} where not has_table_privilege('iso_backup', c.oid, 'select')
        and c.relrowsecurity`,
    );

    expect(writable).toEqual([]);
    expect(unreadable).toEqual([]);
  });
});

describe('a transaction of the application', () => {
  it('sees no row of another agency through any door of the driver', async () => {
    const province: TestAgency = await world.province();
    const [mine, theirs] = [await world.commune(province), await world.commune(province)];
    const [me] = [await world.person(mine), await world.person(theirs)];

    const inside = await world.unitOfWork.read(me, (tx) =>
      tx.query<{ agency: string }>('select distinct agency_id as agency from identity.membership'),
    );
    const outside: unknown = await world.app.query('select 1 from identity.membership');

    expect(inside).toEqual([{ agency: mine.id }]);
    expect(outside).toEqual([]);
  });

  it('leaves no setting behind on its connection', async () => {
    const me = await world.person(await world.commune(await world.province()));

    await world.unitOfWork.read(me, (tx) => tx.query('select 1'));
    const left: unknown = await world.app.query(
      `select nullif(current_setting('app.agency_id', true), '') as agency,
              nullif(current_setting('app.readable', true), '') as readable`,
    );

    expect(left).toEqual([{ agency: null, readable: null }]);
  });

  it('cannot write when it was opened to read', async () => {
    const me = await world.person(await world.commune(await world.province()));

    const writing = world.unitOfWork.read(me, (tx) =>
      tx.query("update identity.membership set position_title = 'x'"),
    );

    await expect(writing).rejects.toMatchObject({ driverError: { code: '25006' } });
  });
});
