import {
  aPaperDecision,
  ImportDesk,
  type ImportItemView,
  PASSWORD,
  refusalOf,
  Stage,
} from '../../../support/staging';

let stage: Stage;
let desk: ImportDesk;

beforeAll(async () => {
  stage = await Stage.open();
  desk = new ImportDesk(stage.world, stage.api, await stage.office());
});

afterAll(() => stage.close());

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

const accept = (
  batchId: string,
  itemIds: readonly string[],
  changes: Record<string, unknown> = {},
): Promise<{ accepted: number }> =>
  desk.office.by.secretary.post(`/imports/${batchId}/acceptance`, {
    itemIds,
    decision: aPaperDecision(),
    password: PASSWORD,
    ...changes,
  });

interface VersionSeen {
  state: string;
  effectiveOn: string;
  drafterName: string;
  signatures: unknown[];
  route: unknown[];
  decision: { id: string; number: string };
}

const version = ({ versionId }: ImportItemView): Promise<VersionSeen> =>
  desk.office.by.secretary.get(`/versions/${versionId ?? ''}`);

async function count(sql: string): Promise<number> {
  const { rows } = await stage.world.owner.query<{ count: number }>(sql, [desk.office.agency.id]);
  return rows[0]!.count;
}

describe('OF-04 papers in force by a decision that stands', () => {
  it('OF-04: all rows come into force at once, under one decision, signed by nobody here', async () => {
    const batch = await desk.open();
    for (let made = 0; made < 3; made += 1)
      await desk.read(batch, {
        signers: [
          { role: 'Soạn thảo', name: 'Trần Thị Bản Giấy', position: 'Công chức' },
          { role: 'Phê duyệt', name: 'Phạm Văn Giấy', position: 'Chủ tịch' },
        ],
      });

    const { accepted } = await accept(batch, ids(await desk.rows(batch)));

    const rows = await desk.rows(batch);
    const versions = await Promise.all(rows.map(version));
    expect(accepted).toBe(3);
    expect(rows.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(new Set(versions.map(({ decision }) => decision.id)).size).toBe(1);
    expect(versions[0]).toMatchObject({
      state: 'effective',
      effectiveOn: '2025-07-07',
      drafterName: 'Trần Thị Bản Giấy',
      signatures: [],
      route: [],
    });
  });

  it('R17: the version says that it was not signed here, and keeps the printed names as text', async () => {
    const batch = await desk.open();
    const signers = [{ role: 'Phê duyệt', name: 'Phạm Văn Giấy', position: 'Chủ tịch' }];
    const item = await desk.read(batch, { signers });
    await accept(batch, [item]);

    const { versionId } = await desk.row(batch, item);

    const { rows } = await stage.world.owner.query(
      'select imported_from_paper, printed_signers from documents.version where id = $1',
      [versionId],
    );
    expect(rows).toEqual([{ imported_from_paper: true, printed_signers: signers }]);
  });

  it('OF-04: each document has a journal row, and nobody gets a task or a notice', async () => {
    const batch = await desk.open();
    await desk.read(batch);
    await desk.read(batch);
    const tasks = 'select count(*)::int as count from work.item where agency_id = $1';
    const notices = 'select count(*)::int as count from notifications.notice where agency_id = $1';
    const before = [await count(tasks), await count(notices)];

    await accept(batch, ids(await desk.rows(batch)));

    const journal = await count(
      `select count(*)::int as count from journal.entry where agency_id = $1 and action = 'documents.version-imported'
         and detail::text like '%' || (select max(number) from documents.issuing_decision where agency_id = $1
           and entered_at = (select max(entered_at) from documents.issuing_decision where agency_id = $1)) || '%'`,
    );
    expect(journal).toBe(2);
    expect([await count(tasks), await count(notices)]).toEqual(before);
  });

  it('OF-04: one row that is not ready holds back all', async () => {
    const batch = await desk.open();
    await desk.read(batch);
    await desk.read(batch, { code: null });

    const refusal = await refusalOf(accept(batch, ids(await desk.rows(batch))));

    expect(refusal).toBe('documents.import-items-not-ready');
    expect((await desk.detail(batch)).counts).toMatchObject({ accepted: 0, clean: 1, blocked: 1 });
  });

  it('OF-04: a wrong password confirms nothing', async () => {
    const batch = await desk.open();
    const item = await desk.read(batch);

    const refusal = await refusalOf(accept(batch, [item], { password: 'sai' }));

    expect(refusal).toBe('identity.wrong-password');
    expect((await desk.row(batch, item)).status).toBe('clean');
  });

  it('OF-04: of two confirmations of the same row one counts', async () => {
    const batch = await desk.open();
    const item = await desk.read(batch);

    const outcomes = await Promise.all([1, 2].map(() => refusalOf(accept(batch, [item]))));

    expect(outcomes.sort()).toEqual(['documents.import-items-not-ready', 'granted']);
  });

  it('OF-04: rows taken later under the same number and day join the same decision', async () => {
    const batch = await desk.open();
    const [first, second] = [await desk.read(batch), await desk.read(batch)];
    const decision = aPaperDecision();
    await accept(batch, [first], { decision });

    await accept(batch, [second], { decision });

    const [one, two] = [
      await version(await desk.row(batch, first)),
      await version(await desk.row(batch, second)),
    ];
    expect(two.decision).toEqual(one.decision);
  });

  it('OF-02: a number that another decision bears is asked about', async () => {
    const batch = await desk.open();
    const [first, second] = [await desk.read(batch), await desk.read(batch)];
    const number = '77/QĐ-UBND';
    await accept(batch, [first], { decision: aPaperDecision({ number }) });
    const decision = aPaperDecision({ number, signedOn: '2025-08-01' });

    expect(await refusalOf(accept(batch, [second], { decision }))).toBe('documents.decision-number-repeated');

    expect(await refusalOf(accept(batch, [second], { decision, acceptRepeatedNumber: true }))).toBe(
      'granted',
    );
  });

  it('OF-04: what has no PDF may become a draft, not a version in force', async () => {
    const batch = await desk.open();
    const item = await desk.read(batch, { hasRendition: false });

    const refusal = await refusalOf(accept(batch, [item]));
    await desk.office.by.secretary.post(`/imports/${batch}/drafts`, { itemIds: [item] });

    expect(refusal).toBe('documents.import-items-not-ready');
    expect(await version(await desk.row(batch, item))).toMatchObject({ state: 'draft' });
  });
});

describe('R17 earlier versions', () => {
  const earlier = {
    documentId: null,
    number: '12/QĐ-UBND',
    signedOn: '2020-01-10',
    from: '2020-01-15',
    until: '2025-07-07',
  };

  async function withEarlier(
    changes: Record<string, unknown> = {},
  ): Promise<{ batch: string; now: string; old: string }> {
    const batch = await desk.open();
    const now = await desk.read(batch, { issue: 2 });
    const { fields } = await desk.row(batch, now);
    const old = await desk.read(batch, { ...fields, issue: 1 });
    const { rowVersion } = await desk.row(batch, old);
    await desk.office.by.secretary.patch(
      `/imports/${batch}/items/${old}`,
      { earlier: { ...earlier, itemId: now, ...changes } },
      rowVersion,
    );
    return { batch, now, old };
  }

  it('R17: an earlier version keeps its own decision and days, and is superseded', async () => {
    const { batch, now, old } = await withEarlier();

    await accept(batch, [old, now]);

    const [current, before] = [await desk.row(batch, now), await desk.row(batch, old)];
    expect(before.documentId).toBe(current.documentId);
    expect(await version(current)).toMatchObject({ state: 'effective' });
    expect(await version(before)).toMatchObject({
      state: 'superseded',
      effectiveOn: '2020-01-15',
      decision: { number: '12/QĐ-UBND' },
    });
  });

  it('DI-04: days that overlap the version in force are refused, and nothing is taken in', async () => {
    const { batch, now, old } = await withEarlier({ until: '2025-09-01' });

    const refusal = await refusalOf(accept(batch, [old, now]));

    expect(refusal).toBe('documents.effective-overlap');
    expect((await desk.row(batch, now)).status).toBe('clean');
  });

  it('DI-01: the same code alone attaches nothing', async () => {
    const batch = await desk.open();
    const now = await desk.read(batch, { issue: 2 });
    const { fields } = await desk.row(batch, now);
    await desk.read(batch, { ...fields, issue: 1 });

    expect((await desk.rows(batch)).map(({ status }) => status)).toEqual(['blocked', 'blocked']);
  });

  it('R17: an earlier version without its document is not taken in', async () => {
    const { batch, old } = await withEarlier();

    expect(await refusalOf(accept(batch, [old]))).toBe('documents.earlier-version-unknown');
  });
});
