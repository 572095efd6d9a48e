import { eventually } from '../../support';
import {
  anOffice,
  daysFromToday,
  Library,
  type Line,
  type Office,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  startWorkerInProcess,
  today,
} from '../../support/staging';

interface Predecessor {
  agencyName: string;
  versionId: string;
  code: string;
  continuedBy: string | null;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let province: Office;
let former: [Office, Office];
let successor: Office;
let stranger: Office;

beforeAll(async () => {
  stage = await Stage.open();
  worker = await startWorkerInProcess(stage.environment);
  const { world, api } = stage;
  const commune = async (name: string): Promise<Office> =>
    anOffice(world, api, await world.commune(stage.province, name));
  province = await anOffice(world, api, stage.province);
  former = [await commune('Ủy ban nhân dân xã Đông'), await commune('Ủy ban nhân dân xã Tây')];
  successor = await commune('Ủy ban nhân dân xã Đông Tây');
  stranger = await anOffice(world, api, await world.commune(await world.province()));
}, 60_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

const libraryOf = (office: Office): Library => new Library(stage.world, stage.api, office);
const before = { signedOn: daysFromToday(-9), lateReason: 'Vào sổ muộn' };

const finds = async (by: Officer, code: string): Promise<(Line & { originName: string | null })[]> =>
  (
    await by.get<Page<Line & { originName: string | null }>>(
      `/documents?scope=effective&q=${encodeURIComponent(code)}`,
    )
  ).items;

const merger = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  successorId: successor.agency.id,
  predecessorIds: former.map(({ agency }) => agency.id),
  kind: 'merge',
  happenedOn: today(),
  legalBasis: 'Nghị quyết sắp xếp đơn vị hành chính',
  ...changes,
});

it('OF-11, R12: what predecessors left is continued by decision, for its place and time, until it is replaced', async () => {
  const code = `QT ${String(Date.now()).slice(-6)}/HT`;
  const [east, west] = [
    await libraryOf(former[0]).effective({ code, title: 'Quy trình xã Đông' }, before),
    await libraryOf(former[1]).effective({ code, title: 'Quy trình xã Tây' }, before),
  ];
  const dropped = await libraryOf(former[1]).effective({ title: 'Không tiếp tục' }, before);
  const { secretary, reader, clerk } = successor.by;
  expect(await refusalOf(secretary.get(`/versions/${east.id}`))).toBe('documents.version-not-found');

  await province.by['province-admin'].post('/successions', merger());
  await eventually(async () => {
    const { items } = await secretary.get<Page<{ kind: string; link: string }>>('/work-items');
    return items.find(({ kind, link }) => kind === 'continue-documents' && link === '/continuations');
  });

  // The records keep their origin and are read by the successor; people of the former body act no more.
  const { items } = await secretary.get<Page<Predecessor>>('/continuations/candidates');
  expect(items.map(({ agencyName, versionId }) => [agencyName, versionId]).sort()).toEqual(
    [
      ['Ủy ban nhân dân xã Đông', east.id],
      ['Ủy ban nhân dân xã Tây', west.id],
      ['Ủy ban nhân dân xã Tây', dropped.id],
    ].sort(),
  );
  expect(await reader.get(`/versions/${east.id}`)).toMatchObject({ agencyId: former[0].agency.id });
  expect((await reader.send('GET', `/versions/${east.id}/rendition`)).status).toBe(200);
  expect(await refusalOf(former[0].by.secretary.get('/documents?scope=effective'))).toBe(
    'identity.no-agency',
  );
  // Nothing is in force here by itself.
  expect(await finds(reader, code)).toEqual([]);

  const library = libraryOf(successor);
  const until = daysFromToday(90);
  const { versionIds } = await secretary.post<{ versionIds: string[] }>('/continuations', {
    versionIds: [east.id, west.id],
    limitedUntil: until,
  });
  expect(await refusalOf(secretary.post('/continuations', { versionIds: [east.id] }))).toBe(
    'documents.already-continued',
  );
  const waiting = await Promise.all(versionIds.map((id) => library.see({ id })));
  await library.register(await library.decision(waiting, { abstract: 'Tiếp tục áp dụng' }), {
    ...before,
    signedOn: daysFromToday(-1),
  });
  const lines = await finds(reader, code);
  expect(lines.map(({ originName }) => originName).sort()).toEqual([
    'Ủy ban nhân dân xã Tây',
    'Ủy ban nhân dân xã Đông',
  ]);
  const [first] = await Promise.all(versionIds.map((id) => library.see({ id })));
  expect(first).toMatchObject({
    state: 'effective',
    agencyId: successor.agency.id,
    endedOn: until,
    origin: {
      kind: 'continued',
      agencyName: 'Ủy ban nhân dân xã Đông',
      limitedUntil: until,
      territory: 'Địa bàn của Ủy ban nhân dân xã Đông trước sắp xếp',
    },
  });
  expect((await reader.send('POST', `/versions/${versionIds[0]!}/copies`)).status).toBe(200);

  // Replaced by the successor's own version, before its day; the other one is ended by decision.
  const own = await library.nextApproved(first!, { title: 'Quy trình xã Đông Tây' });
  const [, second] = waiting;
  await library.register(await library.decision([own], { withdrawDocumentIds: [second!.documentId] }));
  expect((await finds(reader, code)).map(({ versionId }) => versionId)).toEqual([own.id]);
  expect(await clerk.get(`/versions/${versionIds[1]!}`)).toMatchObject({ state: 'withdrawn' });

  // The former rows stand as they were.
  const { rows } = await stage.world.owner.query<{ agency: string; state: string; open: boolean }>(
    `select agency_id as agency, state, upper_inf(validity) as open from documents.version where id = any ($1)`,
    [[east.id, west.id, dropped.id]],
  );
  expect(rows.map(({ state, open }) => [state, open])).toEqual([
    ['issued', true],
    ['issued', true],
    ['issued', true],
  ]);
  expect(new Set(rows.map(({ agency }) => agency))).toEqual(new Set(former.map(({ agency }) => agency.id)));
}, 90_000);

it('OF-11: a merger is recorded by those above alone, once, and of agencies that exist', async () => {
  const { 'province-admin': admin, secretary } = province.by;
  const free = await stage.office();
  const change = { predecessorIds: [free.agency.id] };

  expect(await refusalOf(secretary.post('/successions', merger(change)))).toBe('identity.forbidden');
  expect(await refusalOf(stranger.by['province-admin'].post('/successions', merger(change)))).toBe(
    'organization.not-over-agencies',
  );
  expect(await refusalOf(admin.post('/successions', merger({ predecessorIds: [successor.agency.id] })))).toBe(
    'organization.succession-impossible',
  );
  await admin.post('/successions', merger(change));
  expect(await refusalOf(admin.post('/successions', merger(change)))).toBe(
    'organization.succession-recorded',
  );
  expect(await stranger.by.secretary.get('/continuations/candidates')).toMatchObject({ items: [] });
  const { items } = await admin.get<Page<{ predecessorId: string; successorId: string }>>('/successions');
  expect(items).toContainEqual(
    expect.objectContaining({ predecessorId: free.agency.id, successorId: successor.agency.id }),
  );
}, 60_000);

it('OF-11: the health check lists every retired body in the documents in force, with its page', async () => {
  const { secretary } = province.by;
  const library = libraryOf(province);
  const version = await library.effective();
  const draft = await library.draft();
  await secretary.post('/retired-names', {
    kind: 'place',
    name: 'Ấp Gò Cũ',
    phrases: [],
    retiredOn: '2025-07-01',
    replacement: 'Khu phố 3',
  });
  for (const { id } of [version, draft]) {
    await stage.world.owner.query(
      `insert into documents.version_page (agency_id, version_id, page, text)
       values ($1, $2, 11, 'Chuyển Phòng Tư pháp huyện'), ($1, $2, 12, 'Người dân Ấp Gò Cũ'), ($1, $2, 13, 'Phong tục')
       on conflict (agency_id, version_id, page) do update set text = excluded.text`,
      [province.agency.id, id],
    );
  }

  const { items } = await secretary.get<
    Page<{
      kind: string;
      versionId: string;
      page: number | null;
      what: string | null;
      replacement: string | null;
    }>
  >('/document-health');
  const found = items.filter(({ versionId }) => versionId === version.id);
  expect(found.map(({ kind, page, what, replacement }) => [kind, page, what, replacement])).toEqual([
    ['no-owner', null, null, null],
    ['retired-name', 11, 'Phòng Tư pháp cấp huyện', null],
    ['retired-name', 12, 'Ấp Gò Cũ', 'Khu phố 3'],
  ]);
  expect(items.some(({ versionId }) => versionId === draft.id)).toBe(false);
  expect(await stranger.by.secretary.get('/document-health')).toMatchObject({ items: [] });
}, 60_000);
