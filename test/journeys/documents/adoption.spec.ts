import { systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';

import { LateOwnersSweep } from '../../../libs/legal-impact/src/jobs/late-owners.sweep';
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
  type VersionView,
} from '../../support/staging';

interface OfferView {
  id: string;
  state: string;
  isWithdrawn: boolean;
  code: string;
  title: string;
  issue: number;
  ownerName: string;
  localDocumentId: string | null;
  localVersionId: string | null;
  decisionNumber: string | null;
  actions: Record<'receive' | 'handleLocally', { allowed: boolean; code: string | null }>;
}
interface OfferingView {
  id: string;
  state: string;
  adopters: { agencyId: string; state: string; issue: number; decisionNumber: string | null }[];
}
interface WorkLine {
  kind: string;
  title: string;
  link: string;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let owner: Office;
let communes: [Office, Office];
/** A department of the same province that nobody offers anything, and a commune of another province. */
let strangers: [Office, Office];
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  worker = await startWorkerInProcess(stage.environment);
  const { world, api, province } = stage;
  owner = await anOffice(world, api, await world.department(province, 'Sở Tư pháp tỉnh Thử'));
  communes = [await stage.office(), await stage.office()];
  strangers = [
    await anOffice(world, api, await world.department(province)),
    await anOffice(world, api, await world.commune(await world.province())),
  ];
  library = new Library(world, api, owner);
}, 60_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

const offersOf = async (by: Officer, scope = 'waiting'): Promise<OfferView[]> =>
  (await by.get<Page<OfferView>>(`/offers?scope=${scope}`)).items;

const workOf = async (by: Officer, kind: string): Promise<WorkLine[]> =>
  (await by.get<Page<WorkLine>>('/work-items')).items.filter((item) => item.kind === kind);

const finds = async (by: Officer, code: string): Promise<(Line & { originName: string | null })[]> =>
  (
    await by.get<Page<Line & { originName: string | null }>>(
      `/documents?scope=effective&q=${encodeURIComponent(code)}`,
    )
  ).items;

async function offer(
  versions: readonly VersionView[],
  changes: Record<string, unknown> = {},
): Promise<string[]> {
  const { ids } = await owner.by.secretary.post<{ ids: string[] }>('/offerings', {
    documentIds: versions.map(({ documentId }) => documentId),
    audience: 'communes',
    agencyIds: [],
    ...changes,
  });
  return ids;
}

/** Tiếp nhận và ban hành: every offer of the list in one batch, under one decision of the commune. */
async function adopts(
  commune: Office,
  offers: readonly OfferView[],
  registration: Record<string, unknown>,
): Promise<VersionView[]> {
  const { secretary } = commune.by;
  const { versionIds } = await secretary.post<{ versionIds: string[] }>('/offers/reception', {
    offerIds: offers.map(({ id }) => id),
  });
  const there = new Library(stage.world, stage.api, commune);
  const versions = await Promise.all(versionIds.map((id) => there.see({ id })));
  await there.register(await there.decision(versions), registration);
  return Promise.all(versionIds.map((id) => there.see({ id })));
}

const oneWorkItem = (by: Officer, kind: string): Promise<WorkLine> =>
  eventually(async () => (await workOf(by, kind))[0] ?? null, { within: 15_000 });

const noWorkItem = (by: Officer, kind: string): Promise<true> =>
  eventually(async () => ((await workOf(by, kind)).length === 0 ? true : null), { within: 15_000 });

it('OF-06: a Sở offers, two communes adopt, a new version and the end reach both', async () => {
  const before = { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn' };
  const first = await library.effective({}, before);
  const second = await library.effective({ series: 'Chứng thực' }, before);
  const [offering] = await offer([first, second]);

  // Each commune gets one work item for the batch and adopts both documents under one decision.
  for (const [at, commune] of communes.entries()) {
    const item = await oneWorkItem(commune.by.secretary, 'receive-offers');
    expect(item.title).toMatch(/2 tài liệu của Sở Tư pháp/);
    const offers = await offersOf(commune.by.secretary);
    expect(offers.map(({ code }) => code).sort()).toEqual([first.code, second.code].sort());
    expect(await refusalOf(commune.by.reader.get('/offers?scope=waiting'))).toBe('identity.forbidden');
    const pages = await commune.by.secretary.send<Buffer>('GET', `/offers/${offers[0]!.id}/rendition`);
    expect([pages.status, pages.text.slice(0, 5)]).toEqual([200, '%PDF-']);

    const adopted = await adopts(commune, offers, { ...before, number: `${String(at + 1)}/QĐ-UBND` });
    expect(adopted.map(({ state }) => state)).toEqual(['effective', 'effective']);
    await noWorkItem(commune.by.secretary, 'receive-offers');
  }

  // The adopted document is read, copied and counted here as any other, with file, code and number of its owner.
  const [commune] = communes;
  const [line] = await finds(commune.by.reader, first.code);
  expect(line).toMatchObject({ code: first.code, state: 'effective', originName: 'Sở Tư pháp tỉnh Thử' });
  const here = await commune.by.reader.get<VersionView & { origin: unknown }>(`/versions/${line!.versionId}`);
  expect(here).toMatchObject({
    issue: first.issue,
    rendition: { sha256: first.rendition.sha256 },
    decision: { number: '1/QĐ-UBND' },
    origin: { kind: 'adopted', agencyName: 'Sở Tư pháp tỉnh Thử', keptByOwner: true },
    actions: { newVersion: { allowed: false } },
  });
  expect((await commune.by.reader.send('GET', `/versions/${here.id}/rendition`)).status).toBe(200);
  expect((await commune.by.reader.send('POST', `/versions/${here.id}/copies`)).status).toBe(200);
  const progress = await owner.by.secretary.get<OfferingView>(`/offerings/${offering!}`);
  expect(progress.adopters.map(({ state, decisionNumber }) => [state, decisionNumber]).sort()).toEqual([
    ['adopted', '1/QĐ-UBND'],
    ['adopted', '2/QĐ-UBND'],
  ]);

  // The owner issues a new version of both by one decision: one work item per commune, adopted as one batch.
  await library.register(
    await library.decision([await library.nextApproved(first), await library.nextApproved(second)]),
  );
  for (const [at, office] of communes.entries()) {
    const item = await oneWorkItem(office.by.secretary, 'receive-offers');
    const waiting = await eventually(async () => {
      const offers = await offersOf(office.by.secretary);
      return offers.length === 2 ? offers : null;
    });
    expect(await workOf(office.by.secretary, 'receive-offers')).toHaveLength(1);
    expect(item.link).toMatch(/^\/adoptions\?batch=/);
    expect(waiting.map(({ issue }) => issue)).toEqual([2, 2]);
    const renewed = await adopts(office, waiting, { number: `${String(at + 11)}/QĐ-UBND` });
    expect(renewed.map(({ state, issue }) => [state, issue])).toEqual([
      ['effective', 2],
      ['effective', 2],
    ]);
    await noWorkItem(office.by.secretary, 'receive-offers');
  }
  expect((await finds(commune.by.reader, first.code)).map(({ versionId }) => versionId)).not.toContain(
    here.id,
  );

  // The owner ends one document: both communes are told, apply it until they decide, and may go on by themselves.
  expect(await refusalOf(commune.by.secretary.post(`/documents/${here.documentId}/versions`, {}))).not.toBe(
    'granted',
  );
  await library.register(
    await library.decision([], {
      withdrawDocumentIds: [first.documentId],
      effectiveFrom: daysFromToday(1),
    }),
  );
  for (const office of communes) {
    const item = await oneWorkItem(office.by.secretary, 'end-adopted');
    expect(item.title).toContain(first.code);
    expect(await finds(office.by.reader, first.code)).toHaveLength(1);
  }
  const applied = await offersOf(commune.by.secretary, 'applied');
  const [ended, standing] = [first, second].map(({ code }) =>
    applied.find((each) => each.code === code && each.state === 'adopted')!,
  );
  expect(ended!.actions.handleLocally.allowed).toBe(true);
  expect(standing!.actions.handleLocally).toMatchObject({
    allowed: false,
    code: 'documents.owner-not-late',
  });
  const own = await commune.by.secretary.post<{ versionId: string }>(`/offers/${ended!.id}/local-handling`, {
    reason: 'Xã vẫn cần quy trình này',
  });
  expect(await commune.by.secretary.get(`/versions/${own.versionId}`)).toMatchObject({
    state: 'draft',
    code: first.code,
    issue: 2,
    revision: 1,
  });
}, 120_000);

it('OF-06: an owner that is late with a change of law is told, and an adopter goes on by itself', async () => {
  const { world, api } = stage;
  const installation = await world.installation();
  await world.unitOfWork.write(systemActor(installation.id, 'spec', installation.path), null, (tx) =>
    api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx),
  );
  const cited = {
    numberSymbol: '77/2024/QĐ-UBND',
    kind: 'Quyết định',
    issuer: 'UBND tỉnh Thử',
    issuedOn: '2024-05-06',
  };
  const { secretary } = owner.by;
  const aText = {
    ...cited,
    effectiveOn: cited.issuedOn,
    title: 'Quy định về thủ tục',
    aliases: [],
    relations: [],
  };
  const old = await secretary.post<{ id: string }>('/legal-texts', aText);
  const before = { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn' };
  const shared = await library.effective({ citations: [cited] }, before);
  const [commune] = communes;
  await offer([shared], { audience: 'chosen', agencyIds: [commune.agency.id] });
  const mine = await eventually(async () =>
    (await offersOf(commune.by.secretary)).find(({ code }) => code === shared.code),
  );
  await adopts(commune, [mine], { ...before, number: '77/QĐ-UBND' });
  const { changeId } = await secretary.post<{ changeId: string }>('/legal-texts', {
    ...aText,
    numberSymbol: '78/2026/QĐ-UBND',
    issuedOn: '2026-10-01',
    effectiveOn: '2026-10-01',
    relations: [{ kind: 'replaces', targetId: old.id, partly: false, note: null }],
  });
  await secretary.post(`/legal-changes/${changeId}/confirmation`, {});
  type AppliedOffer = OfferView & { ownerLateOn: string | null };
  const applied = (): Promise<AppliedOffer> =>
    eventually(async () => {
      const { items } = await commune.by.secretary.get<Page<AppliedOffer>>('/offers?scope=applied');
      return items.find(({ code, state }) => code === shared.code && state === 'adopted') ?? null;
    });
  expect(await applied()).toMatchObject({
    ownerLateOn: null,
    actions: { handleLocally: { allowed: false, code: 'documents.owner-not-late' } },
  });

  const missed = daysFromToday(-3);
  await world.owner.query('update legal_impact.assessment set deadline_on = $2 where change_id = $1', [
    changeId,
    missed,
  ]);
  const sweep = worker.app.get(LateOwnersSweep, { strict: false });
  await sweep.sweep();

  const told = (by: Officer): Promise<string> =>
    eventually(async () => {
      const { items } = await by.get<Page<{ title: string }>>('/notices');
      return (
        items.find(({ title }) => title.includes(shared.code) && title.toLowerCase().includes('quá hạn'))
          ?.title ?? null
      );
    });
  expect(await told(secretary)).toContain('1 cơ quan áp dụng đang chờ');
  expect(await told(commune.by.secretary)).toContain('có thể chọn xử lý tại chỗ');
  const late = await applied();
  expect(late).toMatchObject({ ownerLateOn: missed, actions: { handleLocally: { allowed: true } } });
  expect(await sweep.sweep()).toBe(0);
  const own = await commune.by.secretary.post<{ versionId: string }>(`/offers/${late.id}/local-handling`, {
    reason: 'Cơ quan soạn thảo chưa sửa theo văn bản mới',
  });
  expect(await commune.by.secretary.get(`/versions/${own.versionId}`)).toMatchObject({
    state: 'draft',
    code: shared.code,
  });
}, 90_000);

it('OF-06: who was not offered a document sees nothing of it, and withdrawn offers cannot be received', async () => {
  const version = await library.effective({ title: 'Quy trình KIM-TUOC' });
  const [to, other] = communes;
  const [id] = await offer([version], { audience: 'chosen', agencyIds: [to.agency.id] });
  const mine = await eventually(async () =>
    (await offersOf(to.by.secretary)).find(({ code }) => code === version.code),
  );

  for (const office of [other, ...strangers]) {
    const { secretary } = office.by;
    expect((await offersOf(secretary)).filter(({ code }) => code === version.code)).toEqual([]);
    expect(await refusalOf(secretary.get(`/offers/${mine.id}/rendition`))).toBe('documents.offer-not-found');
    expect(await refusalOf(secretary.post('/offers/reception', { offerIds: [mine.id] }))).toBe(
      'documents.offer-not-found',
    );
    expect(await refusalOf(secretary.post(`/offers/${mine.id}/local-handling`, { reason: 'x' }))).toBe(
      'documents.offer-not-found',
    );
    expect(await refusalOf(secretary.get(`/offerings/${id!}`))).toBe('documents.offering-not-found');
    expect(await refusalOf(secretary.get(`/versions/${version.id}`))).toBe('documents.version-not-found');
  }
  // Offered is not yet readable as a document: only the offer is.
  expect(await refusalOf(to.by.secretary.get(`/versions/${version.id}`))).toBe('documents.version-not-found');

  await owner.by.secretary.post(`/offerings/${id!}/withdrawal`, { reason: 'Công bố nhầm' });
  expect(await refusalOf(to.by.secretary.post('/offers/reception', { offerIds: [mine.id] }))).toBe(
    'documents.offer-closed',
  );
  expect(await refusalOf(to.by.secretary.get(`/offers/${mine.id}/rendition`))).toBe(
    'documents.offer-not-found',
  );
  await noWorkItem(to.by.secretary, 'receive-offers');
}, 60_000);

it('OF-06: only documents in force are offered, once, and to agencies of the province', async () => {
  const draft = await library.draft();
  const version = await library.effective();
  const [abroad] = [strangers[1]];

  expect(await refusalOf(offer([draft]))).toBe('documents.not-offerable');
  expect(await refusalOf(offer([version], { audience: 'chosen', agencyIds: [abroad.agency.id] }))).toBe(
    'documents.nobody-to-offer',
  );
  await offer([version]);
  expect(await refusalOf(offer([version]))).toBe('documents.offering-open');
}, 60_000);
