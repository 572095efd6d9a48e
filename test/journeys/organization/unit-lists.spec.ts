import { randomUUID } from 'node:crypto';

import { type Office, type Page, Stage } from '../../support/staging';

interface UnitListImport {
  listId: string | null;
  dryRun: boolean;
  created: number;
  existing: number;
  parents: { name: string; aliases: string[]; entries: number }[];
  refused: { line: number; text: string; code: string; reason: string }[];
}
interface Entry {
  id: string;
  name: string;
  parentName: string;
  presentAgencyId: string | null;
  presentAgencyName: string | null;
  rowVersion: number;
}

const CSV = `nam,tt,ten_don_vi,don_vi_chu_quan
2022,1,UBND xã Thành Sơn,Huyện Bá Thước
2022,2,UBND xã Thành Sơn,Huyện Quan Hóa
2023,1,UBND xã Thiên Phủ,Huyện Quan Hoá
2023,2,,Huyện Quan Sơn
`;

let stage: Stage;
let office: Office;
let neighbour: Office;

beforeAll(async () => {
  stage = await Stage.open();
  office = await stage.office();
  neighbour = await stage.office();
});

afterAll(() => stage.close());

function aList(fields: Record<string, string> = {}, content: string = CSV): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ title: 'Lộ trình', asOf: '2021-11-18', ...fields }))
    form.set(name, value);
  form.set('file', new Blob([content]), 'lo-trinh.csv');
  return form;
}

it('previews, imports, pages and points a list of units, and changes nothing the second time', async () => {
  const { secretary } = office.by;
  const agencyName = office.agency.name;

  const preview = await secretary.post<UnitListImport>('/unit-lists', aList({ dryRun: 'true' }));
  const first = await secretary.post<UnitListImport>('/unit-lists', aList());
  const again = await secretary.post<UnitListImport>('/unit-lists', aList());

  expect(preview).toMatchObject({ listId: null, dryRun: true, created: 3, existing: 0 });
  expect(preview.refused).toEqual([
    {
      line: 5,
      text: '2023, 2, , Huyện Quan Sơn',
      code: 'organization.line-without-name',
      reason: 'Dòng thiếu tên đơn vị.',
    },
  ]);
  expect(first).toMatchObject({ dryRun: false, created: 3, parents: expect.any(Array) as unknown[] });
  expect(again).toMatchObject({ listId: first.listId, created: 0, existing: 3 });

  const path = `/unit-lists/${first.listId!}/entries`;
  const page = await secretary.get<Page<Entry>>(`${path}?limit=2`);
  const rest = await secretary.get<Page<Entry>>(`${path}?limit=2&after=${page.next!}`);
  expect([...page.items, ...rest.items].map(({ name }) => name)).toEqual([
    'UBND xã Thành Sơn',
    'UBND xã Thành Sơn',
    'UBND xã Thiên Phủ',
  ]);
  expect(rest.next).toBeNull();

  const [entry] = page.items;
  const pointing = {
    body: { agencyId: office.agency.id },
    headers: { 'if-match': `"${String(entry!.rowVersion)}"` },
  };
  const pointed = await secretary.send<Entry>('PUT', `${path}/${entry!.id}/present-agency`, pointing);
  const stale = await secretary.send('PUT', `${path}/${entry!.id}/present-agency`, pointing);
  expect([pointed.status, pointed.body.presentAgencyName, pointed.headers.get('etag')]).toEqual([
    200,
    agencyName,
    '"2"',
  ]);
  expect([stale.status, stale.body.code]).toEqual([412, 'platform.stale']);
  const lists = await secretary.get<Page<{ id: string; entries: number; matched: number }>>('/unit-lists');
  expect(lists.items).toMatchObject([{ id: first.listId, entries: 3, matched: 1 }]);
});

it('takes a key for one file only', async () => {
  const { secretary } = office.by;
  const key = randomUUID();
  await secretary.post('/unit-lists', aList({ title: 'Một lần' }), key);

  const other = await secretary.send('POST', '/unit-lists', {
    body: aList({ title: 'Một lần' }, `${CSV}2023,3,UBND xã Khác,Huyện X\n`),
    headers: { 'idempotency-key': key },
  });

  expect([other.status, other.body.code]).toEqual([422, 'platform.idempotency-key-reused']);
});

it.each<[string, () => FormData | object, number, string]>([
  ['no file', () => ({}), 400, 'organization.file-missing'],
  ['a file without headings', () => aList({}, 'a,b\n1,2\n'), 422, 'organization.list-no-heading'],
  ['bytes', () => aList({}, '\0\u0001PK'), 422, 'organization.list-not-text'],
  ['a day that is none', () => aList({ asOf: '2021-02-30' }), 422, 'organization.bad-list'],
  ['six megabytes', () => aList({}, 'x'.repeat(6_000_000)), 413, 'organization.list-too-large'],
])('refuses %s in words', async (_what, body, status, code) => {
  const answer = await office.by.secretary.send('POST', '/unit-lists', { body: body() });

  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.title).toMatch(/\S/);
});

it('tells refused lines in English to who asks for it', async () => {
  const answer = await office.by.secretary.send<UnitListImport>('POST', '/unit-lists', {
    body: aList({ dryRun: 'true' }),
    headers: { 'accept-language': 'en' },
  });

  expect(answer.body.refused[0]!.reason).toBe('The line names no unit.');
});

it('is for whoever may import, and each list for its own agency', async () => {
  const { listId } = await office.by.secretary.post<UnitListImport>('/unit-lists', aList({ title: 'Riêng' }));

  const reader = await office.by.reader.send('POST', '/unit-lists', { body: aList({ title: 'Không được' }) });
  const foreign = await neighbour.by.secretary.send('GET', `/unit-lists/${listId!}/entries`);
  const theirs = await neighbour.by.secretary.get<Page<unknown>>('/unit-lists');

  expect([reader.status, foreign.status, theirs.items]).toEqual([403, 404, []]);
});

it('lists the units of one agency and finds agencies without accents', async () => {
  const units = await office.by.reader.get<{ id: string; name: string }[]>('/units');
  const found = await office.by.reader.get<Page<{ name: string }>>(
    '/agencies?q=uy%20ban%20nhan%20dan%20xa%20thu&historical=false',
  );
  const bad = await office.by.reader.send('GET', '/agencies?after=xx');

  expect(units.map(({ id }) => id).sort()).toEqual([...office.units].sort());
  expect(found.items.length).toBeGreaterThanOrEqual(2);
  expect([bad.status, bad.body.code]).toEqual([400, 'platform.invalid-cursor']);
});
