import { QueueHealth } from '@app/platform/queue';

import { eventually, productEnvironment, testServers, WorkerProcess } from '../support';
import { sized } from '../support/size';
import { figure } from '../support/faults/figures';
import { MessageGround } from '../support/faults/message-ground';
import { OwnRedis } from '../support/faults/own-redis';

/** F-05, F-06, F-07, F-15: what the queue holds is lost, too much, or of somebody else. */
const { redisUrl } = testServers();
const onRedis = redisUrl === null ? () => undefined : it;
const onPostgres = redisUrl === null ? it : () => undefined;
const MESSAGES = sized(20, 200);

interface RedisGround {
  ground: MessageGround;
  redis: OwnRedis;
}

async function redisGround(label: string): Promise<RedisGround> {
  const redis = await OwnRedis.start({ appendfsync: 'always' });
  const ground = await MessageGround.open(label, { environment: () => ({ ISO_REDIS_URL: redis.url }) });
  await ground.start();
  return { ground, redis };
}

async function close({ ground, redis }: RedisGround): Promise<void> {
  await ground.close();
  await redis.close();
}

/** How Redis comes back. */
const LOSSES = {
  empty: (redis: OwnRedis) => () => {
    redis.loseFile();
  },
  'as it was before': (redis: OwnRedis) => redis.keepFile(),
  'with its end cut off': (redis: OwnRedis) => () => {
    redis.cutFile(64 * 1024);
  },
};

/** Redis dies with jobs done, under way and waiting, and comes back with less than it knew. */
async function loseContents(name: keyof typeof LOSSES, run: number): Promise<number> {
  const on = await redisGround(`lost${String(Object.keys(LOSSES).indexOf(name))}r${String(run)}`);
  const { ground, redis } = on;
  try {
    await ground.announce(MESSAGES);
    await ground.allDone(30_000);
    ground.gate.shut();
    await ground.announce(MESSAGES);
    const lose = LOSSES[name](redis);
    await ground.announce(MESSAGES);
    await eventually(async () => (await pending(ground)) === 0, { within: 20_000 });
    await redis.kill();
    lose();
    await ground.announce(MESSAGES);
    await redis.start();
    ground.gate.open();
    const took = await ground.allDone(120_000);
    expect(await ground.violations()).toEqual([]);
    return took;
  } finally {
    await close(on);
  }
}

async function pending(ground: MessageGround): Promise<number> {
  const { rowCount } = await ground.world.owner.query(
    "select 1 from platform.outbox_message where state = 'pending'",
  );
  return rowCount ?? 0;
}

onRedis(
  'F-05: handles each message once when Redis comes back empty, older, or cut short',
  async () => {
    const names = Object.keys(LOSSES) as (keyof typeof LOSSES)[];
    const took: number[] = [];
    for (let run = 0; run < sized(1, 17); run += 1) {
      took.push(...(await Promise.all(names.map((name) => loseContents(name, run)))));
    }

    figure({ row: 'F-05', runs: took.length, recoveryMs: Math.max(...took) });
  },
  3_600_000,
);

onPostgres(
  'F-05: handles each message once when the jobs of the PostgreSQL queue are gone',
  async () => {
    const ground = await MessageGround.open('lostjobs');
    await ground.start();
    await ground.announce(MESSAGES);
    await ground.allDone(30_000);
    ground.gate.shut();
    await ground.announce(MESSAGES);
    await eventually(async () => (await pending(ground)) === 0, { within: 20_000 });

    await ground.world.owner.query('truncate bullmq.job cascade');
    ground.gate.open();

    const recoveryMs = await ground.allDone(120_000);
    expect(await ground.violations()).toEqual([]);
    figure({ row: 'F-05', runs: 1, recoveryMs });
    await ground.close();
  },
  180_000,
);

onRedis(
  'F-06: keeps facts in the outbox while Redis is full, raises the alarm, and drains afterwards',
  async () => {
    const on = await redisGround('full');
    const { ground, redis } = on;
    const { rows } = await ground.world.owner.query<{ at: Date }>(
      "select now() - interval '6 minutes' as at",
    );
    for (let run = 0; run < sized(1, 10); run += 1) {
      await redis.say('config', 'set', 'maxmemory', '1mb');

      await ground.announce(MESSAGES);
      await eventually(async () => (await pending(ground)) >= MESSAGES, { within: 10_000 });
      await ground.world.owner.query(
        "update platform.outbox_message set occurred_at = $1 where state = 'pending'",
        [rows[0]!.at],
      );
      // Nothing but the age of what waits tells it: Redis answers every ping.
      expect(await ground.app.get(QueueHealth).look()).toMatchObject({
        ready: false,
        outboxPending: MESSAGES,
      });

      await redis.say('config', 'set', 'maxmemory', '0');
      const took = await ground.allDone(60_000);
      expect(await ground.violations()).toEqual([]);
      expect(await ground.app.get(QueueHealth).look()).toMatchObject({ ready: true, outboxPending: 0 });
      figure({ row: 'F-06', runs: 1, recoveryMs: took });
    }
    await close(on);
  },
  600_000,
);

onRedis(
  'F-07: refuses to start on a Redis that may throw jobs away, in words',
  async () => {
    const redis = await OwnRedis.start({ 'maxmemory-policy': 'allkeys-lru' });
    const ground = await MessageGround.open('evicting');

    const worker = new WorkerProcess({
      ...productEnvironment(ground.world.database),
      ISO_REDIS_URL: redis.url,
    });
    worker.start();
    const { code, words } = await worker.ended();

    expect(code).toBe(1);
    expect(words).toMatch(/maxmemory-policy đang là "allkeys-lru": phải là "noeviction"/);
    figure({ row: 'F-07', runs: 1, recoveryMs: 0 });
    await ground.close();
    await redis.close();
  },
  60_000,
);
