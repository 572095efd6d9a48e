import { type Actor, numberSymbolKey } from '@app/kernel';

import { type TestAgency } from '../../support';
import { LawDesk } from './law-desk';
import { aDocument } from './office';

const DOCUMENTS = 480;
const ROUNDS = 3;

let desk: LawDesk;
let province: TestAgency;
let commune: TestAgency;
let entitled: Actor;

beforeAll(async () => {
  desk = await LawDesk.open();
  province = await desk.world.province();
  commune = await desk.world.commune(province);
  entitled = await desk.world.person(province, { roles: ['province-admin'], entitledFields: ['*'] });
});

afterAll(() => desk.close());

/** As many documents as one made by hand, each citing the text. */
async function manifold(numberSymbol: string): Promise<void> {
  const { documentId, versionId } = await aDocument(desk.world, commune);
  await desk.world.owner.query(
    `with made as (
       insert into documents.document (agency_id, id, kind, code, series, title)
       select agency_id, uuidv7(), kind, 'QT-' || n, series, title
         from documents.document, generate_series(1, $3::int) n where agency_id = $1 and id = $2
       returning agency_id, id)
     select count(*) from made`,
    [commune.id, documentId, DOCUMENTS],
  );
  await desk.world.owner.query(
    `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
         drafter_id, drafter_name, uploader_id, uploader_name, validity, decision_id, master_sha256, master_name,
         master_size, master_type, rendition_state, verification_code)
     select v.agency_id, uuidv7(), d.id, 1, 0, v.state, d.code, v.series, v.title, v.kind, v.drafter_id, v.drafter_name,
            v.uploader_id, v.uploader_name, v.validity, v.decision_id, v.master_sha256, v.master_name, v.master_size,
            v.master_type, v.rendition_state, md5(d.id::text)
       from documents.version v
       join documents.document d on d.agency_id = v.agency_id and d.id <> v.document_id
      where v.agency_id = $1 and v.id = $2`,
    [commune.id, versionId],
  );
  await desk.world.owner.query(
    `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, issuer_key)
     select agency_id, uuidv7(), id, 0, $3, $4, '' from documents.version where agency_id = $1 and id <> $2`,
    [commune.id, versionId, numberSymbol, numberSymbolKey(numberSymbol)],
  );
}

async function seconds(sql: string, values: readonly unknown[]): Promise<number> {
  const { owner } = desk.world;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await owner.query('begin');
    await owner.query("select set_config('app.agency_id', $1, true)", [province.id]);
    const begun = performance.now();
    await owner.query(sql, [...values]);
    times.push(performance.now() - begun);
    await owner.query('rollback');
  }
  return Math.min(...times);
}

// With so few rows the fixed cost of looking weighs; at full size the aim is 0.3.
const LEAST_RATIO = 0.1;

it('G1: the impact function alone stays near a bare INSERT … SELECT of its rows', async () => {
  const old = desk.aText();
  const { textId } = await desk.record(entitled, old);
  const { changeId } = await desk.acting(entitled, [textId]);
  await manifold(old.numberSymbol);
  await desk.world.owner.query('analyze documents.version, documents.citation, documents.document');
  await desk.confirm(entitled, changeId);
  const client = desk.world.owner;
  await client.query(
    `create table public.bare_rows as select * from legal_impact.assessment where change_id = '${changeId}'`,
  );
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from public.bare_rows');
  await client.query('delete from legal_impact.assessment where change_id = $1', [changeId]);

  const bare = await seconds('insert into legal_impact.assessment select * from public.bare_rows', []);
  const whole = await seconds('select legal_impact.open($1, $2)', [changeId, 'spec']);
  await client.query('drop table public.bare_rows');

  expect(rows[0]!.n).toBe(DOCUMENTS);
  process.stdout.write(
    `impact ${whole.toFixed(0)} ms, bare ${bare.toFixed(0)} ms, ratio ${(bare / whole).toFixed(2)}\n`,
  );
  expect(bare / whole).toBeGreaterThanOrEqual(LEAST_RATIO);
}, 60_000);
