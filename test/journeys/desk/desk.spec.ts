import { addDays, systemActor, todayIn, uuidV7 } from '@app/kernel';

import { Notices } from '../../../libs/notifications/src/persistence/notices';
import { WorkItems } from '../../../libs/work/src/persistence/work-items';
import { type Office, type Officer, type Page, refusalOf, Stage } from '../../support/staging';

interface WorkLine {
  id: string;
  title: string;
  group: string;
  dueOn: string | null;
  openedAt: string;
  following: boolean;
}
interface NoticeLine {
  id: string;
  title: string;
  readAt: string | null;
}
interface Me {
  counters: { work: number; overdue: number; notices: number };
}

const TODAY = todayIn(new Date());

let stage: Stage;
let office: Office;
let person: Officer;

beforeAll(async () => {
  stage = await Stage.open();
  office = await stage.office();
});

beforeEach(async () => {
  person = await office.hire(['reader']);
});

afterAll(() => stage.close());

async function lay(title: string, dueOn: string | null): Promise<void> {
  const worker = systemActor(office.agency.id, 'spec', office.agency.path);
  await stage.world.unitOfWork.write(worker, null, async (tx) => {
    const subject = { subjectType: 'assessment', subjectId: uuidV7() };
    await new WorkItems().open(tx, {
      ...subject,
      kind: 'revise',
      assigneeIds: [person.id],
      title,
      link: '/x',
      dueOn,
    });
    await new Notices().add(tx, { ...subject, recipients: [person.id], kind: 'x', title, link: '/x' });
  });
}

async function everything<Item>(path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let next: string | null = ''; next !== null;) {
    const after: string = next === '' ? '' : `&after=${next}`;
    const page: Page<Item> = await person.get<Page<Item>>(`${path}?limit=2${after}`);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

it('shows the desk page by page, the nearest deadline first, and counts it', async () => {
  await lay('sau', addDays(TODAY, 20));
  await lay('trễ', addDays(TODAY, -3));
  await lay('tuần này', addDays(TODAY, 2));
  await lay('không hạn', null);

  const lines = await everything<WorkLine>('/work-items');

  expect(lines.map(({ title, group }) => [title, group])).toEqual([
    ['trễ', 'overdue'],
    ['tuần này', 'this-week'],
    ['không hạn', 'this-week'],
    ['sau', 'later'],
  ]);
  expect(lines[0]).toMatchObject({ dueOn: addDays(TODAY, -3), following: false });
  const later = await person.get<Page<WorkLine>>('/work-items?group=later');
  expect(later.items.map(({ title }) => title)).toEqual(['sau']);
  expect((await person.get<Me>('/me')).counters).toEqual({ work: 4, overdue: 1, notices: 4 });
});

it('shows notices newest first and marks some or all as read', async () => {
  for (const title of ['một', 'hai', 'ba']) await lay(title, null);

  const notices = await everything<NoticeLine>('/notices');
  expect(notices.map(({ title }) => title)).toEqual(['ba', 'hai', 'một']);

  await person.post('/notices/read', { ids: [notices[0]!.id] });
  expect((await person.get<Me>('/me')).counters.notices).toBe(2);
  await person.post('/notices/read', {});
  expect((await person.get<Me>('/me')).counters.notices).toBe(0);
});

it("reads nobody else's notices away", async () => {
  await lay('của tôi', null);
  const { items } = await person.get<Page<NoticeLine>>('/notices');
  const other = await office.hire(['reader']);

  await other.post('/notices/read', { ids: items.map(({ id }) => id) });

  expect((await person.get<Me>('/me')).counters.notices).toBe(1);
});

it.each(['bm90LWpzb24', 'WyJ4IiwieSJd', 'WzFd'])('refuses the forged cursor %s', async (cursor) => {
  const code = await refusalOf(person.get(`/work-items?after=${cursor}`));

  expect(['platform.invalid', 'platform.invalid-cursor']).toContain(code);
});
