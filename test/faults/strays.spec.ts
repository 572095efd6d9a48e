import { Queues } from '@app/platform/queue';
import { Redis } from 'ioredis';

import { eventually, testServers } from '../support';
import { figure } from '../support/faults/figures';
import { FACT, MessageGround, QUEUE } from '../support/faults/message-ground';

/** F-15: what somebody else, a crash or another release left in the queue. */
const { redisUrl } = testServers();

let ground: MessageGround;
let redis: Redis | null = null;

beforeAll(async () => {
  ground = await MessageGround.open('strays', {
    tuning: { attempts: 2, requeueAfterSeconds: 2, lockMs: 1500 },
    before: ({ envelope }) => {
      const { versionId } = envelope.payload as { versionId?: string };
      if (versionId === undefined) throw new TypeError('payload of an older release');
    },
  });
  if (redisUrl !== null) redis = new Redis(redisUrl);
  await ground.start();
  await ground.announce(1);
  await ground.allDone(20_000);
});

afterAll(async () => {
  redis?.disconnect();
  await ground.close();
});

/** A fact as the relay finds it, under an id that is known before. */
async function planted(messageId: string, name: string = FACT): Promise<void> {
  const versionId = crypto.randomUUID();
  const { agencyId } = ground.person;
  await ground.world.owner.query(
    `insert into platform.outbox_message (agency_id, id, name, payload, correlation_id) values ($1, $2, $3, $4, 'stray')`,
    [agencyId, messageId, name, { versionId }],
  );
  if (name === FACT)
    ground.ledger.push({ key: messageId, agencyId, effect: 'message', mark: versionId, answer: 'ok' });
}

/** A job that nobody will ever take, under this id. */
async function strayJob(jobId: string, state: 'nowhere' | 'active'): Promise<void> {
  if (redis === null) {
    await ground.world.owner.query(
      `insert into bullmq.job (queue, id, seq, name, state, added_at_ms) values ($1, $2, nextval('bullmq.job_seq'), 'x', $3, 1)`,
      [QUEUE, jobId, state === 'nowhere' ? 'waiting-children' : 'active'],
    );
    return;
  }
  const key = `${ground.world.database.name}:${QUEUE}`;
  await redis.hset(`${key}:${jobId}`, { name: 'x', data: '{}', opts: '{}', timestamp: '1', delay: '0' });
  if (state === 'active') await redis.rpush(`${key}:active`, jobId);
}

async function strayDeduplication(jobId: string): Promise<void> {
  if (redis === null) {
    await ground.world.owner.query('insert into bullmq.dedup (queue, dedup_id, job_id) values ($1, $2, $2)', [
      QUEUE,
      jobId,
    ]);
    return;
  }
  await redis.set(`${ground.world.database.name}:${QUEUE}:de:${jobId}`, jobId);
}

const jobIdOf = (messageId: string): string => `${FACT}-${messageId}`;

it.each(['nowhere', 'active'] as const)(
  'F-15: a stray job that is %s does not swallow the message whose id it has',
  async (state) => {
    const messageId = crypto.randomUUID();
    await strayJob(jobIdOf(messageId), state);

    await planted(messageId);
    await ground.announce(3);

    const recoveryMs = await ground.allDone(20_000);
    expect(await ground.done()).toBe(ground.ledger.length);
    figure({ row: 'F-15', runs: 1, recoveryMs });
  },
);

it('F-15: a stray deduplication key holds no message up', async () => {
  const messageId = crypto.randomUUID();
  await strayDeduplication(jobIdOf(messageId));

  await planted(messageId);

  const recoveryMs = await ground.allDone(20_000);
  expect(await ground.done()).toBe(ground.ledger.length);
  figure({ row: 'F-15', runs: 1, recoveryMs });
});

it('F-15: jobs of unknown type and payloads of an older release are put aside for people to see', async () => {
  const { agencyId } = ground.person;
  const queue = ground.app.get(Queues).named(QUEUE);
  const envelope = { agencyId, agencyPath: 'vn', version: 1, occurredAt: '2026-01-01T00:00:00Z' };
  const [unknown, older] = [crypto.randomUUID(), crypto.randomUUID()];
  const jobs = [
    { ...envelope, messageId: unknown, name: 'documents.version-recalled.v9', payload: {} },
    { ...envelope, messageId: older, name: FACT, payload: { id: 7 } },
    'no envelope at all',
  ];
  for (const [index, job] of jobs.entries())
    await queue.add('x', { correlationId: 'stray', ...Object(job) } as never, {
      jobId: `stray-${String(index)}`,
    });

  await ground.announce(5);

  const recoveryMs = await ground.allDone(20_000);
  const aside = await eventually(async () => {
    const { rows } = await ground.world.owner.query<{ id: string; reason: string }>(
      'select message_id as id, reason from platform.failed_message order by reason',
    );
    return rows.length === 2 ? rows : null;
  });
  expect(aside.find(({ id }) => id === unknown)?.reason).toMatch(
    /unknown name documents.version-recalled.v9/,
  );
  expect(aside.find(({ id }) => id === older)?.reason).toMatch(/TypeError: payload of an older release/);
  const { failed } = await queue.getJobCounts('failed');
  expect(failed).toBe(3);
  figure({ row: 'F-15', runs: jobs.length, recoveryMs });
});

it('F-15: a fact of an unknown name is parked, and all that people did is there once', async () => {
  const messageId = crypto.randomUUID();

  await planted(messageId, 'documents.version-recalled.v9');
  await ground.announce(1);
  await ground.allDone(20_000);

  expect(await ground.violations()).toEqual([]);
  const { rows } = await ground.world.owner.query('select state from platform.outbox_message where id = $1', [
    messageId,
  ]);
  expect(rows).toEqual([{ state: 'parked' }]);
});
