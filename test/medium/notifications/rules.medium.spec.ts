import { addDays, type Actor, Clock, type LocalDate, todayIn, uuidV7 } from '@app/kernel';

import { TellDue } from '../../../libs/notifications/src/application/tell-due';
import { RulesInForce } from '../../../libs/notifications/src/application/rules/rules-in-force';
import { SetRule } from '../../../libs/notifications/src/application/rules/set-rule';
import { DueReminders } from '../../../libs/notifications/src/persistence/due-reminders';
import { Reminders, type NewReminder } from '../../../libs/notifications/src/persistence/reminders';
import { EscalationsRepository } from '../../../libs/notifications/src/persistence/rules/escalations.repository';
import { RulesRepository } from '../../../libs/notifications/src/persistence/rules/rules.repository';
import { ownDatabase, type TestAgency, type TestDatabase, World } from '../../support';

type Person = Actor & { personId: string };

class TestClock extends Clock {
  at = new Date('2026-11-23T03:00:00Z');
  override now(): Date {
    return this.at;
  }
}

const KIND = 'legal-impact.revise';
const clock = new TestClock();
const rules = new RulesRepository();
const reminders = new Reminders(clock, rules);
const telling = new TellDue(new DueReminders(), new EscalationsRepository());
let database: TestDatabase;
let world: World;
let province: TestAgency;
let agency: TestAgency;
let unitId: string;
let person: Person;
let setting: SetRule;

beforeAll(async () => {
  database = await ownDatabase('rules');
  world = await World.open(database);
  setting = new SetRule(world.unitOfWork, rules);
});

beforeEach(async () => {
  clock.at = new Date('2026-11-23T03:00:00Z');
  province = await world.province();
  agency = await world.commune(province);
  unitId = await world.unit(agency);
  person = await world.person(agency, { unitId, name: 'Chuyên viên Một' });
});

afterAll(async () => {
  await world.close();
  await database.drop();
});

async function remind(changes: Partial<NewReminder> = {}): Promise<NewReminder> {
  const reminder: NewReminder = {
    ruleVersion: `${KIND}/1`,
    subjectType: 'assessment',
    subjectId: uuidV7(),
    recipients: [person.personId],
    dueOn: addDays(todayIn(clock.at), 10),
    title: 'Rà soát QT-01',
    link: '/assessments/1',
    ...changes,
  };
  await world.unitOfWork.write(person, null, (tx) => reminders.plan(tx, reminder));
  return reminder;
}

const setRule = (actor: Actor, stages: number[], basedOn = 0): Promise<void> =>
  setting.execute(actor, null, {
    kind: KIND,
    stages,
    repeatDays: 5,
    escalation: [{ afterDays: 2, to: 'head' }],
    basedOn,
    reason: 'Quy chế số 1',
  });

async function on(day: LocalDate): Promise<void> {
  clock.at = new Date(`${day}T03:00:00Z`);
  while ((await world.unitOfWork.write(person, null, (tx) => telling.execute(tx, day))) > 0);
}

async function rows<Row>(table: string, where = ''): Promise<Row[]> {
  const { rows } = await world.owner.query(
    `select * from notifications.${table} where agency_id = $1 ${where} order by id`,
    [agency.id],
  );
  return rows as Row[];
}

async function stagesOf(subjectId: string): Promise<number[]> {
  const found = await rows<{ stage: number; subject_id: string }>(
    'reminder',
    "and channel = 'mail' and state = 'planned'",
  );
  return found.filter((row) => row.subject_id === subjectId).map(({ stage }) => stage);
}

const leave = (who: Person, day: LocalDate): Promise<unknown> =>
  world.owner.query('update identity.membership set valid = daterange(null, $2) where person_id = $1', [
    who.personId,
    day,
  ]);

describe('R19: rules of reminders', () => {
  it('of the nearest level hold, and a running obligation keeps its own', async () => {
    const head = await world.person(province, { name: 'Tỉnh' });
    const running = await remind();
    await setRule(head, [5, 0]);
    const ofProvince = await remind();
    await setRule(person, [4, 2, 0]);
    const ofAgency = await remind();
    await remind({ ...running, dueOn: addDays(running.dueOn, 2) });

    expect(await stagesOf(ofProvince.subjectId)).toEqual([5, 0]);
    expect(await stagesOf(ofAgency.subjectId)).toEqual([4, 2, 0]);
    expect(await stagesOf(running.subjectId)).toEqual([7, 3, 1, 0]);
    const versions = (await rows<{ rule_version: string }>('obligation')).map((row) => row.rule_version);
    expect(new Set(versions)).toEqual(
      new Set([`${KIND}/1`, `${KIND}/${province.path}#1`, `${KIND}/${agency.path}#1`]),
    );
  });

  it('are versions: an edit on an old one is refused, giving back returns to the level above', async () => {
    await setRule(person, [9, 0]);
    await expect(setRule(person, [8, 0])).rejects.toMatchObject({ code: 'platform.stale' });
    await setRule(person, [8, 0], 1);
    await setting.giveBack(person, null, { kind: KIND, basedOn: 2, reason: 'Theo quy tắc chung' });

    const inForce = await world.unitOfWork.read(person, (tx) => new RulesInForce(rules).all(tx));

    expect(inForce.find(({ kind }) => kind === KIND)).toMatchObject({
      level: 'shipped',
      ownVersion: 3,
      isOwn: false,
      stages: [30, 14, 7, 3, 1, 0],
    });
  });

  it('of a province say nothing to another one', async () => {
    const stranger = await world.person(await world.province(), { name: 'Khác' });
    await setRule(stranger, [1, 0]);

    expect(await stagesOf((await remind()).subjectId)).toEqual([7, 3, 1, 0]);
  });

  it('repeat after the deadline by their own number of days', async () => {
    await setRule(person, [0]);
    const { dueOn, subjectId } = await remind();
    await on(addDays(dueOn, 1));

    expect(await stagesOf(subjectId)).toEqual([-5]);
  });
});

describe('R19: what is late climbs', () => {
  it('to the focal person, the head of the unit and the head, each once, and it is recorded', async () => {
    const focal = await world.person(agency, { roles: ['unit-focal'], unitId, name: 'Đầu mối' });
    const lead = await world.person(agency, { roles: ['reviewer'], unitId, name: 'Trưởng phòng' });
    const head = await world.person(agency, { roles: ['head'], name: 'Lãnh đạo' });
    await world.person(agency, { roles: ['reviewer'], unitId: await world.unit(agency), name: 'Phòng khác' });
    const { dueOn } = await remind();

    for (const days of [1, 1, 7, 14, 30]) await on(addDays(dueOn, days));

    const told = await rows<{ person_id: string; level: string; told_on: string }>('escalation');
    expect(told.map(({ person_id, level }) => [person_id, level])).toEqual([
      [focal.personId, 'unit-focal'],
      [lead.personId, 'unit-lead'],
      [head.personId, 'head'],
    ]);
    expect(await rows('notice', "and kind = 'escalation'")).toHaveLength(3);
    const { rows: journal } = await world.owner.query(
      "select 1 from journal.entry where agency_id = $1 and action = 'notifications.escalated'",
      [agency.id],
    );
    expect(journal).toHaveLength(3);
  });

  it('past an empty level to the next one', async () => {
    const head = await world.person(agency, { roles: ['head'], name: 'Lãnh đạo' });
    const { dueOn } = await remind();

    await on(addDays(dueOn, 1));

    expect(await rows('escalation')).toMatchObject([{ person_id: head.personId, level: 'unit-focal' }]);
  });

  it('never for what was done or moved', async () => {
    await world.person(agency, { roles: ['head'], name: 'Lãnh đạo' });
    const done = await remind();
    const moved = await remind();
    await world.unitOfWork.write(person, null, (tx) =>
      reminders.cancel(tx, { subjectType: 'assessment', subjectId: done.subjectId, reason: 'answered' }),
    );
    await remind({ ...moved, dueOn: addDays(moved.dueOn, 40) });

    await on(addDays(done.dueOn, 20));

    expect(await rows('escalation')).toHaveLength(0);
  });
});

describe('R4: a person who left', () => {
  it('hears nothing, and the successor in duty gets the next stage', async () => {
    const focal = await world.person(agency, { roles: ['unit-focal'], unitId, name: 'Đầu mối' });
    const { dueOn } = await remind();
    await leave(person, addDays(dueOn, -8));

    await on(addDays(dueOn, -7));

    const told = await rows<{ recipient_id: string; stage: number; state: string; channel: string }>(
      'reminder',
      "and channel = 'in-app'",
    );
    expect(told.filter(({ recipient_id }) => recipient_id === person.personId)).toMatchObject(
      [7, 3, 1, 0].map((stage) => ({ stage, state: 'cancelled' })),
    );
    const handed = told.filter(({ recipient_id }) => recipient_id === focal.personId);
    expect(handed.map(({ stage, state }) => `${String(stage)} ${state}`).sort()).toEqual([
      '0 planned',
      '1 planned',
      '3 planned',
      '7 sent',
    ]);
    await on(addDays(dueOn, -6));
    expect(await rows('notice', "and kind = 'reminder'")).toMatchObject([{ recipient_id: focal.personId }]);
  });

  it('leaves no reading to others', async () => {
    await world.person(agency, { roles: ['unit-focal', 'secretary'], unitId, name: 'Đầu mối' });
    const { dueOn } = await remind({ ruleVersion: 'documents.read/1', stages: [3, 0] });
    await leave(person, addDays(dueOn, -5));

    await on(addDays(dueOn, 10));

    expect(await rows('notice')).toHaveLength(0);
  });

  it('hands over to the one who came into the post before anybody else', async () => {
    await world.person(agency, { roles: ['unit-focal'], unitId, name: 'Đầu mối' });
    const { dueOn } = await remind();
    await leave(person, addDays(dueOn, -8));
    const heir = await world.person(agency, { unitId, name: 'Người thay' });
    await world.owner.query(
      'update identity.membership set valid = daterange($2, null) where person_id = $1',
      [heir.personId, addDays(dueOn, -8)],
    );

    await on(addDays(dueOn, -7));
    await on(addDays(dueOn, -6));

    expect(await rows('notice', "and kind = 'reminder'")).toMatchObject([{ recipient_id: heir.personId }]);
  });
});

it('R4: two deadlines of one subject leave each other alone', async () => {
  const other = await world.person(agency, { unitId });
  const first = await remind({ ruleVersion: 'documents.read/1', stages: [3, 0] });
  await remind({ ...first, recipients: [other.personId], dueOn: addDays(first.dueOn, 5) });

  expect(await rows('reminder', "and state = 'planned' and channel = 'mail'")).toHaveLength(4);
});
