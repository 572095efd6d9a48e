import {
  FollowReaders,
  ReadingEscalation,
} from '../../../../libs/documents/src/application/reading/follow-readers';
import { systemActor, uuidV7 } from '@app/kernel';

import {
  daysFromToday,
  Library,
  type Office,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  today,
  type VersionView,
} from '../../../support/staging';

interface Distribution {
  state: string;
  proposedFrom: string;
  duty: string | null;
  dueOn: string | null;
  rowVersion: number;
  lines: { kind: string; name: string; unitId: string | null }[];
  total: number;
  informed: number;
  units: { unitName: string | null; total: number; self: number; meeting: number; missing: string[] }[];
  actions: Record<string, { allowed: boolean; code: string | null }>;
}
interface Reader {
  personId: string;
  personName: string;
  state: string;
  duty: string;
  method: string | null;
  newcomer: boolean;
  closeReason: string | null;
}
interface Own {
  asked: boolean;
  state: string | null;
  duty: string | null;
  wording: string;
  method: string | null;
}
interface WorkLine {
  kind: string;
  title: string;
}

let stage: Stage;
let office: Office;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  office = await stage.office();
  library = new Library(stage.world, stage.api, office);
});
afterAll(() => stage.close());

const person = (officer: Officer): Record<string, unknown> => ({
  kind: 'person',
  personId: officer.id,
  name: officer.fullName,
});
const listOf = (version: { id: string }): Promise<Distribution> =>
  office.by.secretary.get(`/versions/${version.id}/distribution`);
const readersOf = async (version: { id: string }, state = ''): Promise<Reader[]> =>
  (await office.by.secretary.get<Page<Reader>>(`/versions/${version.id}/readers?limit=100${state}`)).items;
const ownOf = (officer: Officer, version: { id: string }): Promise<Own> =>
  officer.get(`/versions/${version.id}/reading`);
const readingWork = async (officer: Officer): Promise<WorkLine[]> =>
  (await officer.get<Page<WorkLine>>('/work-items?limit=100')).items.filter(({ kind }) => kind === 'read');
const confirm = (officer: Officer, ...versions: { id: string }[]): Promise<unknown> =>
  officer.post('/acknowledgements', { versionIds: versions.map(({ id }) => id) });

async function distribute(version: VersionView, lines: Record<string, unknown>[]): Promise<void> {
  const { rowVersion } = await listOf(version);
  const answer = await office.by.secretary.send('PUT', `/versions/${version.id}/distribution`, {
    body: { lines, dueDays: 5 },
    headers: { 'if-match': `"${String(rowVersion)}"` },
  });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
}

/** In force, with these people on its list. */
async function issuedTo(...readers: Officer[]): Promise<VersionView> {
  const version = await library.approved();
  await distribute(version, readers.map(person));
  await library.register(await library.decision([version]));
  return library.see(version);
}

/** What the daily sweep of the worker does for this agency. */
async function follow(): Promise<void> {
  const { id, path } = office.agency;
  await stage.world.unitOfWork.write(systemActor(id, uuidV7(), path), null, async (tx) => {
    await stage.api.app.get(FollowReaders, { strict: false }).execute(tx);
    await stage.api.app.get(ReadingEscalation, { strict: false }).execute(tx);
  });
}

async function nextIssued(of: VersionView, changes: Record<string, unknown> = {}): Promise<VersionView> {
  const next = await library.nextApproved(of, changes);
  await library.register(await library.decision([next]), { signedOn: today() });
  return library.see(next);
}

/** In force since yesterday, so that the next version can begin today. */
async function inForceSinceYesterday(...readers: Officer[]): Promise<VersionView> {
  const version = await library.approved();
  await distribute(version, readers.map(person));
  await library.register(await library.decision([version]), {
    signedOn: daysFromToday(-1),
    lateReason: 'Nhập muộn',
  });
  return library.see(version);
}

describe('DI-08 the distribution list of a version', () => {
  it('DI-08: is proposed from the owning unit and resolved to persons when the decision is registered', async () => {
    const version = await library.approved({ owningUnitId: office.units[1] });

    expect(await listOf(version)).toMatchObject({
      state: 'draft',
      proposedFrom: 'unit',
      lines: [{ kind: 'unit', unitId: office.units[1] }],
      total: 0,
    });

    await library.register(await library.decision([version]));

    const fixed = await listOf(version);
    expect(fixed).toMatchObject({ state: 'fixed', duty: 'acknowledge', informed: 0 });
    expect(fixed.total).toBe((await readersOf(version)).length);
    expect(fixed.total).toBeGreaterThan(10);
    expect(await readingWork(office.by.reader)).toHaveLength(1);
  });

  it('DI-08: holds units, positions, persons and outside parties, and stands once the version is issued', async () => {
    const version = await library.approved();
    await distribute(version, [
      { kind: 'position', positionTitle: 'Không ai giữ', name: 'Không ai giữ' },
      { kind: 'outside', name: 'Bưu điện xã' },
      person(office.by.reader),
    ]);
    await library.register(await library.decision([version]));

    expect((await readersOf(version)).map(({ personName }) => personName)).toEqual([
      office.by.reader.fullName,
    ]);
    const { actions, rowVersion } = await listOf(version);
    expect(actions['edit']).toMatchObject({ allowed: false, code: 'documents.distribution-fixed' });
    const again = await office.by.secretary.send('PUT', `/versions/${version.id}/distribution`, {
      body: { lines: [], dueDays: 5 },
      headers: { 'if-match': `"${String(rowVersion)}"` },
    });
    expect(again.body.code).toBe('documents.distribution-fixed');
  });

  it('DI-08: refuses a recipient of another agency', async () => {
    const other = await stage.office();
    const version = await library.approved();

    const answer = await office.by.secretary.send('PUT', `/versions/${version.id}/distribution`, {
      body: { lines: [person(other.by.reader)], dueDays: 5 },
      headers: { 'if-match': '"0"' },
    });

    expect(answer.body.code).toBe('documents.recipient-unknown');
  });

  it('DI-08: takes the list of the version before', async () => {
    const first = await inForceSinceYesterday(office.by.reader, office.by.author);
    const next = await library.nextApproved(first);

    expect(await listOf(next)).toMatchObject({ proposedFrom: 'previous', rowVersion: 0 });
    expect((await listOf(next)).lines).toHaveLength(2);
  });

  it('DI-08: gives it to whoever comes into a unit or position on the list', async () => {
    const version = await library.approved({ owningUnitId: office.units[1] });
    await library.register(await library.decision([version]));
    const newcomer = await office.hire(['reader'], 'Lê Thị Mới Đến');

    await follow();
    await follow();

    expect(await ownOf(newcomer, version)).toMatchObject({ asked: true, state: 'open' });
    expect(await readingWork(newcomer)).toHaveLength(1);
    expect((await readersOf(version)).filter((reader) => reader.newcomer)).toHaveLength(1);
  });

  it('OF-04: is released later for what came into force without reading', async () => {
    const version = await library.effective();
    expect((await listOf(version)).actions['release']).toMatchObject({
      code: 'documents.distribution-fixed',
    });
    await stage.world.owner.query('delete from documents.distribution where version_id = $1', [version.id]);
    expect((await listOf(version)).actions['release']).toMatchObject({
      code: 'documents.distribution-empty',
    });
    await distribute(version, [person(office.by.reader)]);

    await office.by.secretary.post(`/versions/${version.id}/distribution/release`, {});

    expect(await readingWork(office.by.reader)).toHaveLength(1);
  });
});

describe('DI-09 acknowledgement', () => {
  it('DI-09: keeps person, time, method and the words that were shown, and takes the work off the desk', async () => {
    const version = await issuedTo(office.by.reader, office.by.author);
    expect(await ownOf(office.by.reader, version)).toMatchObject({ state: 'open', method: null });

    await confirm(office.by.reader, version);

    expect(await ownOf(office.by.reader, version)).toMatchObject({
      state: 'done',
      method: 'self',
      wording: 'Tôi đã đọc và nắm nội dung tài liệu này.',
    });
    expect(await readingWork(office.by.reader)).toEqual([]);
    expect(await readingWork(office.by.author)).toHaveLength(1);
    expect(await listOf(version)).toMatchObject({
      total: 2,
      informed: 1,
      units: [{ total: 2, self: 1, meeting: 0, missing: [office.by.author.fullName] }],
    });
  });

  it('DI-09: cancels the reminders of the one who has read, not those of the others', async () => {
    const version = await issuedTo(office.by.reader, office.by.author);
    const planned = async (officer: Officer): Promise<number> => {
      const { rows } = await stage.world.owner.query(
        `select 1 from notifications.reminder where subject_id = $1 and recipient_id = $2 and state = 'planned'`,
        [version.id, officer.id],
      );
      return rows.length;
    };
    expect(await planned(office.by.reader)).toBeGreaterThan(0);

    await confirm(office.by.reader, version);

    expect(await planned(office.by.reader)).toBe(0);
    expect(await planned(office.by.author)).toBeGreaterThan(0);
  });

  it('DI-09: confirms several at once, all or none', async () => {
    const [first, second, foreign] = [
      await issuedTo(office.by.reader),
      await issuedTo(office.by.reader),
      await issuedTo(office.by.author),
    ];

    expect(await refusalOf(confirm(office.by.reader, first, foreign))).toBe('documents.not-a-reader');
    expect(await ownOf(office.by.reader, first)).toMatchObject({ state: 'open' });
    await confirm(office.by.reader, first, second);
    await confirm(office.by.reader, first, second);

    expect(await ownOf(office.by.reader, second)).toMatchObject({ state: 'done' });
  });

  it('R5: a confirmation outlives the version and its list', async () => {
    const first = await inForceSinceYesterday(office.by.reader);
    await confirm(office.by.reader, first);
    await nextIssued(first);

    expect(await readersOf(first)).toMatchObject([{ state: 'done', method: 'self' }]);
    expect((await listOf(first)).state).toBe('ended');
  });

  it('OF-01: a decision entered late gives the days for reading from its entry', async () => {
    const version = await inForceSinceYesterday(office.by.reader);

    expect((await listOf(version)).dueOn).toBe(daysFromToday(5));
  });

  it('DI-09: tells the secretary once a week who is late', async () => {
    const version = await issuedTo(office.by.reader);
    await stage.world.owner.query(`update documents.reader set due_on = '2026-01-05' where version_id = $1`, [
      version.id,
    ]);

    await follow();
    await follow();

    const { rows } = await stage.world.owner.query(
      `select recipient_id from notifications.notice where subject_id = $1 and kind = 'documents.reading-overdue'`,
      [version.id],
    );
    expect(rows).toEqual(expect.arrayContaining([{ recipient_id: office.by.secretary.id }]));
    expect(new Set(rows.map((row) => (row as { recipient_id: string }).recipient_id)).size).toBe(rows.length);
  });
});

describe('R4 what nobody need read any more', () => {
  it('R4: superseding cancels open reading and says so', async () => {
    const first = await inForceSinceYesterday(office.by.reader);
    const second = await nextIssued(first);

    expect(await refusalOf(confirm(office.by.reader, first))).toBe('documents.reading-ended');
    expect((await readingWork(office.by.reader)).map(({ title }) => title)).toEqual([
      `Đọc: ${second.code} – ${second.title}`,
    ]);
    const { items } = await office.by.reader.get<Page<{ title: string }>>('/notices?limit=50');
    expect(items.map(({ title }) => title)).toContain(`Không cần đọc nữa: ${first.code} – ${first.title}`);
  });

  it('R4: bãi bỏ cancels it too', async () => {
    const first = await inForceSinceYesterday(office.by.reader);
    await library.register(await library.decision([], { withdrawDocumentIds: [first.documentId] }));

    expect(await readersOf(first)).toMatchObject([
      { state: 'cancelled', closeReason: 'Tài liệu này đã bãi bỏ.' },
    ]);
    expect(await readingWork(office.by.reader)).toEqual([]);
  });

  it('R4: leaving the agency cancels it', async () => {
    const version = await issuedTo(office.by.reader, office.by.author);
    await stage.world.owner.query(
      `update identity.membership set valid = daterange('2020-01-01', app.today()) where person_id = $1`,
      [office.by.author.id],
    );

    await follow();

    expect(await listOf(version)).toMatchObject({ total: 1 });
    expect((await readersOf(version, '&state=cancelled')).map(({ personId }) => personId)).toEqual([
      office.by.author.id,
    ]);
  });

  it('R4: a version that ends on a coming day is read until then, and no longer', async () => {
    const first = await inForceSinceYesterday(office.by.reader);
    const next = await library.nextApproved(first);
    await library.register(await library.decision([next], { effectiveFrom: daysFromToday(3) }));
    expect(await readersOf(first)).toMatchObject([{ state: 'open' }]);
    await stage.world.owner.query(
      `update documents.version set validity = daterange(lower(validity), app.today()) where id = $1`,
      [first.id],
    );

    await follow();

    expect(await readersOf(first)).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('R7 the class of a change', () => {
  it.each([
    ['editorial', 0, []],
    ['minor', 0, ['Sửa đổi nhỏ']],
    ['major', 1, ['Đọc']],
  ])('R7: an %s change gives %s tasks', async (changeClass, tasks, told) => {
    const first = await inForceSinceYesterday(office.by.reader);
    await confirm(office.by.reader, first);
    const next = await nextIssued(first, { changeClass });

    expect(await readingWork(office.by.reader)).toHaveLength(tasks);
    const { items } = await office.by.reader.get<Page<{ title: string; link: string }>>('/notices?limit=50');
    const about = items.filter(({ link }) => link.includes(next.id));
    expect(about.map(({ title }) => title.split(':')[0])).toEqual(told);
  });

  it('R7: whoever still owes the version before owes this one, however small the change', async () => {
    const first = await inForceSinceYesterday(office.by.reader);
    await nextIssued(first, { changeClass: 'editorial' });

    expect(await readingWork(office.by.reader)).toHaveLength(1);
  });

  it('R7: a short test comes before the confirmation, its attempts are kept', async () => {
    const version = await library.approved();
    await distribute(version, [person(office.by.reader)]);
    const questions = [{ text: 'Hạn trả hồ sơ?', options: ['Trong ngày', 'Ba ngày'], answer: 1 }];
    const set = await office.by.secretary.send('PUT', `/versions/${version.id}/test`, {
      body: { questions, passMark: 100 },
      headers: { 'if-match': '"0"' },
    });
    expect(set.status).toBe(200);
    await library.register(await library.decision([version]));
    const { reader, secretary } = office.by;

    expect((await reader.send('GET', `/versions/${version.id}/test`)).text).not.toContain('answer');
    expect(await refusalOf(confirm(reader, version))).toBe('documents.test-first');
    const take = (option: number): Promise<{ passed: boolean }> =>
      reader.post(`/versions/${version.id}/test-attempts`, { answers: [{ option }] });
    expect(await take(0)).toEqual({ score: 0, passed: false });
    expect(await take(1)).toEqual({ score: 100, passed: true });
    await confirm(reader, version);

    expect(await ownOf(reader, version)).toMatchObject({ state: 'done' });
    const kept = await secretary.get<{ attempts: number; rowVersion: number }>(
      `/versions/${version.id}/test`,
    );
    expect(kept.attempts).toBe(2);
    const changed = await secretary.send('PUT', `/versions/${version.id}/test`, {
      body: { questions, passMark: 50 },
      headers: { 'if-match': `"${String(kept.rowVersion)}"` },
    });
    expect(changed.body.code).toBe('documents.test-taken');
  });
});
