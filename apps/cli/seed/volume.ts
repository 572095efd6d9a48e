import { type Client } from 'pg';

import { ACTS, PHRASES, SUBJECTS, TAILS } from './volume-words';

export interface Volume {
  versions: number;
  agencies: number;
  /** Versions of the largest agency. */
  largest: number;
}

const PAGES = 3_000;
const PHRASES_A_PAGE = 24;
const NUMBERS = 300;
const TABLES = ['document', 'version', 'citation', 'version_page', 'search_entry', 'search_word'] as const;

interface Definition {
  drop: string;
  make: string;
}

/**
 * Fills a database with made-up versions for measuring: each with a page of text and its words, every second one in
 * force, every fortieth a draft; one agency is large, a hundred are middling, the others small. In one transaction:
 * what indexes, checks and triggers hold is taken away first and made again, and checked, at the end. Rows made here
 * have no journal: they are nobody's act.
 */
export async function seedVolume(client: Client, volume: Volume): Promise<number> {
  for (const setting of SETTINGS) await client.query(`set local ${setting}`);
  await client.query(HELPERS);
  await makeAgencies(client, volume);
  await makePools(client);
  const definitions = await definitionsOf(client);
  for (const { drop } of definitions) await client.query(drop);
  for (const table of TABLES) await client.query(`alter table documents.${table} disable trigger user`);
  for (const statement of FILL) await client.query(statement);
  for (const table of TABLES) await client.query(`alter table documents.${table} enable trigger user`);
  for (const { make } of [...definitions].reverse()) await client.query(make);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from volume_version');
  return rows[0]?.n ?? 0;
}

/** Outside the transaction: what the planner knows, and what the first readers would otherwise have to write. */
export async function settleVolume(client: Client): Promise<void> {
  await client.query(`vacuum (analyze) ${TABLES.map((table) => `documents.${table}`).join(', ')}`);
  await client.query('analyze organization.agency, documents.issuing_decision');
}

const SETTINGS = [
  "maintenance_work_mem = '1GB'",
  "work_mem = '256MB'",
  'max_parallel_maintenance_workers = 2',
  'synchronous_commit = off',
  'jit = off',
];

const HELPERS = `
  create function pg_temp.uuid_of(kind integer, n bigint) returns uuid language sql immutable
    as $$ select ('f11e' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create temp table volume_agency (n integer primary key, id uuid, size integer, before bigint) on commit drop;
  create temp table volume_title (k integer primary key, title text, series text, mark text, words text[]) on commit drop;
  create temp table volume_page (k integer primary key, text text, words text[]) on commit drop;
  create temp table volume_number (k integer primary key, number_symbol text, number_key text, words text[]) on commit drop`;

async function makeAgencies(client: Client, { versions, agencies, largest }: Volume): Promise<void> {
  await client.query(
    `with sized as (
       select n, case when n = 1 then least($1::int, $3::int) when n <= 100 then 8 else 1 end as share from generate_series(1, $2::int) n),
     shared as (
       select n, case when n = 1 then share
                      else floor(greatest($1 - $3, 0)::numeric * share / nullif(sum(share) filter (where n > 1) over (), 0))::int end as size
         from sized),
     whole as (select n, size + case when n = 2 then greatest($1::int, $3::int) - (select sum(size)::int from shared) else 0 end as size from shared)
     insert into volume_agency
     select n, pg_temp.uuid_of(1, n), size, (sum(size) over (order by n))::bigint - size from whole`,
    [versions, agencies, largest],
  );
  await client.query(`
    insert into organization.agency (id, steward_agency_id, audience, name, short_name, kind, province_id, path)
    select pg_temp.uuid_of(1, 0), pg_temp.uuid_of(1, 0), 'vn'::ltree, 'Tỉnh đo lường', 'Tỉnh đo lường', 'province', pg_temp.uuid_of(1, 0), 'vn.volume'::ltree
    union all
    select id, id, 'vn'::ltree, 'UBND xã Đo lường ' || n, 'Xã Đo lường ' || n, 'commune', pg_temp.uuid_of(1, 0), ('vn.volume.x' || n)::ltree
      from volume_agency`);
}

/** Words are split by the functions of the index themselves, once for each text of the pools. */
async function makePools(client: Client): Promise<void> {
  const titles = ACTS.flatMap((act) =>
    SUBJECTS.flatMap(([subject, series]) =>
      TAILS.map((tail) => ({ title: `${act} ${subject} ${tail}`.trim(), series })),
    ),
  );
  await client.query(
    `insert into volume_title
     select k, title, series, upper(left(app.fold(series), 1)) || upper(substr(app.fold(series), strpos(series, ' ') + 1, 1)),
            documents.search_lexemes(documents.search_tokens(title), '') || documents.search_lexemes(documents.search_tokens(title), '^')
              || documents.search_lexemes(documents.search_tokens(series), '') || documents.search_lexemes(documents.search_tokens(series), '^')
       from jsonb_to_recordset($1::jsonb) as line (k integer, title text, series text)`,
    [JSON.stringify(titles.map((line, k) => ({ ...line, k })))],
  );
  const next = dice(7);
  const page = (): string =>
    Array.from(
      { length: PHRASES_A_PAGE },
      () => PHRASES[Math.floor(next() ** 2 * PHRASES.length)] ?? '',
    ).join(', ');
  await client.query(
    `insert into volume_page select k, text, documents.search_lexemes(documents.search_tokens(text), '')
       from jsonb_to_recordset($1::jsonb) as line (k integer, text text)`,
    [
      JSON.stringify(
        Array.from({ length: PAGES }, (_, k) => ({ k, text: `Trang ${String(k)}. ${page()}.` })),
      ),
    ],
  );
  await client.query(
    `insert into volume_number
     select k, number, lower(app.fold(number)),
            documents.search_lexemes(documents.search_tokens(number), '') || ('#' || array_to_string(documents.search_tokens(number), '_'))
       from generate_series(0, $1::int - 1) k, lateral (select (k % 150 + 1) || '/' || (2010 + k % 16) || '/NĐ-CP' as number) named`,
    [NUMBERS],
  );
}

/** The same sequence on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Indexes and checks of the tables, primary keys apart, in an order in which they can be dropped. */
async function definitionsOf(client: Client): Promise<Definition[]> {
  const names = TABLES.map((table) => `documents.${table}`);
  const { rows } = await client.query<Definition>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
       from pg_constraint where conrelid = any ($1::regclass[]) and contype in ('f', 'u', 'x')
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
       from pg_index i where indrelid = any ($1::regclass[]) and not indisprimary
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('u', 'x'))`,
    [names],
  );
  return rows;
}

const HASH = `repeat('ab', 32)`;
const SOMEBODY = `pg_temp.uuid_of(2, 0)`;

/** As documents.search_lexemes would say it of `QT-<d + 1>/<mark>`, without splitting a million codes. */
const CODE_WORDS = `array['=qt_' || v.d + 1 || '_' || lower(t.mark), 'qt', '^qt', (v.d + 1)::text, '^' || v.d + 1, lower(t.mark),
  '^' || lower(t.mark), 'qt_' || v.d + 1, '^qt_' || v.d + 1, v.d + 1 || '_' || lower(t.mark), '^' || v.d + 1 || '_' || lower(t.mark)]`;

const FILL = [
  `create temp table volume_version on commit drop as
   select a.id as agency_id, a.before + i as g, i / 2 as d, i % 2 as turn, pg_temp.uuid_of(3, a.before + i - i % 2) as document_id,
          pg_temp.uuid_of(4, a.before + i) as id, (i / 2 * 7919 + a.n * 31) % ${String(ACTS.length * SUBJECTS.length * TAILS.length)} as k,
          (a.before + i) * 7907 % ${String(PAGES)} as p,
          case when i % 2 = 1 and i / 2 % 20 = 0 then 'draft' else 'issued' end as state,
          case when i % 2 = 1 and i / 2 % 20 = 0 then null
               when i % 2 = 0 and i + 1 < a.size and i / 2 % 20 <> 0 then daterange(date '2024-01-01' + i / 2 % 300, '2026-01-05')
               when i % 2 = 0 then daterange('2025-03-01', null) else daterange('2026-01-05', null) end as validity
     from volume_agency a cross join lateral generate_series(0, a.size - 1) i`,
  'analyze volume_version, volume_title, volume_page, volume_number, volume_agency',
  `insert into documents.issuing_decision (agency_id, id, state, abstract, signer_id, signer_name, signer_position, formula, number, signed_on,
       effective_on, created_by)
   select id, pg_temp.uuid_of(5, n), 'registered', 'Ban hành tài liệu', ${SOMEBODY}, 'Người ký', 'Chủ tịch', 'TM.', '1/QĐ-UBND', '2024-01-01',
          '2024-01-01', ${SOMEBODY} from volume_agency`,
  `insert into documents.document (agency_id, id, kind, code, series, title)
   select v.agency_id, v.document_id, case when v.d % 10 = 9 then 'form' else 'procedure' end, 'QT-' || v.d + 1 || '/' || t.mark, t.series, t.title
     from volume_version v join volume_title t using (k) where v.turn = 0`,
  `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id, drafter_name,
       uploader_id, uploader_name, change_class, validity, decision_id, master_sha256, master_name, master_size, master_type, rendition_state,
       rendition_sha256, rendition_size, rendition_pages, verification_code, created_at)
   select v.agency_id, v.id, v.document_id, v.turn + 1, 0, v.state, 'QT-' || v.d + 1 || '/' || t.mark, t.series, t.title,
          case when v.d % 10 = 9 then 'form' else 'procedure' end, ${SOMEBODY}, 'Người soạn', ${SOMEBODY}, 'Thư ký',
          case v.turn when 0 then null else (array['editorial', 'minor', 'major'])[v.d % 3 + 1] end, v.validity,
          case v.state when 'issued' then pg_temp.uuid_of(5, a.n) end, ${HASH}, 'quy-trinh.docx', 30000, 'docx', 'ready', ${HASH}, 90000, 1,
          'V' || v.g, timestamptz '2025-01-01' + v.g * interval '1 second'
     from volume_version v join volume_title t using (k) join volume_agency a on a.id = v.agency_id`,
  `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key)
   select v.agency_id, pg_temp.uuid_of(6, v.g), v.id, 1, n.number_symbol, n.number_key, 'Nghị định', 'Chính phủ', 'chinh phu'
     from volume_version v join volume_number n on n.k = v.g % ${String(NUMBERS)} where v.turn = 1`,
  `insert into documents.version_page (agency_id, version_id, page, text)
   select v.agency_id, v.id, 1, p.text from volume_version v join volume_page p on p.k = v.p`,
  `insert into documents.search_entry (agency_id, version_id, document_id, kind, series_key, code_key, unit_id, change_class, state, starts_on,
       ends_before, words)
   select v.agency_id, v.id, v.document_id, w.kind, w.series_key, w.code_key, null, w.change_class, w.state, w.starts_on, w.ends_before,
          array_to_tsvector(t.words || p.words || case v.turn when 1 then n.words else '{}' end || c.words)
     from volume_version v join documents.version w on w.agency_id = v.agency_id and w.id = v.id
     join volume_title t using (k) join volume_page p on p.k = v.p join volume_number n on n.k = v.g % ${String(NUMBERS)}
    cross join lateral (select ${CODE_WORDS} as words) c`,
  // Every agency uses nearly all words of the pools: all are given to each.
  `insert into documents.search_word (agency_id, word, version_id)
   select a.id, word, pg_temp.uuid_of(4, a.before) from volume_agency a
    cross join (select distinct word from (select unnest(words) from volume_title union all select unnest(words) from volume_page) all_words (word)
                 where word ~ '^[a-z0-9]+$') words where a.size > 0`,
];
