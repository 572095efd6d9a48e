import {
  addDays,
  type Actor,
  Clock,
  daysBetween,
  isoWeekday,
  type LocalDate,
  localDate,
  uuidV7,
} from '@app/kernel';
import * as fc from 'fast-check';

import { TellDue } from '../../../libs/notifications/src/application/tell-due';
import { DueReminders } from '../../../libs/notifications/src/persistence/due-reminders';
import { Reminders } from '../../../libs/notifications/src/persistence/reminders';
import { EscalationsRepository } from '../../../libs/notifications/src/persistence/rules/escalations.repository';
import { RulesRepository } from '../../../libs/notifications/src/persistence/rules/rules.repository';
import { WorkingDays } from '../../../libs/notifications/src/persistence/working-days';
import { ownDatabase, type TestDatabase, testServers, World } from '../../support';
import { sized } from '../../support/size';

/** Obligations that live through the same weeks; each is one case. */
const CASES_OF_A_RUN = 250;
/** The rows are the same whatever queue and store stand beside them: the second profile tries a share. */
const SHARE = testServers().profile === 'server' ? 250 : 1000;
const RUNS = sized(SHARE, 10_000) / CASES_OF_A_RUN;
const DAYS = 45;
const STAGES = [30, 14, 7, 3, 1, 0];

interface Announced {
  /** Days after the first on which it is announced. */
  on: number;
  /** Which day it is about, counted from the first. */
  day: number;
  kind: 'holiday' | 'working';
}

interface Case {
  /** Days after the first on which it is due, closed, and moved. */
  due: number;
  closed: number | null;
  moved: { on: number; by: number } | null;
}

interface Weeks {
  first: LocalDate;
  announced: Announced[];
  cases: Case[];
}

/** Beginnings that bring Tết, the turn of the year, a 29 February and the swapped Saturdays into the weeks. */
const STARTS = [
  localDate(2026, 12, 14),
  localDate(2027, 1, 11),
  localDate(2028, 1, 17),
  localDate(2026, 8, 3),
];

const weeks: fc.Arbitrary<Weeks> = fc.record({
  first: fc.tuple(fc.constantFrom(...STARTS), fc.nat(6)).map(([start, days]) => addDays(start, days)),
  announced: fc.array(
    fc.record({
      on: fc.nat(DAYS - 1),
      day: fc.nat(DAYS - 1),
      kind: fc.constantFrom('holiday' as const, 'holiday' as const, 'working' as const),
    }),
    { maxLength: 25 },
  ),
  cases: fc.array(
    fc.record({
      due: fc.integer({ min: -20, max: DAYS }),
      closed: fc.option(fc.nat(DAYS - 1), { freq: 3 }),
      moved: fc.option(
        fc.record({ on: fc.integer({ min: 1, max: DAYS - 1 }), by: fc.integer({ min: -15, max: 30 }) }),
      ),
    }),
    { minLength: CASES_OF_A_RUN, maxLength: CASES_OF_A_RUN },
  ),
});

class TestClock extends Clock {
  at = new Date();
  override now(): Date {
    return this.at;
  }
}

/** What ought to happen, said as plainly as a person would: on which days somebody is told of a case. */
function told({ first, announced }: Weeks, { due, closed, moved }: Case): LocalDate[] {
  const days: LocalDate[] = [];
  let dueOn = addDays(first, due);
  let waiting = ahead(dueOn, first);
  for (let at = 0; at < DAYS; at += 1) {
    const today = addDays(first, at);
    if (closed === at) return days;
    if (moved?.on === at) {
      dueOn = addDays(dueOn, moved.by);
      waiting = moved.by === 0 ? waiting : ahead(dueOn, today);
    }
    if (
      !isWorked(
        today,
        announced.filter(({ on, day }) => on <= at && day === at),
      )
    )
      continue;
    const now = waiting.filter((stage) => addDays(dueOn, -stage) <= today);
    if (now.length === 0) continue;
    days.push(today);
    waiting = waiting.filter((stage) => !now.includes(stage));
    if (Math.min(...now) <= 0) waiting.push(-7 * (Math.floor(daysBetween(dueOn, today) / 7) + 1));
  }
  return days;
}

function ahead(dueOn: LocalDate, today: LocalDate): number[] {
  const stages = STAGES.filter((stage) => addDays(dueOn, -stage) > today);
  if (stages.length > 0) return stages;
  let stage = -7;
  while (addDays(dueOn, -stage) <= today) stage -= 7;
  return [stage];
}

function isWorked(today: LocalDate, said: readonly Announced[]): boolean {
  const last = said.toSorted((left, right) => left.on - right.on).at(-1);
  return last === undefined ? isoWeekday(today) < 6 : last.kind === 'working';
}

const clock = new TestClock();
const reminders = new Reminders(clock, new RulesRepository());
const telling = new TellDue(new DueReminders(), new EscalationsRepository());
const workingDays = new WorkingDays();
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await ownDatabase('calendar');
  world = await World.open(database);
});

afterAll(async () => {
  await world.close();
  await database.drop();
});

interface Live extends Case {
  subjectId: string;
  dueOn: LocalDate;
}

async function plan(person: Actor, lives: readonly Live[]): Promise<void> {
  await world.unitOfWork.write(person, null, async (tx) => {
    for (const { subjectId, dueOn } of lives)
      await reminders.plan(tx, {
        ruleVersion: 'spec.task/1',
        subjectType: 'assessment',
        subjectId,
        recipients: [person.personId ?? ''],
        dueOn,
        title: subjectId,
        link: '/',
        channels: ['in-app'],
      });
  });
}

/** One day of the product: what is announced, closed and moved that day, then the sweep. */
async function live(
  person: Actor & { agencyPath: string },
  { first, announced }: Weeks,
  lives: Live[],
  at: number,
): Promise<void> {
  const today = addDays(first, at);
  clock.at = new Date(`${today}T03:00:00Z`);
  for (const { day, kind } of announced.filter(({ on }) => on === at))
    await world.owner.query(
      `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       values ($1, $2, $3, $4, 'spec', 'spec')
       on conflict (steward_agency_id, day) do update set kind = excluded.kind`,
      [person.agencyId, person.agencyPath, addDays(first, day), kind],
    );
  const closing = lives.filter(({ closed }) => closed === at).map(({ subjectId }) => subjectId);
  await world.unitOfWork.write(person, null, async (tx) => {
    for (const subjectId of closing)
      await reminders.cancel(tx, { subjectType: 'assessment', subjectId, reason: 'answered' });
  });
  const moving = lives.filter(({ moved, closed }) => moved?.on === at && (closed === null || closed > at));
  for (const each of moving) each.dueOn = addDays(each.dueOn, each.moved?.by ?? 0);
  if (moving.length > 0) await plan(person, moving);
  if (!(await world.unitOfWork.read(person, (tx) => workingDays.isOne(tx, today)))) return;
  while ((await world.unitOfWork.write(person, null, (tx) => telling.execute(tx, today))) > 0);
}

async function noticesOf(person: Actor): Promise<Map<string, LocalDate[]>> {
  const { rows } = await world.owner.query<{ subjectId: string; day: LocalDate }>(
    `select n.subject_id as "subjectId",
            (r.due_on - case when n.title like 'Còn %' then substring(n.title from '\\d+')::integer
                             when n.title like 'Quá hạn %' then -substring(n.title from '\\d+')::integer
                             else 0 end)::text as day
       from notifications.notice n join notifications.reminder r on r.id::text = n.occasion
      where n.recipient_id = $1 and n.kind = 'reminder'`,
    [person.personId],
  );
  const days = new Map<string, LocalDate[]>();
  for (const { subjectId, day } of rows) days.set(subjectId, [...(days.get(subjectId) ?? []), day].sort());
  return days;
}

it(`B-20: ${String(RUNS * CASES_OF_A_RUN)} obligations are told on the days of the model, whatever the calendar does`, async () => {
  await fc.assert(
    fc.asyncProperty(weeks, async (lived) => {
      const agency = await world.commune(await world.province());
      const person = await world.person(agency);
      clock.at = new Date(`${lived.first}T03:00:00Z`);
      const lives = lived.cases.map((each) => ({
        ...each,
        subjectId: uuidV7(),
        dueOn: addDays(lived.first, each.due),
      }));
      await plan(person, lives);

      for (let at = 0; at < DAYS; at += 1) await live(person, lived, lives, at);

      const notices = await noticesOf(person);
      const found = lives.map(({ subjectId }) => notices.get(subjectId) ?? []);
      expect(found).toEqual(lived.cases.map((each) => told(lived, each)));
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 900_000);
