import { addDays, type AgencyId, Clock, type LocalDate, systemActor, todayIn, uuidV7 } from '@app/kernel';
import {
  type NewNotice,
  type NewReminder,
  NotificationsFacade,
  NotificationsModule,
} from '@app/notifications';
import { IdentityModule } from '@app/identity';
import { OrganizationModule } from '@app/organization';
import { DatabaseModule } from '@app/platform/database';
import { MailPort, SmtpMail } from '@app/platform/mail';
import { RuntimeModule } from '@app/platform/runtime';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Actor } from '@app/kernel';

import { PlanMails } from '../../../libs/notifications/src/application/plan-mails';
import { ReleaseReminders } from '../../../libs/notifications/src/application/release-reminders';
import { SendMails } from '../../../libs/notifications/src/application/send-mails';
import { AgencySweep } from '../../../libs/notifications/src/application/agency-sweep';
import { NotificationsJobsModule } from '../../../libs/notifications/src/jobs';
import { DispatchPlan } from '../../../libs/notifications/src/persistence/dispatch-plan';
import { Dispatches } from '../../../libs/notifications/src/persistence/dispatches';
import { TellDue } from '../../../libs/notifications/src/application/tell-due';
import { RulesRepository } from '../../../libs/notifications/src/persistence/rules/rules.repository';
import { Reminders } from '../../../libs/notifications/src/persistence/reminders';
import { WorkingDays } from '../../../libs/notifications/src/persistence/working-days';
import { ownDatabase, SmtpSink, type TestAgency, type TestDatabase, World } from '../../support';

/** Monday 23 November 2026, 10:00 in Hà Nội. */
const MONDAY = new Date('2026-11-23T03:00:00Z');
const DAY_MS = 86_400_000;

class TestClock extends Clock {
  at = MONDAY;
  override now(): Date {
    return this.at;
  }
}

@Global()
@Module({ providers: [{ provide: MailPort, useFactory: () => mail }], exports: [MailPort] })
class MailOfSpec {}

const sink = new SmtpSink();
const clock = new TestClock();
let mail: MailPort;
let database: TestDatabase;
let world: World;
let agency: TestAgency;
let app: INestApplicationContext;
let facade: NotificationsFacade;
let release: ReleaseReminders;
let plan: PlanMails;
let person: Actor & { personId: string };

beforeAll(async () => {
  mail = new SmtpMail({ smtpUrl: await sink.listen(), from: 'ISO điện tử <iso@spec.example>' });
  database = await ownDatabase('notifications');
  world = await World.open(database);
  app = await NestFactory.createApplicationContext(
    {
      module: MailOfSpec,
      imports: [
        DatabaseModule.forRoot(
          { url: database.urls.worker, poolSize: 12, statementTimeoutMs: 10_000 },
          'spec-worker',
        ),
        RuntimeModule,
        IdentityModule.forRoot({}),
        OrganizationModule,
        NotificationsModule,
        NotificationsJobsModule.forRoot({ publicUrl: 'https://iso.example' }),
      ],
    },
    { logger: false },
  );
  const workingDays = app.get(WorkingDays);
  const sweep = app.get(AgencySweep);
  facade = app.get(NotificationsFacade);
  release = new ReleaseReminders(sweep, app.get(TellDue), workingDays, clock);
  plan = new PlanMails(sweep, app.get(DispatchPlan), workingDays, clock);
});

beforeEach(async () => {
  sink.mood = 'accept';
  clock.at = MONDAY;
  agency = await world.commune(await world.province());
  person = await world.person(agency);
});

afterAll(async () => {
  await app.close();
  await world.close();
  await database.drop();
  await sink.close();
});

const mailOf = (someone: Actor): string => `${String(someone.personId)}@spec.example`;

async function notify(changes: Partial<NewNotice> = {}): Promise<void> {
  const notice: NewNotice = {
    recipients: [person.personId],
    kind: 'legal-impact.revise',
    subjectType: 'assessment',
    subjectId: uuidV7(),
    title: 'Sửa QT-01',
    link: '/assessments/1',
    urgent: true,
    ...changes,
  };
  await world.unitOfWork.write(person, null, (tx) => facade.notify(tx, notice));
}

async function remind(changes: Partial<NewReminder> = {}): Promise<NewReminder> {
  const reminder: NewReminder = {
    ruleVersion: 'legal-impact.revise/1',
    subjectType: 'assessment',
    subjectId: uuidV7(),
    recipients: [person.personId],
    dueOn: addDays(todayIn(clock.at), 8),
    title: 'Sửa QT-01',
    link: '/assessments/1',
    ...changes,
  };
  const reminders = new Reminders(clock, app.get(RulesRepository));
  await world.unitOfWork.write(person, null, (tx) => reminders.plan(tx, reminder));
  return reminder;
}

/** Plans and sends until nothing is left to try. */
async function sendAll(): Promise<void> {
  await plan.urgent(0);
  await plan.digests();
  while ((await app.get(SendMails).execute()) > 0);
}

async function rows<Row>(table: string, recipientId: string = person.personId): Promise<Row[]> {
  const { rows } = await world.owner.query(
    `select * from notifications.${table} where recipient_id = $1 order by id`,
    [recipientId],
  );
  return rows as Row[];
}

async function skipPauses(): Promise<void> {
  await world.owner.query(
    `update notifications.dispatch set next_try_at = clock_timestamp() where agency_id = $1`,
    [agency.id],
  );
}

function nextDay(days = 1): LocalDate {
  clock.at = new Date(clock.at.getTime() + days * DAY_MS);
  return todayIn(clock.at);
}

describe('an urgent notice', () => {
  it('is one notice and one mail per person, however many documents it is about', async () => {
    const other = await world.person(agency);
    await notify({ recipients: [person.personId, other.personId] });
    await notify({ recipients: [person.personId], title: 'Sửa QT-02', link: '/assessments/2' });

    await sendAll();

    expect(await rows('notice')).toHaveLength(2);
    expect(sink.to(mailOf(person))).toHaveLength(1);
    expect(sink.to(mailOf(other))).toHaveLength(1);
    expect(sink.to(mailOf(person))[0]?.raw).toMatch(/assessments\/1[^]*assessments\/2/);
  });

  it('has the id of its dispatch as Message-ID', async () => {
    await notify();

    await sendAll();

    const [dispatch] = await rows<{ id: string; state: string }>('dispatch');
    expect(dispatch?.state).toBe('sent');
    expect(sink.to(mailOf(person))[0]?.messageId).toBe(`<${dispatch!.id}@spec.example>`);
  });

  it('is told once per occasion', async () => {
    const once = { occasion: 'change-1', subjectId: uuidV7() };
    await notify(once);
    await notify(once);

    await sendAll();

    expect(await rows('notice')).toHaveLength(1);
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  it('is not mailed to a person who left', async () => {
    await notify();
    await world.owner.query(
      `update identity.membership set valid = daterange(null, app.today() - 1) where person_id = $1`,
      [person.personId],
    );

    await sendAll();

    expect(sink.to(mailOf(person))).toHaveLength(0);
  });

  it('is not mailed about a subject that was closed meanwhile', async () => {
    const subjectId = uuidV7();
    await notify({ subjectId });
    await world.unitOfWork.write(person, null, (tx) =>
      facade.cancelFor(tx, 'assessment', subjectId, 'answered'),
    );

    await sendAll();

    expect(sink.to(mailOf(person))).toHaveLength(0);
  });

  it('that is planned already leaves nothing when its subject is closed', async () => {
    const subjectId = uuidV7();
    await notify({ subjectId });
    await plan.urgent(0);
    await world.unitOfWork.write(person, null, (tx) =>
      facade.cancelFor(tx, 'assessment', subjectId, 'answered'),
    );

    await sendAll();

    expect(sink.to(mailOf(person))).toHaveLength(0);
    expect(await rows('dispatch')).toMatchObject([{ state: 'cancelled' }]);
  });

  it('goes out once when several workers plan and send at the same time', async () => {
    await notify();

    await Promise.all([plan.urgent(0), plan.urgent(0), plan.urgent(0)]);
    await Promise.all([1, 2, 3, 4].map(() => app.get(SendMails).execute()));

    expect(sink.to(mailOf(person))).toHaveLength(1);
  });
});

describe('the digest', () => {
  it('is one mail per person, agency and day, at the hour of the person', async () => {
    await world.owner.query('update identity.membership set digest_hour = 9 where person_id = $1', [
      person.personId,
    ]);
    await world.owner.query('select 1');
    await notify({ urgent: false });
    await notify({ urgent: false, title: 'Việc khác', link: '/2' });
    await backdateLines('2026-11-23T01:00:00Z');
    clock.at = new Date('2026-11-23T01:30:00Z');
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(0);

    clock.at = new Date('2026-11-23T02:00:00Z');
    await sendAll();
    await notify({ urgent: false, title: 'Sau giờ', link: '/3' });
    await backdateLines('2026-11-23T05:00:00Z');
    await sendAll();

    expect(sink.to(mailOf(person))).toHaveLength(1);
    nextDay();
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(2);
  });

  it('waits over a weekend and a holiday', async () => {
    await notify({ urgent: false });
    await backdateLines('2026-11-20T12:00:00Z');
    await world.owner.query(
      `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       values ($1, $2, '2026-11-23', 'holiday', 'Nghỉ bù', 'spec')`,
      [agency.id, agency.path],
    );

    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      clock.at = new Date(`${day}T08:00:00Z`);
      await sendAll();
    }
    expect(sink.to(mailOf(person))).toHaveLength(0);

    clock.at = new Date('2026-11-24T08:00:00Z');
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  async function backdateLines(to: string): Promise<void> {
    await world.owner.query(
      `update notifications.dispatch_line set created_at = $2 where recipient_id = $1 and state = 'waiting'`,
      [person.personId, to],
    );
  }
});

describe('R19: what an agency and a person have chosen', () => {
  const policy = (urgentKinds: string[], hours = [6, 17]): Promise<unknown> =>
    world.owner.query(
      `insert into notifications.policy (steward_agency_id, audience, urgent_kinds, earliest_hour, latest_hour, may_mute,
         may_quiet, set_by, version) values ($1, $2, $3, $4, $5, true, true, 'spec', 1)`,
      [agency.id, agency.path, urgentKinds, hours[0], hours[1]],
    );
  const prefer = (columns: string, values: string): Promise<unknown> =>
    world.owner.query(
      `insert into notifications.preference (agency_id, person_id, ${columns}) values ($1, $2, ${values})`,
      [agency.id, person.personId],
    );
  const lines = (): Promise<{ urgent: boolean; duty: boolean }[]> => rows('dispatch_line');

  it('decides which kinds leave at once, save those that no list may slow down', async () => {
    await policy(['documents.returned']);
    await notify({ kind: 'legal-change' });
    await notify({ kind: 'documents.returned', urgent: false });
    await notify({ kind: 'identity.account-locked' });

    expect((await lines()).map(({ urgent }) => urgent)).toEqual([false, true, true]);
  });

  it('keeps mails of mere information away, never a duty', async () => {
    await prefer('mutes_information', 'true');
    await notify({ kind: 'documents.issued', urgent: false });
    await notify({ kind: 'documents.returned', urgent: false });

    expect(await rows('notice')).toHaveLength(2);
    expect(await lines()).toMatchObject([{ duty: true }]);
  });

  it('holds urgent mails through quiet hours and lets them go afterwards', async () => {
    await prefer('quiet_from, quiet_until', '22, 6');
    await notify();
    clock.at = new Date('2026-11-23T16:00:00Z');
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(0);

    clock.at = new Date('2026-11-23T23:30:00Z');
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  it('moves the hour of the digest, within what the agency allows', async () => {
    await policy([], [10, 17]);
    await prefer('digest_hour', '8');
    await notify({ urgent: false });
    await world.owner.query(
      "update notifications.dispatch_line set created_at = '2026-11-23T00:00:00Z' where recipient_id = $1",
      [person.personId],
    );
    clock.at = new Date('2026-11-23T02:30:00Z');
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(0);

    clock.at = new Date('2026-11-23T03:30:00Z');
    await sendAll();
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  it('lets only mails of information be unsubscribed from', async () => {
    await notify({ kind: 'documents.returned' });
    await sendAll();
    await notify({ kind: 'documents.issued' });
    await sendAll();

    const heads = sink.to(mailOf(person)).map(({ raw }) => /^List-Unsubscribe: .*$/im.test(raw));
    expect(heads).toEqual([false, true]);
  });
});

describe('a mail', () => {
  it('whose answer was lost after the text is uncertain and tried once more with the same Message-ID', async () => {
    sink.mood = 'lose-after-data';
    await notify();
    await sendAll();
    expect(await rows('dispatch')).toMatchObject([{ state: 'uncertain', unsure_tries: 1 }]);

    for (let again = 0; again < 3; again += 1) {
      await skipPauses();
      await sendAll();
    }

    const caught = sink.to(mailOf(person));
    expect(caught).toHaveLength(2);
    expect(new Set(caught.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await rows('dispatch')).toMatchObject([{ state: 'uncertain', unsure_tries: 2 }]);
  });

  it('whose sender died is uncertain and tried once more', async () => {
    await notify();
    await plan.urgent(0);
    await app.get(Dispatches).claim(1, 0);

    await skipPauses();
    await sendAll();

    expect(await rows('dispatch')).toMatchObject([{ state: 'sent', unsure_tries: 1 }]);
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  it.each(['refuse-for-now', 'lose-before-data'] as const)('is tried again after "%s"', async (mood) => {
    sink.mood = mood;
    await notify();
    await sendAll();
    expect(await rows('dispatch')).toMatchObject([{ state: 'planned', attempts: 1, unsure_tries: 0 }]);

    sink.mood = 'accept';
    await skipPauses();
    await sendAll();

    expect(await rows('dispatch')).toMatchObject([{ state: 'sent' }]);
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  it('that the server will never take fails visibly', async () => {
    sink.mood = 'refuse-for-good';
    await notify();

    await sendAll();

    expect(await rows('dispatch')).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });
});

describe('reminders', () => {
  const stagesOf = async (): Promise<string[]> =>
    (await rows<{ stage: number; channel: string; state: string }>('reminder'))
      .filter(({ channel }) => channel === 'mail')
      .map(({ stage, state }) => `${String(stage)} ${state}`)
      .sort();

  it('are planned once for each stage, however often they are asked for', async () => {
    const first = await remind();
    await remind({ ...first });

    expect(await stagesOf()).toEqual(['0 planned', '1 planned', '3 planned', '7 planned']);
    expect(await rows('reminder')).toHaveLength(8);
  });

  it('are refused twice by their key', async () => {
    await remind({ stages: [3], channels: ['mail'] });

    await expect(
      world.owner.query(
        `insert into notifications.reminder (agency_id, rule_version, subject_type, subject_id, stage, due_on,
           recipient_id, channel, title, link, obligation_id)
         select agency_id, rule_version, subject_type, subject_id, stage, due_on, recipient_id, channel, title, link,
                obligation_id
           from notifications.reminder where recipient_id = $1`,
        [person.personId],
      ),
    ).rejects.toThrow('reminder_once');
  });

  it('are released on their day, once, by any number of workers', async () => {
    await remind({ stages: [7] });
    nextDay();

    await Promise.all([release.execute(), release.execute(), release.execute()]);
    await release.execute();

    expect(await rows('notice')).toMatchObject([{ title: 'Còn 7 ngày: Sửa QT-01' }]);
    expect(await rows('dispatch_line')).toHaveLength(1);
    expect(await stagesOf()).toEqual(['7 due']);
  });

  it('are sent when their mail is sent', async () => {
    await remind({ stages: [7], channels: ['mail'] });
    nextDay();
    await release.execute();
    nextDay();
    clock.at = new Date(Math.max(clock.at.getTime(), Date.now() + DAY_MS));
    while (!(await isWorking(todayIn(clock.at)))) nextDay();

    await sendAll();

    expect(await stagesOf()).toEqual(['7 sent']);
    expect(sink.to(mailOf(person))).toHaveLength(1);
  });

  it('go on weekly after the deadline, whatever days were missed', async () => {
    await remind({ stages: [0], channels: ['mail'] });

    nextDay(8 + 10);
    await release.execute();
    expect(await stagesOf()).toEqual(['-14 planned', '0 due']);

    nextDay(6);
    await release.execute();
    expect(await stagesOf()).toEqual(['-14 due', '-21 planned', '0 due']);
  });

  it('wait over the weekend', async () => {
    await remind({ dueOn: addDays(todayIn(MONDAY), 5), stages: [0] });

    clock.at = new Date('2026-11-28T03:00:00Z');
    await release.execute();
    expect(await rows('notice')).toHaveLength(0);

    clock.at = new Date('2026-11-30T03:00:00Z');
    await release.execute();
    expect(await rows('notice')).toMatchObject([{ title: 'Quá hạn 2 ngày: Sửa QT-01' }]);
  });

  it('end with their subject', async () => {
    const { subjectId } = await remind();

    await world.unitOfWork.write(person, null, (tx) =>
      facade.cancelFor(tx, 'assessment', subjectId, 'answered'),
    );
    nextDay();
    await release.execute();

    expect(new Set((await rows<{ state: string }>('reminder')).map(({ state }) => state))).toEqual(
      new Set(['cancelled']),
    );
    expect(await rows('notice')).toHaveLength(0);
  });

  it('move with the deadline, there and back', async () => {
    const first = await remind({ stages: [7] });
    const later = addDays(first.dueOn, 5);

    await remind({ ...first, dueOn: later });
    await remind({ ...first });

    const planned = (await rows<{ state: string; due_on: string; channel: string }>('reminder')).filter(
      ({ state, channel }) => state === 'planned' && channel === 'mail',
    );
    expect(planned.map(({ due_on }) => due_on)).toEqual([first.dueOn]);
  });

  it('are not sent to a person who left', async () => {
    await remind({ stages: [7] });
    await world.owner.query(
      `update identity.membership set valid = daterange(null, '2026-11-23') where person_id = $1`,
      [person.personId],
    );
    nextDay();

    await release.execute();

    expect(await rows('notice')).toHaveLength(0);
    expect(await stagesOf()).toEqual(['7 cancelled']);
  });

  it('of one agency are not seen by another', async () => {
    await remind();
    const stranger = systemActor(uuidV7() as AgencyId, 'x');

    const seen = await world.unitOfWork.read(stranger, (tx) =>
      tx.query('select 1 from notifications.reminder'),
    );

    expect(seen).toEqual([]);
  });

  async function isWorking(day: LocalDate): Promise<boolean> {
    return world.unitOfWork.read(person, (tx) => app.get(WorkingDays).isOne(tx, day));
  }
});
