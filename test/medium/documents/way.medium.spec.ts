import {
  daysFromToday,
  type Library,
  type Officer,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  today,
  type VersionView,
} from '../../support/staging';

interface WayView {
  routes: { id: string; name: string; stages: { stage: number; kind: string; proposedIds: string[] }[] }[];
}
interface StepView {
  id: string;
  kind: string;
  stage: number;
  state: string;
  assigneeId: string;
  takenByName: string | null;
}
interface HeldLine {
  versionId: string;
  holderName: string;
  heldDays: number;
  isLate: boolean;
}

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

const STAGE = { who: 'chosen', inSequence: false, quorum: null, isOptional: false, days: 3 };

async function defined(stages: Record<string, unknown>[], kind = 'manual'): Promise<void> {
  await library.office.by.secretary.post('/routes', {
    name: `Tuyến ${kind}`,
    documentKinds: [kind],
    stages,
  });
}

async function wayOf(version: { id: string }): Promise<WayView> {
  return library.office.by.secretary.get(`/versions/${version.id}/way`);
}

async function stepsOf(version: { id: string }): Promise<StepView[]> {
  const seen = await library.see(version);
  return seen.route;
}

function signing(version: VersionView): Record<string, unknown> {
  return library.signing(version);
}

async function delegate(from: Officer, to: Officer, changes: Record<string, unknown> = {}): Promise<string> {
  const { head } = library.office.by;
  await head.post('/delegations', {
    fromPersonId: from.id,
    toPersonId: to.id,
    formula: 'KT.',
    scope: [],
    letter: 'Giấy ủy quyền số 05/GUQ-UBND',
    reason: 'absence',
    startsOn: today(),
    endsOn: daysFromToday(2),
    ...changes,
  });
  const { items } = await head.get<Page<{ id: string }>>('/delegations');
  return items[0]!.id;
}

describe('a route as data (R18, RI-18)', () => {
  it('is proposed by the kind of document, and by few people for a commune', async () => {
    const { routes } = await wayOf(await library.draft());

    expect(routes[0]?.id).toBe('commune');
    expect(routes[0]?.stages.map(({ kind }) => kind)).toEqual(['review', 'approve']);
  });

  it.each([
    ['no review', [{ ...STAGE, kind: 'approve', name: 'Phê duyệt' }]],
    [
      'no approval at its end',
      [
        { ...STAGE, kind: 'approve', name: 'Phê duyệt' },
        { ...STAGE, kind: 'review', name: 'Xem xét' },
      ],
    ],
  ])('with %s is refused (DI-03)', async (_, stages) => {
    expect(await refusalOf(defined(stages))).toBe('documents.route-invalid');
  });

  it('asks several at once, goes on with a quorum, and asks the others no more', async () => {
    const { secretary, reviewer, approver, head } = library.office.by;
    await defined([
      { ...STAGE, kind: 'review', name: 'Xem xét', quorum: 2 },
      { ...STAGE, kind: 'approve', name: 'Phê duyệt' },
    ]);
    const third = await library.office.hire(['reader', 'reviewer']);
    const draft = await library.draft({ kind: 'manual' });
    await secretary.post(`/versions/${draft.id}/submission`, {
      people: [
        { stage: 1, personIds: [reviewer.id, third.id, head.id] },
        { stage: 2, personIds: [approver.id] },
      ],
    });
    const version = await library.see(draft);
    await reviewer.post(`/versions/${draft.id}/review`, signing(version));
    const halfway = await stepsOf(draft);
    await third.post(`/versions/${draft.id}/review`, signing(version));
    const after = await stepsOf(draft);

    expect(halfway.filter(({ state }) => state === 'current')).toHaveLength(2);
    expect(after.map(({ state }) => state)).toEqual(['done', 'done', 'cancelled', 'current']);
  });

  it('keeps the copy it began with, whatever becomes of its definition', async () => {
    const { secretary, reviewer, approver } = library.office.by;
    await defined(
      [
        { ...STAGE, kind: 'review', name: 'Xem xét' },
        { ...STAGE, kind: 'iso-check', name: 'Kiểm tra ISO' },
        { ...STAGE, kind: 'approve', name: 'Phê duyệt' },
      ],
      'objectives',
    );
    const draft = await library.draft({ kind: 'objectives' });
    await secretary.post(`/versions/${draft.id}/submission`, {
      people: [
        { stage: 1, personIds: [reviewer.id] },
        { stage: 2, personIds: [secretary.id] },
        { stage: 3, personIds: [approver.id] },
      ],
    });
    const routes = await secretary.get<{ id: string; name: string; isShipped: boolean }[]>('/routes');
    const own = routes.find(({ name }) => name === 'Tuyến objectives');
    await secretary.post(`/routes/${own!.id}/retirement`, {});
    const version = await library.see(draft);
    await reviewer.post(`/versions/${draft.id}/review`, signing(version));

    const [, check] = await stepsOf(draft);
    expect(check).toMatchObject({ kind: 'iso-check', state: 'current' });
    await secretary.post(`/versions/${draft.id}/check`, {
      kind: 'iso-check',
      contentHash: version.rendition.sha256,
    });
    const checked = await library.see(draft);
    expect(checked.signatures.map(({ meaning }) => meaning)).toEqual(['reviewed']);
    await approver.post(`/versions/${draft.id}/approval`, signing(version));
    expect((await library.see(draft)).state).toBe('approved');
  });
});

describe('G12: acting authority', () => {
  it('lets the delegate sign on those days, with formula and letter on the signature', async () => {
    const version = await library.waitingForApproval();
    const deputy = await library.office.hire(['reader', 'approver']);
    const refused = await refusalOf(deputy.post(`/versions/${version.id}/approval`, signing(version)));
    const id = await delegate(library.office.by.approver, deputy);

    await deputy.post(`/versions/${version.id}/approval`, signing(version));

    const seen = await library.see(version);
    expect(refused).toBe('documents.not-their-turn');
    expect(seen.state).toBe('approved');
    expect(seen.signatures.at(-1)).toMatchObject({
      signerName: deputy.fullName,
      formula: 'KT.',
      onBehalfOfName: library.office.by.approver.fullName,
      delegationLetter: 'Giấy ủy quyền số 05/GUQ-UBND',
    });
    await library.office.by.head.post(`/delegations/${id}/end`, { reason: 'Đã về' });
  });

  it.each([
    ['after its last day', { startsOn: daysFromToday(-9), endsOn: daysFromToday(-1) }],
    ['before its first day', { startsOn: daysFromToday(3), endsOn: daysFromToday(9) }],
    ['for a station it does not cover', { scope: ['review'] }],
  ])('B-17: is refused %s', async (_, changes) => {
    const version = await library.waitingForApproval();
    const deputy = await library.office.hire(['reader', 'approver']);
    await delegate(library.office.by.approver, deputy, changes);

    expect(await refusalOf(deputy.post(`/versions/${version.id}/approval`, signing(version)))).toBe(
      'documents.not-their-turn',
    );
  });

  it('B-17: is refused once it was ended', async () => {
    const version = await library.waitingForApproval();
    const deputy = await library.office.hire(['reader', 'approver']);
    const id = await delegate(library.office.by.approver, deputy);
    await library.office.by.head.post(`/delegations/${id}/end`, { reason: 'Thu hồi' });

    expect(await refusalOf(deputy.post(`/versions/${version.id}/approval`, signing(version)))).toBe(
      'documents.not-their-turn',
    );
  });

  it('B-17: never lets the drafter approve, delegated or not (R3)', async () => {
    const drafter = await library.office.hire(['reader', 'author', 'approver']);
    const draft = await library.draft({ drafterId: drafter.id });
    const version = await library.review(await library.submit(draft));
    await delegate(library.office.by.approver, drafter);

    expect(await refusalOf(drafter.post(`/versions/${version.id}/approval`, signing(version)))).toBe(
      'documents.self-approval',
    );
  });

  it('B-17: refuses the drafter through a second account of the same person', async () => {
    const [first, second] = [
      await library.office.hire(['reader', 'author']),
      await library.office.hire(['reader', 'approver']),
    ];
    await stage.world.owner.query(
      `update identity.membership set email = 'mot.nguoi@example.vn' where person_id = any ($1::uuid[])`,
      [[first.id, second.id]],
    );
    const draft = await library.draft({ drafterId: first.id });

    expect(
      await refusalOf(
        library.office.by.secretary.post(`/versions/${draft.id}/submission`, {
          reviewerId: library.office.by.reviewer.id,
          approverId: second.id,
        }),
      ),
    ).toBe('documents.self-approval');
  });

  it.each([
    ['to oneself', () => ({ toPersonId: library.office.by.approver.id })],
    ['that ends before it begins', () => ({ endsOn: daysFromToday(-5) })],
    ['to somebody elsewhere', () => ({ toPersonId: '0190aaaa-0000-7000-8000-000000000000' })],
  ])('%s is no delegation', async (_, changes) => {
    const { approver, reviewer } = library.office.by;

    expect(await refusalOf(delegate(approver, reviewer, changes()))).toBe('identity.delegation-invalid');
  });
});

describe('what happens along the way (R18)', () => {
  it('another person is put at a station with a reason, and the old desk is cleared', async () => {
    const version = await library.submit(await library.draft());
    const other = await library.office.hire(['reader', 'reviewer']);
    const [step] = await stepsOf(version);
    await library.office.by.head.post(`/versions/${version.id}/steps/${step!.id}/assignee`, {
      personId: other.id,
      reason: 'Nghỉ thai sản',
    });

    const { items: old } = await library.office.by.reviewer.get<Page<{ link: string }>>('/work-items');
    const { items: fresh } = await other.get<Page<{ link: string }>>('/work-items');
    expect(old.some(({ link }) => link.includes(version.id))).toBe(false);
    expect(fresh.some(({ link }) => link.includes(version.id))).toBe(true);
    expect(await refusalOf(library.review(version))).toBe('documents.not-their-turn');
    await other.post(`/versions/${version.id}/review`, signing(version));
  });

  it('is taken back while nobody has signed, and not after', async () => {
    const fresh = await library.submit(await library.draft());
    const signed = await library.waitingForApproval();
    const recall = ({ id }: VersionView): Promise<unknown> =>
      library.office.by.secretary.post(`/versions/${id}/recall`, { reason: 'Nhầm tệp' });

    expect(await refusalOf(recall(fresh))).toBe('granted');
    expect((await library.see(fresh)).state).toBe('draft');
    expect(await refusalOf(recall(signed))).toBe('documents.already-signed');
  });

  it('comments stand on a page, are answered and resolved', async () => {
    const version = await library.submit(await library.draft());
    const { reviewer, secretary } = library.office.by;
    interface Comment {
      id: string;
      parentId: string | null;
      page: number | null;
      isCurrent: boolean;
      resolvedByName: string | null;
    }
    const [first] = await reviewer.post<Comment[]>(`/versions/${version.id}/comments`, {
      body: 'Thiếu bước thẩm tra',
      page: 1,
    });
    await secretary.post(`/versions/${version.id}/comments`, { body: 'Đã bổ sung', parentId: first!.id });
    const all = await reviewer.post<Comment[]>(
      `/versions/${version.id}/comments/${first!.id}/resolution`,
      {},
    );

    expect(all).toEqual([
      expect.objectContaining({ page: 1, isCurrent: true, resolvedByName: reviewer.fullName }),
      expect.objectContaining({ parentId: first!.id }),
    ]);
  });

  it('says who holds what for how many working days, the longest first', async () => {
    const version = await library.submit(await library.draft());
    await stage.world.owner.query(
      "update documents.route_step set since = now() - interval '30 days' where version_id = $1 and state = 'current'",
      [version.id],
    );

    const { items } = await library.office.by.secretary.get<Page<HeldLine>>('/held-steps');

    expect(items[0]).toMatchObject({
      versionId: version.id,
      holderName: library.office.by.reviewer.fullName,
      isLate: true,
    });
    expect(items[0]!.heldDays).toBeGreaterThan(14);
    expect(items[0]!.heldDays).toBeLessThan(30);
  });
});

it('B-17: a signature over another version than the one that was read is refused', async () => {
  const [one, two] = [await library.waitingForApproval(), await library.waitingForApproval()];

  expect(
    await refusalOf(
      library.office.by.approver.post(`/versions/${one.id}/approval`, {
        password: PASSWORD,
        contentHash: two.rendition.sha256!.replaceAll(/^./g, '0'),
      }),
    ),
  ).toBe('documents.signed-other-content');
});
