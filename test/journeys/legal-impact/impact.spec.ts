import { type Actor, systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';
import { OrganizationFacade } from '@app/organization';

import { eventually } from '../../support';
import {
  anOffice,
  daysFromToday,
  Library,
  type Office,
  type Officer,
  type Page,
  PASSWORD,
  Stage,
  startWorkerInProcess,
} from '../../support/staging';

interface Change {
  id: string;
  changeId: string | null;
}
interface ChangeView {
  state: string;
  total: number;
  done: number;
  reach: { agencies: number; documents: number };
  firstDocuments: { agencyName: string; code: string; reasons: { cites: string; via: string }[] }[];
  withdrawReason: string | null;
}
interface Assessment {
  id: string;
  documentId: string;
  state: string;
  others: { changeId: string }[];
}
interface Sheet {
  id: string;
  changeSetId: string | null;
  documents: number;
  mustRevise: number;
  rows: { documentId: string; outcome: string; state: string }[];
}
interface ChangeSet {
  title: string;
  legalBasis: string | null;
  versions: { versionId: string; documentId: string; revision: number; state: string }[];
}
interface Work {
  kind: string;
  link: string;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let province: Office;
let office: Office;
let sibling: Office;
let library: Library;
let theirs: Library;
let serial = Date.now() % 1_000_000;

beforeAll(async () => {
  stage = await Stage.open();
  const { world, api } = stage;
  const agency = await world.installation();
  const installation: Actor = systemActor(agency.id, 'spec', agency.path);
  await world.unitOfWork.write(installation, null, async (tx) => {
    await api.app.get(OrganizationFacade).seedCalendar(tx);
    await api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx);
  });
  worker = await startWorkerInProcess(stage.environment);
  province = await anOffice(world, api, stage.province);
  office = await stage.office();
  sibling = await stage.office();
  library = new Library(world, api, office);
  theirs = new Library(world, api, sibling);
}, 120_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

/** A Thông tư of the recorder, and one that replaces it. */
async function replaced(by: Officer): Promise<{ numberSymbol: string; replace: () => Promise<Change> }> {
  serial += 1;
  const numberSymbol = `${String(serial)}/2010/TT-BTC`;
  const fields = { kind: 'Thông tư', issuer: 'Bộ Tài chính', aliases: [] };
  const old = await by.post<{ id: string }>('/legal-texts', {
    ...fields,
    numberSymbol,
    issuedOn: '2010-10-15',
    effectiveOn: '2010-12-01',
    title: `Thông tư thử ${String(serial)}`,
    relations: [],
  });
  return {
    numberSymbol,
    replace: () =>
      by.post<Change>('/legal-texts', {
        ...fields,
        numberSymbol: `${String(serial)}/2026/TT-BTC`,
        issuedOn: '2026-10-01',
        effectiveOn: daysFromToday(60),
        title: `Thông tư mới ${String(serial)}`,
        relations: [{ kind: 'replaces', targetId: old.id, partly: false }],
      }),
  };
}

const citing = (numberSymbol: string, at: Office): Record<string, unknown> => ({
  owningUnitId: at.units[1],
  citations: [{ numberSymbol, kind: 'Thông tư', issuer: null, issuedOn: null }],
});

const assessments = async (by: Officer, changeId: string, state = 'open'): Promise<Assessment[]> =>
  (await by.get<Page<Assessment>>(`/assessments?state=${state}&changeId=${changeId}`)).items;

async function revisions(by: Officer): Promise<string[]> {
  const { items } = await by.get<Page<Work>>('/work-items?limit=100');
  return items.filter(({ kind }) => kind === 'revise').map(({ link }) => link);
}

it('OF-07: one Phiếu rà soát over many documents opens the drafts of those to be revised, and issuing them answers', async () => {
  const legal = province.by['province-admin'];
  const { numberSymbol, replace } = await replaced(legal);
  const kept = await library.effective(citing(numberSymbol, office));
  const revised = await library.effective(citing(numberSymbol, office));
  await theirs.effective(citing(numberSymbol, sibling));
  const { changeId } = await replace();
  const before = await legal.get<ChangeView>(`/legal-changes/${changeId!}`);
  expect(before.reach).toMatchObject({ agencies: 2, documents: 3 });
  expect(before.firstDocuments).toHaveLength(3);
  expect(before.firstDocuments[0]!.reasons).toMatchObject([{ cites: numberSymbol, via: 'number' }]);
  await legal.post(`/legal-changes/${changeId!}/confirmation`, {});
  const { secretary, 'unit-focal': focal } = office.by;
  await eventually(async () => (await revisions(focal)).length === 2);

  const open = await assessments(focal, changeId!);
  const sheet = await focal.post<Sheet>('/review-sheets', {
    rows: open.map(({ id, documentId }) => ({
      assessmentId: id,
      outcome: documentId === revised.documentId ? 'must-revise' : 'not-needed',
      reason: documentId === revised.documentId ? 'Đổi mẫu phiếu' : 'Chỉ viện dẫn làm căn cứ',
    })),
    password: PASSWORD,
  });

  expect(sheet).toMatchObject({ documents: 2, mustRevise: 1 });
  expect(sheet.rows.find(({ documentId }) => documentId === kept.documentId)?.state).toBe('not-needed');
  const set = await secretary.get<ChangeSet>(`/change-sets/${sheet.changeSetId!}`);
  expect(set.title).toBe(`Sửa đổi theo ${numberSymbol.replace('2010', '2026')}`);
  expect(set.legalBasis).toContain('Thông tư mới');
  expect(set.versions).toMatchObject([{ documentId: revised.documentId, revision: 1 }]);
  const file = await focal.send('GET', `/review-sheets/${sheet.id}/form.docx`);
  expect(file.status).toBe(200);
  const print = await focal.post<{ id: string }>(`/review-sheets/${sheet.id}/form-prints`, {});
  await eventually(
    async () => (await focal.get<{ state: string }>(`/prints/${print.id}`)).state !== 'waiting',
    { within: 30_000 },
  );
  expect((await focal.get<{ state: string }>(`/prints/${print.id}`)).state).toBe('ready');
  expect(await revisions(focal)).toHaveLength(1);
}, 180_000);

it('G1: a confirmed change that is taken back leaves no open task, whoever was asked', async () => {
  const legal = province.by['province-admin'];
  const { numberSymbol, replace } = await replaced(legal);
  await library.effective(citing(numberSymbol, office));
  await theirs.effective(citing(numberSymbol, sibling));
  const { changeId } = await replace();
  const before = [await revisions(office.by['unit-focal']), await revisions(sibling.by['unit-focal'])];
  await legal.post(`/legal-changes/${changeId!}/confirmation`, {});
  await eventually(async () => (await revisions(office.by['unit-focal'])).length === before[0]!.length + 1);
  await eventually(async () => (await revisions(sibling.by['unit-focal'])).length === before[1]!.length + 1);

  const withdrawn = await legal.post<ChangeView>(`/legal-changes/${changeId!}/withdrawal`, {
    reason: 'Ghi nhầm thông tư bị thay thế',
  });

  expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawReason: 'Ghi nhầm thông tư bị thay thế' });
  for (const [at, people] of [office, sibling].entries())
    await eventually(async () => {
      const [own, followed] = [
        await revisions(people.by['unit-focal']),
        await revisions(people.by.secretary),
      ];
      return own.length === before[at]!.length && followed.length >= before[at]!.length;
    });
  expect(await assessments(office.by.secretary, changeId!)).toEqual([]);
  expect(await assessments(sibling.by.secretary, changeId!)).toEqual([]);
}, 180_000);

it("G1: a commune's typing error reaches no other agency", async () => {
  const { secretary } = office.by;
  const { numberSymbol, replace } = await replaced(secretary);
  await library.effective(citing(numberSymbol, office));
  await theirs.effective(citing(numberSymbol, sibling));
  const theirWork = await revisions(sibling.by['unit-focal']);
  const { changeId, id } = await replace();

  await secretary.post(`/legal-changes/${changeId!}/confirmation`, {});
  const own = await eventually(async () => {
    const open = await assessments(secretary, changeId!);
    const tasks = await revisions(office.by['unit-focal']);
    return open.some((line) => tasks.includes(`/assessments/${line.id}`)) && open;
  });

  expect(own).toHaveLength(1);
  for (const stranger of [sibling.by.secretary, province.by['province-admin']]) {
    expect((await stranger.send('GET', `/legal-changes/${changeId!}`)).status).toBe(404);
    expect((await stranger.send('GET', `/legal-texts/${id}`)).status).toBe(404);
    expect(await assessments(stranger, changeId!)).toEqual([]);
  }
  expect(await revisions(sibling.by['unit-focal'])).toEqual(theirWork);
}, 180_000);
