import { type Actor, systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';
import { OrganizationFacade } from '@app/organization';
import { LegalRegisterFacade } from '@app/legal-register';

import { eventually } from '../../support';
import {
  anOffice,
  daysFromToday,
  Library,
  type Office,
  type Officer,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  startWorkerInProcess,
  type VersionView,
} from '../../support/staging';

interface TextDetail {
  id: string;
  numberSymbol: string;
  status: string;
  confirmed: boolean;
  citedBy: number;
  changeId: string | null;
  aliases: { name: string; year: number | null }[];
  relations: { kind: string; direction: string; textId: string }[];
  citedByDocuments: { documentId: string }[];
}
interface ChangeDetail {
  id: string;
  state: string;
  scope: string;
  targets: string[];
  reach: { agencies: number; documents: number; people: number };
  deadlineOn: string | null;
  needsSecondPerson: boolean;
  confirmedByName: string | null;
  done: number;
  total: number;
  byAgency: { agencyId: string; open: number; done: number; overdue: number }[];
  actions: { confirm: { allowed: boolean; code: string | null; reason: string | null } };
}
interface AssessmentDetail {
  id: string;
  documentId: string;
  state: string;
  cites: string;
  via: string;
  deadlineOn: string;
  reason: string | null;
  concludedByName: string | null;
  actions: { conclude: { allowed: boolean; code: string | null } };
}
interface WorkItem {
  kind: string;
  link: string;
  dueOn: string | null;
  following: boolean;
}
interface Notice {
  kind: string;
  title: string;
  link: string;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let office: Office;
let sibling: Office;
let elsewhere: Office;
let province: Office;
let library: Library;
let serial = Date.now() % 1_000_000;

beforeAll(async () => {
  stage = await Stage.open();
  const { world, api } = stage;
  const agency = await world.installation();
  const installation: Actor = systemActor(agency.id, 'spec', agency.path);
  await world.unitOfWork.write(installation, null, async (tx) => {
    await api.app.get(LegalRegisterFacade).seed(tx);
    await api.app.get(OrganizationFacade).seedCalendar(tx);
    await api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx);
  });
  worker = await startWorkerInProcess(stage.environment);
  province = await anOffice(world, api, stage.province);
  office = await stage.office();
  sibling = await stage.office();
  elsewhere = await anOffice(world, api, await world.commune(await world.province()));
  library = new Library(world, api, office);
}, 120_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

/** A law of this province with a name of its own, and the law that replaces it. */
async function aLaw(by: Officer): Promise<{ name: string; textId: string; numberSymbol: string }> {
  serial += 1;
  const name = `Luật Suối Khoáng ${String(serial)}`;
  const numberSymbol = `${String(serial)}/2014/QH13`;
  const text = await by.post<TextDetail>('/legal-texts', {
    kind: 'Luật',
    numberSymbol,
    issuer: 'Quốc hội',
    issuedOn: '2014-11-20',
    effectiveOn: '2016-01-01',
    title: name,
    aliases: [],
    relations: [],
  });
  return { name, textId: text.id, numberSymbol };
}

async function itsSuccessor(
  by: Officer,
  { name, textId }: { name: string; textId: string },
): Promise<TextDetail> {
  serial += 1;
  return by.post<TextDetail>('/legal-texts', {
    kind: 'Luật',
    numberSymbol: `${String(serial)}/2026/QH16`,
    issuer: 'Quốc hội',
    issuedOn: '2026-10-01',
    effectiveOn: daysFromToday(60),
    title: name,
    aliases: [],
    relations: [{ kind: 'replaces', targetId: textId, partly: false }],
  });
}

const openAssessments = async (by: Officer, changeId: string): Promise<AssessmentDetail[]> =>
  (await by.get<Page<AssessmentDetail>>(`/assessments?state=open&changeId=${changeId}`)).items;

/** The tasks that lead to these assessments. */
async function tasksOf(by: Officer, assessments: readonly { id: string }[]): Promise<WorkItem[]> {
  const { items } = await by.get<Page<WorkItem>>('/work-items?limit=100');
  return items.filter(({ link }) => assessments.some(({ id }) => link === `/assessments/${id}`));
}

it('leads from a replaced law to one task per document, one notice per person, and ends when a newer version answers', async () => {
  const legal = province.by['province-admin'];
  const { name, textId, numberSymbol } = await aLaw(legal);
  const named = await library.effective(
    { owningUnitId: office.units[1], namedTexts: [{ name: `${name} năm 2014`, year: 2014 }] },
    { signedOn: daysFromToday(-9), lateReason: 'Nhập sau khi ký trên giấy' },
  );
  const numbered = await library.effective({
    owningUnitId: office.units[1],
    citations: [{ numberSymbol, kind: 'Luật', issuer: null, issuedOn: null }],
  });
  const successor = await itsSuccessor(legal, { name, textId });
  const changePath = `/legal-changes/${successor.changeId!}`;

  const before = await legal.get<ChangeDetail>(changePath);
  expect(before).toMatchObject({
    state: 'recorded',
    scope: 'province',
    targets: [numberSymbol],
    needsSecondPerson: false,
  });
  expect(before.reach).toMatchObject({ agencies: 1, documents: 2 });
  expect(before.reach.people).toBeGreaterThan(0);
  expect(before.actions.confirm).toEqual({ allowed: true, code: null, reason: null });
  expect(before.deadlineOn! < daysFromToday(60)).toBe(true);

  const confirmed = await legal.post<ChangeDetail>(`${changePath}/confirmation`, {});
  const again = await legal.post<ChangeDetail>(`${changePath}/confirmation`, {});
  expect(confirmed).toMatchObject({ state: 'confirmed', total: 2, done: 0, confirmedByName: legal.fullName });
  expect(again).toEqual(confirmed);

  const focal = office.by['unit-focal'];
  const assessments = await openAssessments(focal, confirmed.id);
  expect(assessments.map(({ via }) => via).sort()).toEqual(['name', 'number']);
  const tasks = await eventually(async () => {
    const found = await tasksOf(focal, assessments);
    return found.length === 2 && found;
  });
  expect(tasks).toMatchObject([
    { kind: 'revise', dueOn: confirmed.deadlineOn, following: false },
    { kind: 'revise', dueOn: confirmed.deadlineOn, following: false },
  ]);
  expect((await tasksOf(office.by.secretary, assessments)).map(({ following }) => following)).toEqual([
    true,
    true,
  ]);
  for (const person of [focal, office.by.secretary]) {
    const { items } = await person.get<Page<Notice>>('/notices');
    expect(items.filter(({ link }) => link === changePath)).toHaveLength(1);
  }
  const strangers = await elsewhere.by.secretary.get<Page<Notice>>('/notices');
  expect(strangers.items.filter(({ link }) => link === changePath)).toEqual([]);

  const next = await library.nextApproved(named);
  await library.register(await library.decision([next]));
  await eventually(async () => (await openAssessments(focal, confirmed.id)).length === 1);
  const left = await openAssessments(focal, confirmed.id);
  expect(left.map(({ documentId }) => documentId)).toEqual([numbered.documentId]);
  await eventually(async () => (await tasksOf(focal, assessments)).length === 1);
  const after = await legal.get<ChangeDetail>(changePath);
  expect(after.byAgency).toMatchObject([{ agencyId: office.agency.id, open: 1, done: 1, overdue: 0 }]);
}, 120_000);

describe('an assessment', () => {
  let law: { name: string; textId: string; numberSymbol: string };
  let version: VersionView;
  let assessment: AssessmentDetail;

  beforeAll(async () => {
    law = await aLaw(province.by['province-admin']);
    version = await library.effective({
      owningUnitId: office.units[1],
      namedTexts: [{ name: law.name, year: 2014 }],
    });
    const { changeId } = await itsSuccessor(province.by['province-admin'], law);
    await province.by['province-admin'].post(`/legal-changes/${changeId!}/confirmation`, {});
    const [opened] = await openAssessments(office.by['unit-focal'], changeId!);
    assessment = opened!;
  }, 120_000);

  const conclude = (by: Officer, body: object): Promise<AssessmentDetail> =>
    by.post<AssessmentDetail>(`/assessments/${assessment.id}/conclusion`, body);

  it('is shown with the document it is about', async () => {
    const seen = await office.by.reader.get<AssessmentDetail & { effectiveVersionId: string }>(
      `/assessments/${assessment.id}`,
    );

    expect(seen).toMatchObject({
      documentId: version.documentId,
      effectiveVersionId: version.id,
      via: 'name',
    });
    expect(seen.actions.conclude).toMatchObject({ allowed: false, code: 'identity.forbidden' });
  });

  it('is hidden from every other agency, the province too', async () => {
    for (const stranger of [sibling.by.secretary, elsewhere.by.secretary, province.by['province-admin']]) {
      const answer = await stranger.send('GET', `/assessments/${assessment.id}`);
      expect([answer.status, answer.body.code]).toEqual([404, 'legal-impact.assessment-not-found']);
    }
    expect(
      await refusalOf(conclude(sibling.by.secretary, { outcome: 'must-revise', password: PASSWORD })),
    ).toBe('legal-impact.assessment-not-found');
  });

  it('is signed with the password typed again and with a reason', async () => {
    const { secretary } = office.by;
    const reason = 'Nội dung quy trình không đổi theo luật mới';

    expect(await refusalOf(conclude(secretary, { outcome: 'not-needed', reason, password: 'sai' }))).toBe(
      'identity.wrong-password',
    );
    expect(
      await refusalOf(conclude(secretary, { outcome: 'not-needed', reason: 'ngắn', password: PASSWORD })),
    ).toBe('legal-impact.reason-needed');
    const kept = await conclude(office.by['unit-focal'], { outcome: 'must-revise', password: PASSWORD });
    expect(kept.state).toBe('must-revise');
    const done = await conclude(secretary, { outcome: 'not-needed', reason, password: PASSWORD });
    expect(done).toMatchObject({ state: 'not-needed', reason, concludedByName: secretary.fullName });
    expect(await refusalOf(conclude(secretary, { outcome: 'not-needed', reason, password: PASSWORD }))).toBe(
      'lifecycle.illegal-transition',
    );
    await eventually(async () => (await tasksOf(office.by['unit-focal'], [assessment])).length === 0);
  });
});

describe("an agency's own entry", () => {
  it('reaches its own documents and nobody else, and is seen by nobody else', async () => {
    const { secretary } = office.by;
    const law = await aLaw(secretary);
    const theirs = new Library(stage.world, stage.api, sibling);
    await library.effective({ namedTexts: [{ name: law.name, year: 2014 }] });
    await theirs.effective({ namedTexts: [{ name: law.name, year: 2014 }] });
    const { changeId, id } = await itsSuccessor(secretary, law);

    const confirmed = await secretary.post<ChangeDetail>(`/legal-changes/${changeId!}/confirmation`, {});

    expect(confirmed).toMatchObject({ scope: 'agency', reach: { agencies: 1, documents: 1 } });
    for (const stranger of [sibling.by.secretary, province.by['province-admin']]) {
      expect((await stranger.send('GET', `/legal-texts/${id}`)).status).toBe(404);
      expect((await stranger.send('GET', `/legal-changes/${changeId!}`)).status).toBe(404);
      expect(await refusalOf(stranger.post(`/legal-changes/${changeId!}/confirmation`, {}))).toBe(
        'legal-impact.change-not-found',
      );
    }
  }, 120_000);
});

describe('the register', () => {
  it('is searched by number, title and name, without accents, and paged', async () => {
    const reader = office.by.reader;
    const q = async (words: string): Promise<string[]> =>
      (await reader.get<Page<TextDetail>>(`/legal-texts?q=${encodeURIComponent(words)}`)).items.map(
        ({ numberSymbol }) => numberSymbol,
      );

    expect(await q('luat ho tich')).toContain('60/2014/QH13');
    expect(await q('123/2015/nd-cp')).toContain('123/2015/NĐ-CP');
    expect(await q("%'_\\")).toEqual([]);
    const first = await reader.get<Page<TextDetail>>('/legal-texts?limit=3');
    const second = await reader.get<Page<TextDetail>>(`/legal-texts?limit=3&after=${first.next!}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6);
  });

  it('shows a text with its names, relations and who cites it', async () => {
    const legal = province.by['province-admin'];
    const law = await aLaw(legal);
    const version = await library.effective({ namedTexts: [{ name: law.name, year: 2014 }] });
    const successor = await itsSuccessor(legal, law);

    const old = await office.by.reader.get<TextDetail>(`/legal-texts/${law.textId}`);
    const unconfirmed = await office.by.reader.send('GET', `/legal-texts/${successor.id}`);
    const own = await legal.get<TextDetail>(`/legal-texts/${successor.id}`);

    expect(old).toMatchObject({ status: 'in-force', confirmed: true, citedBy: 1, relations: [] });
    expect(old.citedByDocuments.map(({ documentId }) => documentId)).toEqual([version.documentId]);
    expect(unconfirmed.status).toBe(404);
    expect(own).toMatchObject({ status: 'not-yet', confirmed: false });
    expect(own.relations).toMatchObject([{ kind: 'replaces', direction: 'to', textId: law.textId }]);
  }, 60_000);

  it.each([
    [{ numberSymbol: 'không số' }, 422, 'legal-register.bad-text'],
    [{ issuedOn: '2014-02-30' }, 400, 'platform.invalid'],
    [
      { relations: [{ kind: 'replaces', targetId: '019a0000-0000-7000-8000-000000000000', partly: false }] },
      422,
      'legal-register.related-text-not-found',
    ],
    [{ title: 'x\u0000' }, 400, 'platform.invalid'],
    [{ colour: 'red' }, 400, 'platform.invalid'],
  ])('refuses %j', async (changes, status, code) => {
    serial += 1;
    const fields = {
      kind: 'Nghị định',
      numberSymbol: `${String(serial)}/2020/NĐ-CP`,
      issuer: 'Chính phủ',
      issuedOn: '2020-01-01',
      effectiveOn: null,
      title: 'Thử',
      aliases: [],
      relations: [],
      ...changes,
    };

    const answer = await office.by.secretary.send('POST', '/legal-texts', { body: fields });

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('refuses a second entry of one text', async () => {
    const { secretary } = office.by;
    const law = await aLaw(secretary);

    expect(
      await refusalOf(
        secretary.post('/legal-texts', {
          kind: 'Luật',
          numberSymbol: law.numberSymbol,
          issuer: 'Quốc hội',
          issuedOn: '2014-11-20',
          title: 'Khác',
          aliases: [],
          relations: [],
        }),
      ),
    ).toBe('legal-register.text-exists');
  });
});
