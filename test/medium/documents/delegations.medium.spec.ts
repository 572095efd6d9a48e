import { daysFromToday, type Library, type Officer, type Page, Stage, today } from '../../support/staging';

interface DelegationLine {
  id: string;
  toName: string;
  formula: string;
  isInForce: boolean;
  endReason: string | null;
}

interface WorkLine {
  kind: string;
  link: string;
  onBehalfOf: string | null;
}

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

async function delegate(from: Officer, to: Officer, changes: Record<string, unknown> = {}): Promise<void> {
  await library.office.by.head.post('/delegations', {
    fromPersonId: from.id,
    toPersonId: to.id,
    formula: 'TM.',
    scope: [],
    letter: 'Giấy ủy quyền số 05/GUQ-UBND ngày 20/11/2026',
    reason: 'absence',
    startsOn: today(),
    endsOn: daysFromToday(2),
    ...changes,
  });
}

async function listed(state = ''): Promise<DelegationLine[]> {
  const { items } = await library.office.by.head.get<Page<DelegationLine>>(`/delegations${state}`);
  return items;
}

describe('G12: the list of delegations', () => {
  it('is told apart by what is in force today, and says why one was ended', async () => {
    const { approver, head } = library.office.by;
    const [now, later, over] = [
      await library.office.hire(['reader', 'approver']),
      await library.office.hire(['reader', 'approver']),
      await library.office.hire(['reader', 'approver']),
    ];
    await delegate(approver, over);
    const [ended] = await listed();
    await head.post(`/delegations/${ended!.id}/end`, { reason: 'Đã về' });
    await delegate(approver, later, { startsOn: daysFromToday(1) });
    await delegate(approver, now);

    const [inForce, rest] = [await listed('?state=in-force'), await listed('?state=not-in-force')];

    expect(inForce.map(({ toName, formula }) => [toName, formula])).toEqual([[now.fullName, 'TM.']]);
    expect(rest.map(({ toName, endReason }) => [toName, endReason])).toEqual([
      [later.fullName, null],
      [over.fullName, 'Đã về'],
    ]);
  });
});

describe('DI-03, RI-08: delegated work in "Việc của tôi"', () => {
  const workOn = async (officer: Officer, { id }: { id: string }): Promise<WorkLine[]> => {
    const { items } = await officer.get<Page<WorkLine>>('/work-items');
    return items.filter(({ link }) => link.includes(id));
  };
  const counted = async (officer: Officer): Promise<number> =>
    (await officer.get<{ counters: { work: number } }>('/me')).counters.work;

  it('stands there while the delegation is in force, named and counted, and no longer', async () => {
    const { approver, head } = library.office.by;
    const version = await library.waitingForApproval();
    const deputy = await library.office.hire(['reader', 'approver']);
    const before = await workOn(deputy, version);
    await delegate(approver, deputy);
    const during = await workOn(deputy, version);
    const count = await counted(deputy);
    const [entered] = await listed('?state=in-force');
    await head.post(`/delegations/${entered!.id}/end`, { reason: 'Đã về' });

    expect(before).toEqual([]);
    expect(during).toEqual([expect.objectContaining({ kind: 'approve', onBehalfOf: approver.fullName })]);
    expect(count).toBeGreaterThan(0);
    expect(await workOn(deputy, version)).toEqual([]);
    expect(await counted(deputy)).toBe(0);
    expect(await workOn(approver, version)).toEqual([expect.objectContaining({ onBehalfOf: null })]);
  });

  it.each([
    ['before its first day', { startsOn: daysFromToday(1), endsOn: null }],
    ['after its last day', { startsOn: daysFromToday(-3), endsOn: daysFromToday(-1) }],
    ['for a station that the letter does not cover', { scope: ['review'] }],
  ])('does not stand there %s', async (_, changes) => {
    const version = await library.waitingForApproval();
    const deputy = await library.office.hire(['reader', 'approver']);
    await delegate(library.office.by.approver, deputy, changes);

    expect(await workOn(deputy, version)).toEqual([]);
  });

  it('is theirs to sign, and leaves both desks then', async () => {
    const { approver } = library.office.by;
    const version = await library.waitingForApproval();
    const deputy = await library.office.hire(['reader', 'approver']);
    await delegate(approver, deputy, { scope: ['approve'] });

    await deputy.post(`/versions/${version.id}/approval`, library.signing(version));

    expect([await workOn(deputy, version), await workOn(approver, version)]).toEqual([[], []]);
  });
});

describe('R18: a station that is handed over in a sequence', () => {
  const STAGE = { who: 'chosen', inSequence: false, quorum: null, isOptional: false, days: 3 };

  it('keeps its place in the order', async () => {
    const { secretary, reviewer, approver, head } = library.office.by;
    const [second, other] = [
      await library.office.hire(['reader', 'reviewer']),
      await library.office.hire(['reader', 'reviewer']),
    ];
    await secretary.post('/routes', {
      name: 'Lần lượt',
      documentKinds: ['manual'],
      stages: [
        { ...STAGE, kind: 'review', name: 'Xem xét', inSequence: true },
        { ...STAGE, kind: 'approve', name: 'Phê duyệt' },
      ],
    });
    const draft = await library.draft({ kind: 'manual' });
    await secretary.post(`/versions/${draft.id}/submission`, {
      people: [
        { stage: 1, personIds: [reviewer.id, second.id] },
        { stage: 2, personIds: [approver.id] },
      ],
    });
    const [first] = (await library.see(draft)).route;

    await head.post(`/versions/${draft.id}/steps/${first!.id}/assignee`, {
      personId: other.id,
      reason: 'Nghỉ ốm',
    });

    const { route } = await library.see(draft);
    expect(route.map(({ assigneeId, state }) => [assigneeId, state])).toEqual([
      [reviewer.id, 'cancelled'],
      [other.id, 'current'],
      [second.id, 'waiting'],
      [approver.id, 'waiting'],
    ]);
    await other.post(`/versions/${draft.id}/review`, library.signing(await library.see(draft)));
    const after = await library.see(draft);
    expect(after.route.find(({ state }) => state === 'current')?.assigneeId).toBe(second.id);
  });
});

describe('R18: who holds what', () => {
  interface HeldLine {
    stepId: string;
    versionId: string;
    holderName: string;
    heldDays: number;
    delegateName: string | null;
  }
  const held = async (query = ''): Promise<HeldLine[]> => {
    const { items } = await library.office.by.secretary.get<Page<HeldLine>>(`/held-steps${query}`);
    return items;
  };

  it('is narrowed to what is held longer than so many working days, with who stands in', async () => {
    const { reviewer } = library.office.by;
    const [fresh, old] = [
      await library.submit(await library.draft()),
      await library.submit(await library.draft()),
    ];
    await stage.world.owner.query(
      "update documents.route_step set since = now() - interval '30 days' where version_id = $1 and state = 'current'",
      [old.id],
    );
    const deputy = await library.office.hire(['reader', 'reviewer']);
    await delegate(reviewer, deputy, { scope: ['review'] });
    const lines = await held();
    const line = lines.find(({ versionId }) => versionId === old.id);
    const days = line!.heldDays;

    const [beyond, exactly] = [await held(`?over=${days - 1}`), await held(`?over=${days}`)];

    expect(lines.map(({ versionId }) => versionId)).toContain(fresh.id);
    expect(line).toMatchObject({ holderName: reviewer.fullName, delegateName: deputy.fullName });
    expect(beyond.map(({ versionId }) => versionId)).toEqual([old.id]);
    expect(exactly).toEqual([]);
  });

  it('RI-19: is taken away as .xlsx, narrowed likewise', async () => {
    const version = await library.submit(await library.draft());
    await stage.world.owner.query(
      "update documents.route_step set since = now() - interval '60 days' where version_id = $1 and state = 'current'",
      [version.id],
    );

    const answer = await library.office.by.secretary.send('GET', '/held-steps.xlsx?over=30');

    expect(answer.headers.get('x-row-count')).toBe('1');
  });
});
