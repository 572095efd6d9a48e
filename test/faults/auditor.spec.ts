import { randomUUID } from 'node:crypto';

import { uuidV7 } from '@app/kernel';

import { ownDatabase, type TestAgency, type TestDatabase, World } from '../support';
import { audit } from './auditor/audit.mts';
import { type Evidence } from './auditor/evidence.mts';

/** The auditor of the fault tests: silent over a sound database, and each planted violation is found. */
const SUBJECT = uuidV7();
const MAIL = uuidV7();
const VERSION = uuidV7();

let database: TestDatabase;
let world: World;
let agency: TestAgency;
let recipient: string;

beforeAll(async () => {
  database = await ownDatabase('auditor');
  world = await World.open(database);
  agency = await world.commune(await world.province());
  const person = await world.person(agency);
  recipient = person.personId;
  for (const subjectId of [randomUUID(), randomUUID(), randomUUID()]) {
    await world.unitOfWork.write(person, null, (tx) => {
      tx.record({ action: 'spec.done', subjectType: 'thing', subjectId, new: { name: 'Ước mơ' } });
      tx.announce('documents.version-drafted.v1', { versionId: VERSION });
      return Promise.resolve();
    });
  }
  await plantSoundRows();
});

afterAll(async () => {
  await world.close();
  await database.drop();
});

/** One task with its reminders, one mail that arrived, one effect of a message. */
async function plantSoundRows(): Promise<void> {
  const values = [agency.id, SUBJECT, recipient];
  await world.owner.query(
    `insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link, due_on)
     values ($1, 'revise', 'assessment', $2, $3, 'Rà soát', '/assessments/1', app.today() + 10)`,
    values,
  );
  await world.owner.query(
    `with obligation as (
       insert into notifications.obligation (agency_id, kind, subject_type, subject_id, due_on, title, link, rule_version,
         stages)
       values ($1, 'revise', 'assessment', $2, app.today() + 10, 'Rà soát', '/assessments/1', 'spec/1', '{7,3,1,0}')
       returning *)
     insert into notifications.reminder (agency_id, obligation_id, rule_version, subject_type, subject_id, stage, due_on,
       recipient_id, channel, title, link)
     select o.agency_id, o.id, o.rule_version, o.subject_type, o.subject_id, stage, o.due_on, $3, channel, o.title, o.link
       from obligation o, unnest(o.stages) as stage, unnest(array['in-app', 'mail']) as channel`,
    values,
  );
  await world.owner.query(
    `insert into notifications.dispatch (agency_id, id, recipient_id, day, kind, state, sent_at)
     values ($1, $2, $3, app.today(), 'urgent', 'sent', clock_timestamp())`,
    [agency.id, MAIL, recipient],
  );
  await world.owner.query(
    `insert into platform.idempotency (agency_id, person_id, key, request) values ($1, $2, 'effect', 'effect')`,
    [agency.id, VERSION],
  );
  await world.owner.query("update platform.outbox_message set state = 'settled'");
}

function evidence(changes: Partial<Evidence> = {}): Evidence {
  const one = { key: 'k', agencyId: agency.id, effect: 'message', mark: VERSION, answer: 'ok' } as const;
  return {
    ledger: [one, { ...one, answer: 'unknown' }],
    mails: [{ to: `${recipient}@spec.example`, messageId: `<${MAIL}@localhost>` }],
    quiet: true,
    ...changes,
  };
}

/** Violations after the given statements, which leave no trace. */
async function foundAfter(statements: string, given = evidence()): Promise<string[]> {
  await world.owner.query('begin');
  try {
    await world.owner.query(statements);
    return (await audit(world.owner, given)).map(({ invariant, detail }) => `${invariant} ${detail}`);
  } finally {
    await world.owner.query('rollback');
  }
}

it('finds nothing where all is well', async () => {
  expect(await audit(world.owner, evidence())).toEqual([]);
});

const REMINDER =
  'agency_id, obligation_id, rule_version, subject_type, subject_id, due_on, recipient_id, channel, title, link';

const PLANTED: readonly (readonly [invariant: string, statements: string, words: RegExp])[] = [
  ['I-01', 'delete from platform.idempotency', /acknowledged and is not there/],
  [
    'I-02',
    `insert into platform.idempotency (agency_id, person_id, key, request)
       select agency_id, person_id, 'again', 'effect' from platform.idempotency`,
    /is there 2 times/,
  ],
  ['I-06', "update journal.entry set action = 'spec.undone' where seq = 2", /row 2: says other/],
  ['I-06', "update journal.entry set detail = '{}' where seq = 1", /row 1: holds other values/],
  ['I-06', 'delete from journal.entry where seq = 2', /row 3: follows row 1/],
  ['I-06', 'delete from journal.entry where seq = 3', /head .* is not its last row/],
  [
    'I-06',
    "update journal.entry set hash = sha256(canonical || 'x') where seq = 3",
    /row 3: has another hash/,
  ],
  ['I-07', "delete from notifications.reminder where stage = 3 and channel = 'mail'", /no reminder 3 days/],
  ['I-07', 'delete from notifications.reminder', /without any reminder/],
  [
    'I-07',
    `alter table notifications.reminder drop constraint reminder_once;
     insert into notifications.reminder (${REMINDER}, stage)
       select ${REMINDER}, stage from notifications.reminder where stage = 7 and channel = 'mail'`,
    /2 reminders at stage 7/,
  ],
  [
    'I-07',
    `drop index work.item_open_once;
     insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link, due_on)
       select agency_id, kind, subject_type, subject_id, assignee_id, title, link, due_on from work.item`,
    /2 open tasks/,
  ],
  [
    'I-08',
    "update notifications.reminder set state = 'sent', sent_at = clock_timestamp() where stage = 0 and channel = 'mail'",
    /before its day/,
  ],
  [
    'I-08',
    `update notifications.reminder set stage = 10, state = 'sent', sent_at = clock_timestamp() + interval '1 hour'
      where stage = 7 and channel = 'mail';
     update work.item set closed_at = clock_timestamp(), close_reason = 'x';
     update notifications.reminder set state = 'cancelled', cancel_reason = 'x' where state = 'planned'`,
    /told after its work was closed/,
  ],
  [
    'I-08',
    "update work.item set closed_at = clock_timestamp(), close_reason = 'x'",
    /waits for work that is closed/,
  ],
  [
    'I-08',
    `update identity.membership set valid = daterange(null, app.today())`,
    /left for somebody who had left/,
  ],
  [
    'I-08',
    `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       select id, path, app.today(), 'working', 'Làm bù', 'spec' from organization.agency limit 1;
     insert into notifications.reminder (${REMINDER}, stage)
       select agency_id, obligation_id, rule_version, subject_type, subject_id, app.today() - 1, recipient_id, channel,
              title, link, 0
         from notifications.reminder where stage = 7 and channel = 'mail'`,
    /due since .* not told/,
  ],
  ['I-09', "update platform.outbox_message set state = 'dispatched'", /is still dispatched/],
  ['I-09', "update platform.outbox_message set state = 'pending'", /is still pending/],
  ['I-07', 'update notifications.dispatch set id = uuidv7()', /never arrived/],
];

it.each(PLANTED)('%s: finds what was planted (%#)', async (invariant, statements, words) => {
  const found = await foundAfter(statements);

  expect(found.filter((line) => line.startsWith(invariant) && words.test(line))).not.toEqual([]);
});

it('I-02: finds a change that was refused', async () => {
  const refused = evidence().ledger!.map((entry) => ({ ...entry, answer: 'refused' as const }));

  expect(await foundAfter('select 1', evidence({ ledger: refused }))).toEqual([
    expect.stringMatching(/^I-02 .* was refused and is there/),
    expect.stringMatching(/^I-02/),
  ]);
});

it.each([
  ['twice without a doubt', 2, 0, 1],
  ['twice with a doubt', 2, 1, 0],
  ['three times with doubts', 3, 2, 1],
])('I-07: holds a mail that left %s against its row', async (_, times, doubts, violations) => {
  const mails = Array.from({ length: times }, () => evidence().mails![0]!);

  const found = await foundAfter(
    `update notifications.dispatch set unsure_tries = ${String(doubts)}`,
    evidence({ mails }),
  );

  expect(found).toHaveLength(violations);
});

it('I-07: finds a mail to somebody else and a mail without a row', async () => {
  const mails = [
    { to: 'nobody@spec.example', messageId: `<${MAIL}@localhost>` },
    { to: `${recipient}@spec.example`, messageId: '<other@localhost>' },
  ];

  const found = await foundAfter('select 1', evidence({ mails }));

  expect(found.join('\n')).toMatch(/has no row[\s\S]*somebody else/);
});
