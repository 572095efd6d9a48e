import { addDays, systemActor, todayIn, uuidV7 } from '@app/kernel';
import ICAL from 'ical.js';
import JSZip from 'jszip';

import { WorkItems } from '../../../libs/work/src/persistence/work-items';
import {
  type Office,
  type Officer,
  type Page,
  Caller,
  refusalOf,
  Stage,
  statementsOf,
} from '../../support/staging';

interface OverdueLine {
  id: string;
  title: string;
  unitName: string;
  daysLate: number;
  urgedOn: string | null;
  urgedCount: number;
}

const TODAY = todayIn(new Date());
const SUBJECT = 'assessment';

let stage: Stage;
let office: Office;
let person: Officer;

beforeAll(async () => {
  stage = await Stage.open();
});

beforeEach(async () => {
  office = await stage.office();
  person = await office.hire(['reader'], 'Người Chậm');
});

afterAll(() => stage.close());

async function lay(title: string, days: number, subjectId: string = uuidV7()): Promise<string> {
  const worker = systemActor(office.agency.id, 'spec', office.agency.path);
  await stage.world.unitOfWork.write(worker, null, (tx) =>
    new WorkItems().open(tx, {
      kind: 'revise',
      subjectType: SUBJECT,
      subjectId,
      assigneeIds: [person.id],
      followerIds: [office.by.secretary.id],
      title,
      link: `/assessments/${subjectId}`,
      dueOn: addDays(TODAY, days),
    }),
  );
  return subjectId;
}

async function wordsOf(docx: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(docx);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const overdue = (query = ''): Promise<Page<OverdueLine>> => office.by.secretary.get(`/overdue-work${query}`);

describe('OF-10: the overdue list', () => {
  it('shows each late piece of work once, the latest first, page by page', async () => {
    await lay('Chậm ba ngày', -3);
    await lay('Chậm mười ngày', -10);
    await lay('Chậm một ngày', -1);
    await lay('Còn hạn', 5);

    const first = await overdue('?limit=2');
    const second = await overdue(`?limit=2&after=${first.next ?? ''}`);

    expect([...first.items, ...second.items].map(({ title, daysLate }) => [title, daysLate])).toEqual([
      ['Chậm mười ngày', 10],
      ['Chậm ba ngày', 3],
      ['Chậm một ngày', 1],
    ]);
    expect(await office.by.head.get('/overdue-work/units')).toMatchObject([{ count: 3, latest: 10 }]);
  });

  it('is narrowed by unit and by words without accents', async () => {
    await lay('Rà soát Hộ tịch', -3);

    expect((await overdue(`?unitId=${office.units[0]}`)).items).toHaveLength(0);
    expect((await overdue(`?unitId=${office.units[1]}&q=ho tich`)).items).toHaveLength(1);
    expect((await overdue('?q=nguoi cham')).items).toHaveLength(1);
  });

  it('asks the database once, however long it is', async () => {
    for (let count = 0; count < 8; count += 1) await lay(`Việc ${String(count)}`, -3);

    const sent = await statementsOf(() => overdue());

    expect(sent.filter((statement) => statement.startsWith('select i.id'))).toHaveLength(1);
  });
});

describe('OF-10: the công văn đôn đốc', () => {
  it('is made by one click, with a blank number and an annex, and stands on each piece of work', async () => {
    const subjectId = await lay('Rà soát QT-07', -12);
    const made = await office.by.secretary.post<{ id: string; lines: number }>('/urgings', {});

    const answer = await office.by.secretary.send<Buffer>('GET', `/urgings/${made.id}/letter`);
    const words = await wordsOf(answer.body);

    expect(made.lines).toBe(1);
    expect(words).toMatch(/Số:\s+\//);
    expect(words).toContain('PHỤ LỤC');
    expect(words).toContain('Kính gửi: Phòng Văn hóa');
    for (const text of ['Rà soát QT-07', 'Người Chậm', '12']) expect(words).toContain(text);
    expect((await overdue()).items).toMatchObject([{ urgedOn: TODAY, urgedCount: 1 }]);
    const own = await person.get<Page<{ urgedOn: string }>>('/work-items');
    expect(own.items).toMatchObject([{ urgedOn: TODAY }]);
    const journal = await office.by.secretary.get<Page<{ action: string }>>(
      `/journal?subjectType=${SUBJECT}&subjectId=${subjectId}`,
    );
    expect(journal.items.map(({ action }) => action)).toContain('work.urged');
  });

  it('keeps what it said when the work is done later', async () => {
    const subjectId = await lay('Rà soát QT-08', -2);
    const { id } = await office.by.head.post<{ id: string }>('/urgings', {});
    const worker = systemActor(office.agency.id, 'spec', office.agency.path);
    await stage.world.unitOfWork.write(worker, null, (tx) =>
      new WorkItems().close(tx, { subjectType: SUBJECT, subjectId, reason: 'done' }),
    );

    const answer = await office.by.head.send<Buffer>('GET', `/urgings/${id}/letter`);

    expect(await wordsOf(answer.body)).toContain('Rà soát QT-08');
    expect(await office.by.head.get('/urgings')).toMatchObject({ items: [{ id, lineCount: 1 }] });
    expect(await refusalOf(office.by.head.post('/urgings', {}))).toBe('work.nothing-overdue');
  });

  it('names only what was chosen', async () => {
    await lay('Không chọn', -2);
    await lay('Được chọn', -5);
    const [chosen] = (await overdue()).items;

    const { lines } = await office.by.secretary.post<{ lines: number }>('/urgings', {
      itemIds: [chosen!.id],
    });

    expect(lines).toBe(1);
    expect((await overdue()).items.filter(({ urgedOn }) => urgedOn !== null)).toMatchObject([
      { title: 'Được chọn' },
    ]);
  });
});

it('OF-10: the weekly list of a phòng holds what is late and what falls due within the week', async () => {
  await lay('Trễ rồi', -4);
  await lay('Trong tuần này', 6);
  await lay('Tuần sau nữa', 7);

  const docx = await office.by.secretary.send<Buffer>('GET', `/weekly-work?unitId=${office.units[1]}`);
  const xlsx = await office.by.secretary.send<Buffer>('GET', '/weekly-work?format=xlsx');

  const words = await wordsOf(docx.body);
  expect(words).toContain('Trễ rồi');
  expect(words).toContain('Quá hạn 4 ngày');
  expect(words).toContain('Trong tuần này');
  expect(words).not.toContain('Tuần sau nữa');
  expect(xlsx.headers.get('x-row-count')).toBe('2');
});

it('OF-10: "Việc của tôi" counts its groups whole, and closed work stands in none', async () => {
  await lay('Trễ', -1);
  await lay('Tuần này', 2);
  const done = await lay('Sau này', 30);
  const worker = systemActor(office.agency.id, 'spec', office.agency.path);
  expect(await person.get('/work-items/groups')).toEqual({ overdue: 1, 'this-week': 1, later: 1 });

  await stage.world.unitOfWork.write(worker, null, (tx) =>
    new WorkItems().close(tx, { subjectType: SUBJECT, subjectId: done, reason: 'superseded' }),
  );

  expect(await person.get('/work-items/groups')).toEqual({ overdue: 1, 'this-week': 1, later: 0 });
});

describe('R19: the calendar of a person', () => {
  const open = async (): Promise<string> => {
    const { url } = await person.post<{ url: string }>('/me/calendar');
    return new URL(url).pathname.replace('/api/v1', '');
  };
  const nobody = (): Caller => new Caller(stage.api.base, null);

  it('is a calendar that programs read: titles, links, days, and nothing else', async () => {
    const title = `Rà soát, sửa đổi; QT-01 \\ ${'ộ'.repeat(60)}`;
    await lay(title, 3);
    const answer = await nobody().send('GET', await open());

    const calendar = new ICAL.Component(ICAL.parse(answer.text) as string);
    const [event] = calendar.getAllSubcomponents('vevent');

    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(event?.getFirstPropertyValue('summary')).toBe(title);
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe(addDays(TODAY, 3));
    expect(answer.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('answers 304 while nothing changed', async () => {
    await lay('Việc', 3);
    const path = await open();
    const etag = (await nobody().send('GET', path)).headers.get('etag') ?? '';

    expect((await nobody().send('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await lay('Việc nữa', 4);
    expect((await nobody().send('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('ends when it is taken back, renewed, or its person has left', async () => {
    const first = await open();
    const second = await open();
    expect((await nobody().send('GET', first)).status).toBe(404);
    expect((await nobody().send('GET', second)).status).toBe(200);

    await person.send('DELETE', '/me/calendar');
    expect((await nobody().send('GET', second)).status).toBe(404);

    const third = await open();
    await stage.world.owner.query(
      'update identity.membership set valid = daterange(null, app.today()) where person_id = $1',
      [person.id],
    );
    expect((await nobody().send('GET', third)).status).toBe(404);
    expect((await nobody().send('GET', `/calendars/${'0'.repeat(75)}.ics`)).status).toBe(404);
  });
});
