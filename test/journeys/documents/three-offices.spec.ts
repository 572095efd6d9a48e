import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import mammoth from 'mammoth';

import { eventually } from '../../support';
import { certify, type Holder, pemOf, signPdf } from '../../support/signing';
import {
  aForm,
  anOffice,
  aPdf,
  daysFromToday,
  Library,
  type Line,
  type Office,
  type Officer,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  startWorkerInProcess,
  today,
  type VersionView,
} from '../../support/staging';
import { ApprovalDesk, photoOf } from '../../support/staging/approval-desk';

interface OfferView {
  id: string;
  code: string;
  state: string;
  issue: number;
  ownerName: string;
}
interface WorkLine {
  kind: string;
  title: string;
  detail: string | null;
}
interface Progress {
  state: string;
  total: number;
  informed: number;
  units: { missing: string[] }[];
}
interface Paper {
  id: string;
  number: number;
  state: string;
}

const LATE = 'Bản giấy về chậm';
const REASON = 'Thủ tục đã bị bãi bỏ theo luật mới';

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let department: Office;
let communes: [Office, Office];
let library: Library;
let desk: ApprovalDesk;
let root: Holder;
/** Who drafts, and could approve what others draft. */
let drafter: Officer;
/** Phó giám đốc. */
let deputy: Officer;

/** The four documents as the story left them: the first goes on, the others stay as they are. */
let returned: VersionView;
let delegated: VersionView;
let onPaper: VersionView;
let signedOutside: VersionView;
/** The later versions of the first document. */
let second: VersionView;
let third: VersionView;
let paperCopies: Paper[];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'iso-roots-'));
  root = await certify({ name: 'Root CA thử nghiệm', use: 'authority' });
  writeFileSync(join(folder, 'root.pem'), pemOf(root));
  stage = await Stage.open();
  worker = await startWorkerInProcess({ ...stage.environment, ISO_TRUSTED_ROOTS_FOLDER: folder });
  const { world, api, province } = stage;
  department = await anOffice(world, api, await world.department(province, 'Sở Tư pháp tỉnh Thử'));
  communes = [await stage.office(), await stage.office()];
  drafter = await department.hire(['reader', 'author', 'approver']);
  deputy = await department.hire(['reader', 'approver']);
  library = new Library(world, api, department);
  desk = new ApprovalDesk(department.by.clerk);
}, 60_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

/** The drafter uploads a file, waits until it is read, and writes the form over it. */
async function drafted(changes: Record<string, unknown> = {}, path = '/documents'): Promise<VersionView> {
  const file = new FormData();
  file.set('file', new Blob([new Uint8Array(await aPdf())]), 'quy-trinh.pdf');
  const { id } = await drafter.post<{ id: string }>('/uploads', file);
  await eventually(
    async () => {
      const { state } = await drafter.get<{ state: string }>(`/uploads/${id}`);
      return state === 'ready' ? state : null;
    },
    { within: 25_000 },
  );
  const form = aForm(drafter, { owningUnitId: department.units[1], ...changes });
  return drafter.post(path, { ...form, uploadId: id });
}

/** Sent by its drafter along the route of an office with all its stations. */
async function sent(version: VersionView): Promise<VersionView> {
  const { reviewer, secretary, approver } = department.by;
  const people = [reviewer, secretary, department.by['office-lead'], approver];
  await drafter.post(`/versions/${version.id}/submission`, {
    route: 'standard',
    people: people.map(({ id }, at) => ({ stage: at + 1, personIds: [id] })),
  });
  return library.see(version);
}

/** Reviewed and checked: only the approval is left. */
async function beforeApproval(version: VersionView): Promise<VersionView> {
  const { contentHash } = library.signing(version);
  await library.review(version);
  for (const [by, kind] of [
    [department.by.secretary, 'iso-check'],
    [department.by['office-lead'], 'form-check'],
  ] as const)
    await by.post(`/versions/${version.id}/check`, { kind, contentHash });
  return library.see(version);
}

const waiting = async (): Promise<VersionView> => beforeApproval(await sent(await drafted()));

/** The next version of the first document, in force since this day. */
async function nextInForce(of: VersionView, signedOn: string): Promise<VersionView> {
  const { code, series, issue, documentId } = of;
  const draft = await drafted(
    {
      code,
      series,
      issue: issue + 1,
      changeNote: 'Rút ngắn thời hạn giải quyết',
      changeClass: 'major',
      changeReason: 'Văn bản căn cứ đã thay đổi',
      affectedSections: 'Mục 5',
      legalBasis: 'Luật Hộ tịch năm 2014',
    },
    `/documents/${documentId}/versions`,
  );
  const approved = await library.approve(await beforeApproval(await sent(draft)));
  await library.register(await library.decision([approved]), { signedOn, lateReason: LATE });
  return library.see(approved);
}

const workOf = async (by: Officer, kind: string): Promise<WorkLine[]> =>
  (await by.get<Page<WorkLine>>('/work-items?limit=100')).items.filter((item) => item.kind === kind);
const waitingWork = (by: Officer, kind: string): Promise<WorkLine> =>
  eventually(async () => (await workOf(by, kind))[0], { within: 15_000 });
const noWork = (by: Officer, kind: string): Promise<true> =>
  eventually(async () => ((await workOf(by, kind)).length === 0 ? true : null), { within: 15_000 });
const finds = async (by: Officer, { code }: { code: string }): Promise<(Line & { originName: string })[]> =>
  (
    await by.get<Page<Line & { originName: string }>>(
      `/documents?scope=effective&q=${encodeURIComponent(code)}`,
    )
  ).items;
const progressOf = (version: { id: string }): Promise<Progress> =>
  department.by.secretary.get(`/versions/${version.id}/distribution`);

/** Tiếp nhận và ban hành: what the Sở laid before this commune, under a decision of its own. */
async function adopts(
  commune: Office,
  offers: readonly OfferView[],
  registration: Record<string, unknown>,
): Promise<VersionView[]> {
  const { versionIds } = await commune.by.secretary.post<{ versionIds: string[] }>('/offers/reception', {
    offerIds: offers.map(({ id }) => id),
  });
  const there = new Library(stage.world, stage.api, commune);
  const versions = await Promise.all(versionIds.map((id) => there.see({ id })));
  await there.register(await there.decision(versions), registration);
  return Promise.all(versionIds.map((id) => there.see({ id })));
}

async function offersOf({ by }: Office, many: number): Promise<OfferView[]> {
  await waitingWork(by.secretary, 'receive-offers');
  return eventually(
    async () => {
      const { items } = await by.secretary.get<Page<OfferView>>('/offers?scope=waiting');
      return items.length === many ? items : null;
    },
    { within: 15_000 },
  );
}

it('DI-03, OF-05: a document comes back with a reason, is mended and goes the whole way once more', async () => {
  const { reviewer, approver } = department.by;
  const first = await sent(await drafted({ title: 'Quy trình cấp phiếu lý lịch tư pháp' }));

  await reviewer.post(`/versions/${first.id}/return`, { reason: 'Thiếu biểu mẫu số 02' });

  const task = await waitingWork(drafter, 'fix-returned');
  expect(task).toMatchObject({ detail: 'Thiếu biểu mẫu số 02' });
  const before = await library.see(first);
  expect(before.state).toBe('returned');
  await drafter.patch(`/versions/${first.id}`, { title: 'Quy trình đã bổ sung biểu mẫu' }, before.rowVersion);
  const again = await beforeApproval(await sent(first));
  expect(await workOf(drafter, 'fix-returned')).toEqual([]);
  expect(await workOf(approver, 'approve')).toHaveLength(1);
  returned = await library.approve(again);
  expect(returned).toMatchObject({ state: 'approved', title: 'Quy trình đã bổ sung biểu mẫu' });
  expect(returned.signatures.map(({ meaning, valid }) => [meaning, valid])).toEqual([
    ['reviewed', true],
    ['approved', true],
  ]);
});

it('G12, R3: the deputy approves for the absent head by letter, the drafter not even by one', async () => {
  const { approver } = department.by;
  const version = await waiting();
  const approve = (by: Officer): Promise<string> =>
    refusalOf(by.post(`/versions/${version.id}/approval`, library.signing(version)));
  const delegate = (to: Officer, letter: string): Promise<unknown> =>
    department.by['agency-admin'].post('/delegations', {
      fromPersonId: approver.id,
      toPersonId: to.id,
      formula: 'KT.',
      scope: ['approve'],
      letter,
      reason: 'absence',
      startsOn: today(),
      endsOn: daysFromToday(5),
    });
  expect(await approve(deputy)).toBe('documents.not-their-turn');

  await delegate(drafter, 'Giấy ủy quyền số 6/GUQ-STP');
  await delegate(deputy, 'Giấy ủy quyền số 7/GUQ-STP');

  expect(await approve(drafter)).toBe('documents.self-approval');
  expect((await library.see(version)).state).toBe('waiting-approval');
  expect(await approve(deputy)).toBe('granted');
  delegated = await library.see(version);
  expect(delegated.state).toBe('approved');
  expect(delegated.signatures.at(-1)).toMatchObject({
    meaning: 'approved',
    signerName: deputy.fullName,
    formula: 'KT.',
    onBehalfOfName: approver.fullName,
    delegationLetter: 'Giấy ủy quyền số 7/GUQ-STP',
    valid: true,
  });
});

it('OF-03: a third is signed on paper; the scan of another version is refused, a second person confirms', async () => {
  const { clerk, secretary } = department.by;
  const [version, other] = [await waiting(), await waiting()];
  const printed = (of: VersionView): Promise<Buffer> => desk.bytes(`/versions/${of.id}/signing-copy`);

  expect(await desk.paper(version, await photoOf(await printed(other)))).toMatchObject({
    state: 'refused',
    problem: 'documents.scan-of-another-version',
  });
  expect((await library.see(version)).state).toBe('waiting-approval');

  const scan = await desk.paper(version, await photoOf(await printed(version)));
  expect(scan).toMatchObject({ state: 'checked', scan: { outcome: 'matches', pages: 1, missingPages: [] } });
  const confirm = (by: Officer): Promise<string> =>
    refusalOf(by.post(`/approval-files/${scan.id}/confirmation`, { password: PASSWORD }));
  expect(await confirm(clerk)).toBe('documents.second-person-needed');
  expect(await confirm(secretary)).toBe('granted');
  onPaper = await library.see(version);
  expect(onPaper.state).toBe('approved');
});

it('G8, OF-03: a fourth is signed outside; tampered files and strangers are refused by their codes', async () => {
  const { approver, clerk } = department.by;
  const version = await waiting();
  const rendition = await desk.bytes(`/versions/${version.id}/rendition`);
  const signer = await certify({ name: approver.fullName, issuer: root });
  const strange = await certify({ name: 'Root CA lạ', use: 'authority' });
  const stranger = await certify({ name: approver.fullName, issuer: strange });
  const good = await signPdf(rendition, { signer });
  const tampered = Buffer.from(good);
  tampered[tampered.lastIndexOf('(Signature') + 1] = 0x73;
  const wrongChain = await signPdf(rendition, { signer: stranger });
  const approve = ({ id }: { id: string }): Promise<string> =>
    refusalOf(clerk.post(`/approval-files/${id}/approval`, { password: PASSWORD }));

  for (const [problem, pdf] of [
    ['documents.signature-tampered', tampered],
    ['documents.signature-unknown-root', wrongChain],
  ] as const) {
    const file = await desk.outside(version, pdf);
    expect(file).toMatchObject({ state: 'refused', problem });
    expect(await approve(file)).toBe(problem);
  }
  const file = await desk.outside(version, good);
  expect(file).toMatchObject({
    state: 'checked',
    signed: { verdict: 'valid', content: 'same-bytes', namesApprover: true },
  });
  expect(await approve(file)).toBe('granted');
  expect((await desk.bytes(`/approval-files/${file.id}/content`)).equals(good)).toBe(true);
  signedOutside = await library.see(version);
  expect(signedOutside.state).toBe('approved');
});

it('OF-01: one decision, registered by văn thư, puts the four into force', async () => {
  const { clerk, secretary, reader } = department.by;
  const four = [returned, delegated, onPaper, signedOutside];
  const decision = await library.decision(four, { abstract: 'Ban hành bốn quy trình' });
  expect(decision.lines.map(({ action }) => action)).toEqual(Array(4).fill('issue'));
  expect(await workOf(clerk, 'register-decision')).toHaveLength(1);
  for (const version of four) expect(await finds(reader, version)).toEqual([]);
  expect(await refusalOf(secretary.post(`/decisions/${decision.id}/registration`, {}))).toBe(
    'identity.forbidden',
  );

  await library.register(decision, { number: '15/QĐ-STP', signedOn: daysFromToday(-9), lateReason: LATE });

  expect(await noWork(clerk, 'register-decision')).toBe(true);
  for (const version of four) {
    expect(await library.see(version)).toMatchObject({
      state: 'effective',
      effectiveOn: daysFromToday(-9),
      decision: { id: decision.id, number: '15/QĐ-STP' },
    });
    expect((await finds(reader, version)).map(({ versionId }) => versionId)).toEqual([version.id]);
  }
});

it('DI-10: a second version supersedes the first at the Sở', async () => {
  const { reader } = department.by;

  second = await nextInForce(await library.see(returned), daysFromToday(-5));

  expect((await finds(reader, second)).map(({ versionId }) => versionId)).toEqual([second.id]);
  expect(await library.see(returned)).toMatchObject({
    state: 'superseded',
    effectiveVersionId: second.id,
    endedOn: daysFromToday(-5),
  });
  expect(await refusalOf(reader.get(`/versions/${returned.id}`))).toBe('documents.version-not-found');
});

it('OF-06: both communes adopt it by decisions of their own and read it in their libraries', async () => {
  const { ids } = await department.by.secretary.post<{ ids: string[] }>('/offerings', {
    documentIds: [second.documentId, delegated.documentId],
    audience: 'communes',
    agencyIds: [],
  });
  expect(ids).toHaveLength(2);

  for (const [at, commune] of communes.entries()) {
    const number = `${String(at + 1)}/QĐ-UBND`;
    const offers = await offersOf(commune, 2);
    expect(offers.map(({ code }) => code).sort()).toEqual([second.code, delegated.code].sort());
    await adopts(commune, offers, { number, signedOn: daysFromToday(-3), lateReason: LATE });
    await noWork(commune.by.secretary, 'receive-offers');

    const lines = await finds(commune.by.reader, second);
    expect(lines).toMatchObject([{ state: 'effective', originName: 'Sở Tư pháp tỉnh Thử' }]);
    expect(await commune.by.reader.get(`/versions/${lines[0]!.versionId}`)).toMatchObject({
      code: second.code,
      issue: second.issue,
      decision: { number },
      rendition: { sha256: second.rendition.sha256 },
      origin: { kind: 'adopted', keptByOwner: true },
    });
  }
});

it('DI-12: numbered copies on paper are handed out', async () => {
  const { secretary } = department.by;
  const handOut = (holderName: string): Promise<Paper> =>
    secretary.post(`/versions/${second.id}/paper-copies`, {
      holderName,
      unitId: department.units[0],
      place: 'Tủ số 2',
      issuedOn: daysFromToday(-4),
    });

  paperCopies = [await handOut('Bộ phận một cửa'), await handOut('Phòng Hành chính')];

  expect(paperCopies.map(({ number, state }) => [number, state])).toEqual([
    [1, 'held'],
    [2, 'held'],
  ]);
});

it('DI-06, DI-10: a third version supersedes the second; communes adopt it too', async () => {
  third = await nextInForce(second, daysFromToday(-2));

  expect(third).toMatchObject({ state: 'effective', issue: 3 });
  const { auditor, reader } = department.by;
  const { versions } = await auditor.get<{ versions: { versionId: string; state: string }[] }>(
    `/documents/${third.documentId}`,
  );
  expect(new Map(versions.map(({ versionId, state }) => [versionId, state]))).toEqual(
    new Map([
      [third.id, 'effective'],
      [second.id, 'superseded'],
      [returned.id, 'superseded'],
    ]),
  );
  expect((await finds(reader, third)).map(({ versionId }) => versionId)).toEqual([third.id]);
  const { rows } = await auditor.get<{ rows: { cells: string[] }[] }>(
    `/documents/${third.documentId}/amendments`,
  );
  expect(rows.map(({ cells }) => cells[1])).toEqual([
    'Ban hành lần đầu',
    'Rút ngắn thời hạn giải quyết',
    'Rút ngắn thời hạn giải quyết',
  ]);
  for (const commune of communes) {
    const offers = await offersOf(commune, 1);
    const [adopted] = await adopts(commune, offers, { signedOn: daysFromToday(-1), lateReason: LATE });
    expect(adopted).toMatchObject({ state: 'effective', issue: 3, code: third.code });
    expect((await finds(commune.by.reader, third)).map(({ versionId }) => versionId)).toEqual([adopted!.id]);
  }
});

it('DI-08, DI-09: everybody of the office confirms to have read it, until no name is missing', async () => {
  const people = [...Object.values(department.by), drafter, deputy];
  const office = new Map<string, Officer>(people.map((person) => [person.id, person]));
  const { items: readers } = await department.by.secretary.get<Page<{ personId: string }>>(
    `/versions/${third.id}/readers?limit=100`,
  );
  expect(readers.map(({ personId }) => personId).sort()).toEqual([...office.keys()].sort());
  const total = readers.length;
  expect(total).toBeGreaterThanOrEqual(7);
  expect(await progressOf(third)).toMatchObject({ state: 'fixed', total, informed: 0 });

  const last = department.by.reader;
  const confirm = (by: Officer): Promise<unknown> => by.post('/acknowledgements', { versionIds: [third.id] });
  for (const person of people) if (person !== last) await confirm(person);
  expect(await progressOf(third)).toMatchObject({
    total,
    informed: total - 1,
    units: [{ missing: [last.fullName] }],
  });
  await confirm(last);

  expect(await progressOf(third)).toMatchObject({
    total,
    informed: total,
    units: [{ total, self: total, missing: [] }],
  });
  expect(await workOf(last, 'read')).not.toContainEqual(
    expect.objectContaining({ title: expect.stringContaining(third.code) as string }),
  );
});

it('DI-12: the copies of the second version are called back and stand as “Đã thu hồi”', async () => {
  const { secretary } = department.by;
  const states = async (): Promise<[number, string][]> =>
    (await secretary.get<Page<Paper>>(`/paper-copies?versionId=${second.id}`)).items
      .map(({ number, state }): [number, string] => [number, state])
      .sort();
  expect(await states()).toEqual([
    [1, 'to-recall'],
    [2, 'to-recall'],
  ]);
  expect(await workOf(secretary, 'recall-copies')).toHaveLength(1);

  for (const { id } of paperCopies)
    await secretary.post(`/paper-copies/${id}/return`, { recalledOn: today(), condition: 'Còn nguyên' });

  expect(await states()).toEqual([
    [1, 'recalled'],
    [2, 'recalled'],
  ]);
  expect(await workOf(secretary, 'recall-copies')).toEqual([]);
  const { body } = await secretary.send<Buffer>('GET', '/paper-copies/register');
  const { value } = await mammoth.extractRawText({ buffer: body });
  expect(value.match(/Đã thu hồi/g)).toHaveLength(2);
});

it('DI-13, OF-06: a decision ends the document with its reason, and both communes are told', async () => {
  const { auditor, reader } = department.by;
  const decision = await library.decision([], {
    abstract: `Bãi bỏ ${third.code}`,
    withdrawals: [{ documentId: third.documentId, reason: REASON, successorId: delegated.documentId }],
  });
  expect(decision.lines).toMatchObject([
    { action: 'withdraw', reason: REASON, successor: { documentId: delegated.documentId } },
  ]);
  expect(await finds(reader, third)).toHaveLength(1);

  await library.register(decision);

  expect(await finds(reader, third)).toEqual([]);
  expect(await finds(reader, delegated)).toHaveLength(1);
  expect(await auditor.get(`/versions/${third.id}`)).toMatchObject({ state: 'withdrawn', endedOn: today() });
  expect(await refusalOf(reader.post(`/versions/${third.id}/copies`))).toBe('documents.version-not-found');
  for (const commune of communes) {
    expect((await waitingWork(commune.by.secretary, 'end-adopted')).title).toContain(third.code);
    // It is theirs by their own decision: they apply it until they decide.
    expect(await finds(commune.by.reader, third)).toHaveLength(1);
  }
});
