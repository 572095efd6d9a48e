import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { type Actor, uuidV7 } from '@app/kernel';

import { Notices } from '../../libs/notifications/src/persistence/notices';
import {
  eventually,
  ownDatabase,
  productEnvironment,
  SmtpSink,
  type TestDatabase,
  WorkerProcess,
  World,
} from '../support';

/** F-11, I-07: kill -9 at random moments; nobody misses a notice, nobody gets a mail twice without a mark. */
const PEOPLE = 30;
const KILLS = 2;

let database: TestDatabase;
let world: World;
let people: (Actor & { personId: string })[];
let worker: WorkerProcess;
let port: number;
const sink = new SmtpSink();

beforeAll(async () => {
  database = await ownDatabase('killed');
  world = await World.open(database);
  const agency = await world.commune(await world.province());
  people = [];
  for (let index = 0; index < PEOPLE; index += 1) people.push(await world.person(agency));
  port = await freePort();
  worker = new WorkerProcess({
    ...productEnvironment(database),
    ISO_WORKER_PORT: String(port),
    ISO_SMTP_URL: await sink.listen(),
    ISO_SWEEP_SECONDS: '1',
  });
});

afterAll(async () => {
  await worker.kill();
  await sink.close();
  await world.close();
  await database.drop();
});

it('tells each person once, or twice with a mark, through kills at random moments', async () => {
  const [first] = people;
  await world.unitOfWork.write(first!, null, (tx) =>
    new Notices().add(tx, {
      recipients: people.map(({ personId }) => personId),
      kind: 'legal-change',
      subjectType: 'legal-change',
      subjectId: uuidV7(),
      title: 'Luật mới',
      link: '/legal-changes/1',
      urgent: true,
    }),
  );
  await world.owner.query("update notifications.dispatch_line set created_at = now() - interval '1 minute'");

  for (let kill = 0; kill < KILLS; kill += 1) {
    worker.start();
    await eventually(() => sink.caught.length > kill * 8, { within: 20_000, every: 5 });
    await pause(Math.random() * 20);
    await worker.kill();
    // The claim of a dead sender runs out; a test does not wait two minutes for it.
    await world.owner.query(
      'update notifications.dispatch set claimed_until = now() where claimed_until is not null',
    );
  }
  worker.start();
  await eventually(
    async () => {
      const { rows } = await world.owner.query<{ n: number }>(
        "select count(*)::int as n from notifications.dispatch where state = 'sent'",
      );
      return rows[0]?.n === PEOPLE;
    },
    { within: 40_000, every: 200 },
  );

  const { rows } = await world.owner.query<{ id: string; recipient_id: string; unsure_tries: number }>(
    'select id, recipient_id, unsure_tries from notifications.dispatch',
  );
  expect(rows).toHaveLength(PEOPLE);
  for (const { id, recipient_id, unsure_tries } of rows) {
    const mails = sink.to(`${recipient_id}@spec.example`);
    expect(mails.length).toBeGreaterThanOrEqual(1);
    expect(mails.length).toBeLessThanOrEqual(1 + Math.min(unsure_tries, 1));
    expect(new Set(mails.map(({ messageId }) => messageId))).toEqual(new Set([`<${id}@localhost>`]));
  }
}, 180_000);

it('ends within 10 s of SIGTERM with success', async () => {
  await worker.kill();
  worker.start();
  await worker.ready(port);
  const began = performance.now();

  const code = await worker.kill('SIGTERM');

  expect(code).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port: free } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return free;
}
