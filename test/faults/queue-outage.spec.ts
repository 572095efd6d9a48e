import { setTimeout as pause } from 'node:timers/promises';

import { workerSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { Consumer, Consumes, type Delivery, MessageWorker, QueueModule } from '@app/platform/queue';
import { type Actor } from '@app/kernel';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';

import {
  eventually,
  FaultProxy,
  ownDatabase,
  productEnvironment,
  type TestDatabase,
  testServers,
  World,
} from '../support';

/** F-04, F-05: the server of the queue (PostgreSQL or Redis, by profile) is away, or comes back empty. */
@Injectable()
@Consumes('documents.render', { concurrency: 3 })
class EffectConsumer extends Consumer<'documents.version-drafted.v1'> {
  override async consume(delivery: Delivery<'documents.version-drafted.v1'>): Promise<void> {
    await delivery.once(async (tx) => {
      await tx.change(
        `insert into platform.idempotency (agency_id, person_id, key, request)
         values ($1, $2, gen_random_uuid(), 'effect')`,
        [tx.actor.agencyId, delivery.envelope.payload.versionId],
      );
    });
  }
}

@Module({})
class WorkerOfSpec {}

const { redisUrl } = testServers();
let database: TestDatabase;
let world: World;
let person: Actor;
let proxy: FaultProxy;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await ownDatabase('outage');
  world = await World.open(database);
  person = await world.person(await world.commune(await world.province()));
  proxy = FaultProxy.before(redisUrl ?? database.urls.worker);
  const led =
    redisUrl === null
      ? { ISO_DB_WORKER_URL: await proxy.through(database.urls.worker) }
      : { ISO_REDIS_URL: await proxy.through(redisUrl) };
  const settings = workerSettings(productEnvironment(database, led));
  app = await NestFactory.createApplicationContext(
    {
      module: WorkerOfSpec,
      imports: [
        DatabaseModule.forRoot(settings.database, 'spec-worker'),
        QueueModule.forRoot(settings.queue, {
          tuning: { requeueAfterSeconds: 4, backoffMs: 200 },
          subscriptions: { 'documents.version-drafted.v1': ['documents.render'] },
        }),
      ],
      providers: [EffectConsumer],
    },
    { logger: false },
  );
  await app.get(MessageWorker).start();
});

afterAll(async () => {
  proxy.mend();
  await app.close();
  await proxy.close();
  await world.close();
  await database.drop();
});

async function announce(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  for (const versionId of ids) {
    await world.unitOfWork.write(person, null, (tx) => {
      tx.announce('documents.version-drafted.v1', { versionId });
      return Promise.resolve();
    });
  }
  return ids;
}

/** Effects of the given versions: how many have one, and whether any has two. */
async function effectsOf(ids: readonly string[]): Promise<{ done: number; doubled: number }> {
  const { rows } = await world.owner.query<{ n: number }>(
    'select count(*)::int as n from platform.idempotency where person_id = any ($1) group by person_id',
    [ids],
  );
  return { done: rows.length, doubled: rows.filter(({ n }) => n > 1).length };
}

it.each([2_000, 7_000, 20_000])(
  'consumes again within 30 s after the queue was away for %i ms, each message once',
  async (away) => {
    const before = await announce(20);
    await pause(50);
    proxy.cut();
    const during = await announce(20);
    await pause(away);

    proxy.mend();
    const ids = [...before, ...during, ...(await announce(5))];

    await eventually(async () => (await effectsOf(ids)).done === ids.length, { within: 30_000, every: 200 });
    expect(await effectsOf(ids)).toEqual({ done: ids.length, doubled: 0 });
  },
  90_000,
);

// The queue on PostgreSQL is never lost without the outbox that it is rebuilt from.
const onRedis = redisUrl === null ? () => undefined : it;
onRedis(
  'handles each message once when the queue comes back empty',
  async () => {
    proxy.cut();
    const ids = await announce(20);
    const redis = new Redis(redisUrl ?? '');
    await redis.flushall();
    await redis.quit();

    proxy.mend();

    await eventually(async () => (await effectsOf(ids)).done === ids.length, { within: 30_000, every: 200 });
    expect(await effectsOf(ids)).toEqual({ done: ids.length, doubled: 0 });
  },
  60_000,
);
