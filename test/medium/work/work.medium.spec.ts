import { type Actor, addDays, todayIn, uuidV7 } from '@app/kernel';
import { type OpenWork, WorkFacade } from '@app/work';

import { WorkItems } from '../../../libs/work/src/persistence/work-items';
import { type WorkItemRow, WorkItemsQuery } from '../../../libs/work/src/persistence/work-items.query';
import { type TestAgency, World } from '../../support';

const TODAY = todayIn(new Date());

let world: World;
let agency: TestAgency;
let ana: Actor & { personId: string };
let secretary: Actor & { personId: string };
const query = new WorkItemsQuery();
const work = new WorkFacade(new WorkItems(), query);

beforeAll(async () => {
  world = await World.open();
});

beforeEach(async () => {
  agency = await world.commune(await world.province());
  ana = await world.person(agency);
  secretary = await world.person(agency, { roles: ['secretary'] });
});

afterAll(() => world.close());

async function open(changes: Partial<OpenWork> = {}): Promise<OpenWork> {
  const item: OpenWork = {
    kind: 'revise',
    subjectType: 'assessment',
    subjectId: uuidV7(),
    assigneeIds: [ana.personId],
    followerIds: [secretary.personId],
    title: 'Sửa QT-01',
    link: '/assessments/1',
    ...changes,
  };
  await world.unitOfWork.write(ana, null, (tx) => work.open(tx, item));
  return item;
}

function list(
  actor: Actor,
  page: Partial<Parameters<WorkItemsQuery['list']>[1]> = {},
): Promise<WorkItemRow[]> {
  return world.unitOfWork.read(actor, (tx) =>
    query.list(tx, { group: null, after: null, limit: 50, ...page }),
  );
}

describe('work', () => {
  it('lies on the desk of who is to do it, and is seen by who follows', async () => {
    await open();

    expect(await list(ana)).toMatchObject([{ title: 'Sửa QT-01', following: false }]);
    expect(await list(secretary)).toMatchObject([{ title: 'Sửa QT-01', following: true }]);
    expect(await world.unitOfWork.read(ana, (tx) => work.countOpen(tx))).toEqual({ work: 1, overdue: 0 });
    expect(await world.unitOfWork.read(secretary, (tx) => work.countOpen(tx))).toEqual({
      work: 0,
      overdue: 0,
    });
  });

  it('opened twice is one item, brought up to date', async () => {
    const item = await open();
    await open({ ...item, title: 'Sửa QT-01 (gấp)' });

    expect(await list(ana)).toMatchObject([{ title: 'Sửa QT-01 (gấp)' }]);
  });

  it('opened at the same time by two is one item', async () => {
    const subjectId = uuidV7();

    await Promise.all([1, 2, 3].map(() => open({ subjectId })));

    expect(await list(ana)).toHaveLength(1);
  });

  it('is refused twice by its key', async () => {
    const { subjectId } = await open();

    await expect(
      world.owner.query(
        `insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link)
         select agency_id, kind, subject_type, subject_id, assignee_id, title, link from work.item where subject_id = $1`,
        [subjectId],
      ),
    ).rejects.toThrow('item_open_once');
  });

  it('can be opened again after it was closed', async () => {
    const item = await open();

    const closed = await world.unitOfWork.write(ana, null, (tx) =>
      work.close(tx, { ...item, reason: 'answered' }),
    );
    expect(closed).toBe(2);
    expect(await list(ana)).toEqual([]);

    await open(item);
    expect(await list(ana)).toHaveLength(1);
  });

  it('of one kind or one person can be closed alone', async () => {
    const item = await open();
    await open({ ...item, kind: 'review' });

    await world.unitOfWork.write(ana, null, (tx) =>
      work.close(tx, { ...item, kind: 'review', assigneeId: ana.personId, reason: 'done' }),
    );

    expect(await list(ana)).toMatchObject([{ kind: 'revise' }]);
    expect(await list(secretary)).toHaveLength(2);
  });

  it('is grouped by its deadline, the nearest first', async () => {
    await open({ dueOn: addDays(TODAY, 30), title: 'sau' });
    await open({ dueOn: addDays(TODAY, -1), title: 'quá hạn' });
    await open({ dueOn: TODAY, title: 'hôm nay' });
    await open({ title: 'không hạn' });

    expect((await list(ana)).map(({ title, group }) => [title, group])).toEqual([
      ['quá hạn', 'overdue'],
      ['hôm nay', 'this-week'],
      ['không hạn', 'this-week'],
      ['sau', 'later'],
    ]);
    expect(await list(ana, { group: 'later' })).toHaveLength(1);
    expect(await world.unitOfWork.read(ana, (tx) => work.countOpen(tx))).toEqual({ work: 4, overdue: 1 });
  });

  it('is paged without gap or repetition', async () => {
    for (let index = 0; index < 7; index += 1) await open({ dueOn: addDays(TODAY, index % 3) });

    const seen: string[] = [];
    let after: readonly [string, string] | null = null;
    for (;;) {
      const rows = await list(ana, { after, limit: 2 });
      seen.push(...rows.slice(0, 2).map(({ id }) => id));
      if (rows.length <= 2) break;
      after = [rows[1]!.sortOn, rows[1]!.id];
    }

    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('of one agency is not seen, closed or opened by another', async () => {
    const item = await open();
    const stranger = await world.person(await world.commune(await world.province()));
    const likeAna = { ...stranger, personId: ana.personId };

    expect(await list(likeAna)).toEqual([]);
    const closed = await world.unitOfWork.write(stranger, null, (tx) =>
      work.close(tx, { ...item, reason: 'x' }),
    );
    expect(closed).toBe(0);
    await expect(
      world.unitOfWork.write(stranger, null, (tx) =>
        tx.change(
          `insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link)
           values ($1, 'revise', 'x', $1, $1, 'x', '/')`,
          [agency.id],
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  describe('of somebody for whom another stands in today', () => {
    const standsIn = (scope: string[], days: string): Promise<unknown> =>
      world.owner.query(
        `insert into organization.delegation (agency_id, id, from_person_id, to_person_id, formula, scope, legal_basis,
           valid, from_person_name, to_person_name, entered_by_name)
         values ($1, $2, $3, $4, 'KT.', $5, 'Giấy ủy quyền số 7', $6::daterange, 'Người vắng', 'Người thay', 'Văn phòng')`,
        [agency.id, uuidV7(), ana.personId, secretary.personId, scope, days],
      );
    const count = (): Promise<unknown> => world.unitOfWork.read(secretary, (tx) => work.countOpen(tx));

    it('G12: lies on both desks, at the stations that the letter names alone', async () => {
      await open({ kind: 'approve', title: 'Phê duyệt QT-01', followerIds: [] });
      await open({ kind: 'review', title: 'Xem xét QT-02', followerIds: [] });
      await open({ kind: 'revise', title: 'Sửa QT-03', followerIds: [] });

      expect(await list(secretary)).toEqual([]);
      await standsIn(['approve'], `[${TODAY},]`);

      expect(await list(secretary)).toMatchObject([{ title: 'Phê duyệt QT-01', onBehalfOf: 'Người vắng' }]);
      expect(await count()).toEqual({ work: 1, overdue: 0 });
      expect((await list(ana)).map(({ onBehalfOf }) => onBehalfOf)).toEqual([null, null, null]);
    });

    it('G12: every station without a named one, no other work, and only on its days', async () => {
      await open({ kind: 'check-form', title: 'Kiểm tra QT-01', followerIds: [] });
      await open({ kind: 'read', title: 'Đọc QT-02', followerIds: [] });
      await standsIn([], `[${addDays(TODAY, 1)},]`);
      expect(await list(secretary)).toEqual([]);

      await standsIn([], `[${TODAY},]`);
      await standsIn(['form-check'], `[${TODAY},]`);

      expect(await list(secretary)).toMatchObject([{ title: 'Kiểm tra QT-01', onBehalfOf: 'Người vắng' }]);
    });
  });
});
