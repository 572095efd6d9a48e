import { daysFromToday, type Library, type Officer, type Page, Stage, today } from '../../support/staging';

interface DelegationLine {
  id: string;
  toName: string;
  formula: string;
  isInForce: boolean;
  endReason: string | null;
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
