import { randomUUID } from 'node:crypto';

import { uuidV7 } from '@app/kernel';

import { aForm, type Library, refusalOf, Stage, type VersionView } from '../../support/staging';

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

async function countDocuments(code: unknown): Promise<number> {
  const { rows } = await stage.world.owner.query<{ n: number }>(
    'select count(*)::int as n from documents.document where agency_id = $1 and code = $2',
    [library.office.agency.id, code],
  );
  return rows[0]!.n;
}

describe('mã hiệu (DI-01)', () => {
  it('is refused a second time in its lĩnh vực, however it is written, and the next number is proposed', async () => {
    const first = await library.draft({ code: 'QT 07/KS-T1' });
    const { secretary } = library.office.by;

    const refusal = await refusalOf(library.draft({ code: 'qt07/ks-t1', series: 'HỘ TỊCH' }));
    const { problems } = await secretary.get<{ problems: { level: string; message: string }[] }>(
      `/documents/code-check?code=${encodeURIComponent(first.code)}&series=${encodeURIComponent('hộ tịch')}`,
    );

    expect(refusal).toBe('documents.code-taken');
    expect(problems).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringContaining('QT 08/KS-T1') as string }),
    ]);
  });

  it('is only warned of in another lĩnh vực', async () => {
    await library.draft({ code: 'QT 01/T2', series: 'Chứng thực' });

    const second = await library.draft({ code: 'QT 01/T2', series: 'Hộ tịch' });
    const { problems } = await library.office.by.secretary.get<{ problems: { level: string }[] }>(
      `/documents/code-check?code=${encodeURIComponent('QT 01/T2')}&series=${encodeURIComponent('Đất đai')}`,
    );

    expect(second.state).toBe('draft');
    expect(problems.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  it('is kept a second time by choice', async () => {
    await library.draft({ code: 'QT 01/T3' });

    const kept = await library.draft({ code: 'QT 01/T3', keepRepeatedCode: true });

    expect(kept.code).toBe('QT 01/T3');
  });

  it('is given once when two people ask at the same moment', async () => {
    const { secretary, author } = library.office.by;
    const uploads = await Promise.all([1, 2].map(() => library.readUpload(secretary)));

    const outcomes = await Promise.all(
      uploads.map((uploadId) =>
        secretary.send('POST', '/documents', { body: { ...aForm(author), code: 'QT 01/T4', uploadId } }),
      ),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(outcomes.find(({ status }) => status === 409)?.body.code).toBe('documents.code-taken');
  });
});

describe('a draft', () => {
  it('is the only one of its document (DI-05)', async () => {
    const first = await library.effective();
    await library.nextDraft(first);

    expect(await refusalOf(library.nextDraft(first, { issue: 3 }))).toBe('documents.draft-exists');
  });

  it('is the only one of its document when two are made at the same moment', async () => {
    const first = await library.effective();

    const outcomes = await Promise.all([2, 3].map((issue) => refusalOf(library.nextDraft(first, { issue }))));

    expect(outcomes.sort()).toEqual(['documents.draft-exists', 'granted']);
  });

  it('says what changed and how much, from the second version on (DI-06)', async () => {
    const first = await library.effective();

    expect(await refusalOf(library.nextDraft(first, { changeNote: null }))).toBe(
      'documents.change-note-missing',
    );
    expect(await refusalOf(library.nextDraft(first, { changeClass: null }))).toBe(
      'documents.change-note-missing',
    );
  });

  it('takes no pair of lần ban hành and lần sửa đổi twice', async () => {
    const first = await library.effective();

    expect(await refusalOf(library.nextDraft(first, { issue: 1, revision: 0 }))).toBe(
      'documents.version-number-taken',
    );
  });

  it('takes an upload once', async () => {
    const { secretary, author } = library.office.by;
    const uploadId = await library.readUpload(secretary);
    await secretary.post('/documents', { ...aForm(author), uploadId });

    expect(await refusalOf(secretary.post('/documents', { ...aForm(author), uploadId }))).toBe(
      'documents.upload-not-usable',
    );
  });

  it('names a drafter and a unit of its own agency only', async () => {
    const elsewhere = await stage.office();

    expect(await refusalOf(library.draft({ drafterId: elsewhere.by.author.id }))).toBe(
      'documents.person-not-in-agency',
    );
    expect(await refusalOf(library.draft({ owningUnitId: elsewhere.units[0] }))).toBe(
      'documents.unit-not-in-agency',
    );
  });

  it('is not sent while it has no pages to read (R1)', async () => {
    const version = await library.draft();
    await stage.world.owner.query(
      "update documents.version set rendition_state = 'failed', rendition_sha256 = null where id = $1",
      [version.id],
    );

    expect(await refusalOf(library.submit(version))).toBe('documents.rendition-not-ready');
  });

  it('belongs to those who made it and to the secretary', async () => {
    const version = await library.draft();
    const other = await library.office.hire(['reader', 'author']);

    expect(
      await refusalOf(other.patch(`/versions/${version.id}`, { title: 'Khác' }, version.rowVersion)),
    ).toBe('documents.not-their-draft');
    expect(
      await refusalOf(
        library.office.by.author.patch(`/versions/${version.id}`, { title: 'Khác' }, version.rowVersion),
      ),
    ).toBe('granted');
  });
});

describe('an edit', () => {
  it('is refused on top of one that was not read (If-Match), and the first one stands', async () => {
    const version = await library.draft();
    const { secretary } = library.office.by;
    const edit = (title: string) =>
      secretary.send<VersionView>('PATCH', `/versions/${version.id}`, {
        body: { title },
        headers: { 'if-match': `"${String(version.rowVersion)}"` },
      });

    const first = await edit('Bản thứ nhất');
    const second = await edit('Bản thứ hai');

    expect([first.status, second.status]).toEqual([200, 412]);
    expect(second.body).toMatchObject({ code: 'platform.stale' });
    expect(first.headers.get('etag')).toBe(`"${String(first.body.rowVersion)}"`);
    expect((await library.see(version)).title).toBe('Bản thứ nhất');
  });

  it('loses nothing when two are sent at once', async () => {
    const version = await library.draft();
    const { secretary } = library.office.by;

    const outcomes = await Promise.all(
      ['Một', 'Hai'].map((title) =>
        refusalOf(secretary.patch(`/versions/${version.id}`, { title }, version.rowVersion)),
      ),
    );

    expect(outcomes.sort()).toEqual(['granted', 'platform.stale']);
  });

  it('must name the version that was read', async () => {
    const version = await library.draft();

    const { status, body } = await library.office.by.secretary.send('PATCH', `/versions/${version.id}`, {
      body: { title: 'x' },
    });

    expect([status, body.code]).toEqual([428, 'platform.if-match-missing']);
  });
});

describe('an idempotency key', () => {
  const create = (body: Record<string, unknown>, key: string) =>
    library.office.by.secretary.send<VersionView>('POST', '/documents', {
      body,
      headers: { 'idempotency-key': key },
    });
  const aRequest = async (): Promise<Record<string, unknown>> => ({
    ...aForm(library.office.by.author),
    uploadId: await library.readUpload(library.office.by.secretary),
  });

  it('brings back the first result', async () => {
    const [body, key] = [await aRequest(), randomUUID()];

    const first = await create(body, key);
    const again = await create(body, key);

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect(await countDocuments(body['code'])).toBe(1);
  });

  it('stands for one request only', async () => {
    const [body, key] = [await aRequest(), randomUUID()];
    await create(body, key);

    const other = await create({ ...body, title: 'Tên khác' }, key);

    expect([other.status, other.body]).toEqual([
      422,
      expect.objectContaining({ code: 'platform.idempotency-key-reused' }),
    ]);
  });

  it('has one effect when it comes twice at once', async () => {
    const [body, key] = [await aRequest(), randomUUID()];

    const [first, second] = await Promise.all([create(body, key), create(body, key)]);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(await countDocuments(body['code'])).toBe(1);
  });

  it('is a person’s own', async () => {
    const [body, key] = [await aRequest(), randomUUID()];
    await create(body, key);
    const { author } = library.office.by;
    const uploadId = await library.readUpload(author);

    const other = await author.send('POST', '/documents', {
      body: { ...aForm(author), uploadId },
      headers: { 'idempotency-key': key },
    });

    expect(other.status).toBe(201);
  });

  it('is forgotten with a refusal, so that a mended request may use it', async () => {
    const [body, key] = [await aRequest(), randomUUID()];
    const refused = await create({ ...body, drafterId: uuidV7() }, key);

    const mended = await create(body, key);

    expect([refused.status, mended.status]).toEqual([422, 201]);
  });
});
