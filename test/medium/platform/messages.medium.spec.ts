import { setTimeout as pause } from 'node:timers/promises';

import { DomainError } from '@app/kernel';
import { workerSettings } from '@app/platform/config';
import { DatabaseModule, UnitOfWork } from '@app/platform/database';
import {
  Consumer,
  ConsumerHost,
  Consumes,
  type Delivery,
  FailedMessages,
  MessageWorker,
  Outbox,
  OutboxReconciler,
  OutboxRelay,
  QueueHealth,
  QueueModule,
  type QueueModuleOptions,
  Queues,
} from '@app/platform/queue';
import { type INestApplicationContext, Injectable, Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { envelopeOf, jobIdOf } from '../../../libs/platform/src/queue/outbox';
import {
  eventually,
  ownDatabase,
  productEnvironment,
  type TestAgency,
  type TestDatabase,
  World,
} from '../../support';

type Received = Delivery<'documents.version-drafted.v1'>;

/** What the consumer does with a version, by its id; by default it writes its effect. */
const behaviours = new Map<string, (delivery: Received) => Promise<void>>();
const seen: Received[] = [];

@Injectable()
@Consumes('documents.render', { concurrency: 3 })
class RecordingConsumer extends Consumer<'documents.version-drafted.v1'> {
  override async consume(delivery: Received): Promise<void> {
    seen.push(delivery);
    await (behaviours.get(delivery.envelope.payload.versionId) ?? effect)(delivery);
  }
}

async function effect(delivery: Received): Promise<void> {
  await delivery.once(async (tx) => {
    await tx.change(
      `insert into platform.idempotency (agency_id, person_id, key, request) values ($1, $2, gen_random_uuid(), 'effect')`,
      [tx.actor.agencyId, delivery.envelope.payload.versionId],
    );
  });
}

const SUBSCRIPTIONS = {
  'documents.version-drafted.v1': ['documents.render'],
  'documents.version-submitted.v1': [],
};
const TUNING = {
  attempts: 3,
  backoffMs: 20,
  claimSeconds: 1,
  relayPollMs: 30,
  requeueAfterSeconds: 2,
  stuckAfterMs: 60_000,
};

@Module({})
class EmptyModule {}

let database: TestDatabase;
let world: World;
let agency: TestAgency;
let app: INestApplicationContext;

function compose(providers: Provider[], options: QueueModuleOptions = {}): Promise<INestApplicationContext> {
  const settings = workerSettings(productEnvironment(database));
  return NestFactory.createApplicationContext(
    {
      module: EmptyModule,
      imports: [
        DatabaseModule.forRoot({ ...settings.database, poolSize: 6 }, 'spec-worker'),
        QueueModule.forRoot(settings.queue, { tuning: TUNING, subscriptions: SUBSCRIPTIONS, ...options }),
      ],
      providers,
    },
    { logger: false },
  );
}

beforeAll(async () => {
  database = await ownDatabase('messages');
  world = await World.open(database);
  agency = await world.commune(await world.province());
  app = await compose([RecordingConsumer]);
  await app.get(MessageWorker).start();
});

afterAll(async () => {
  await app.close();
  await world.close();
  await database.drop();
});

async function announce(versionId: string, name = 'documents.version-drafted.v1'): Promise<string> {
  const actor = await world.person(agency);
  await world.unitOfWork.write(actor, null, async (tx) => {
    tx.announce(name as 'documents.version-drafted.v1', { versionId });
    return Promise.resolve();
  });
  const { rows } = await world.owner.query<{ id: string }>(
    `select id from platform.outbox_message where payload ->> 'versionId' = $1 order by occurred_at desc limit 1`,
    [versionId],
  );
  return rows[0]!.id;
}

/** Puts a fact into the outbox as another relay would leave it. */
async function plant(versionId: string, columns: Record<string, unknown>): Promise<string> {
  const id = crypto.randomUUID();
  const all = {
    agency_id: agency.id,
    id,
    name: 'documents.version-drafted.v1',
    payload: JSON.stringify({ versionId }),
    correlation_id: 'c',
    ...columns,
  };
  const names = Object.keys(all);
  await world.owner.query(
    `insert into platform.outbox_message (${names.join(', ')}) values (${names.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
    Object.values(all),
  );
  return id;
}

async function effectsOf(versionId: string): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>(
    'select count(*)::int as n from platform.idempotency where person_id = $1',
    [versionId],
  );
  return rows[0]!.n;
}

async function stateOf(messageId: string): Promise<string | undefined> {
  const { rows } = await world.owner.query<{ state: string }>(
    'select state from platform.outbox_message where id = $1',
    [messageId],
  );
  return rows[0]?.state;
}

const aVersion = (): string => crypto.randomUUID();

describe('messages', () => {
  it('reach their consumer, which acts for the agency at its place in the tree', async () => {
    const version = aVersion();

    const id = await announce(version);
    await eventually(async () => (await effectsOf(version)) === 1);

    const delivery = seen.find(({ envelope }) => envelope.messageId === id);
    expect(delivery?.actor).toMatchObject({ kind: 'system', agencyId: agency.id, agencyPath: agency.path });
    expect(delivery?.envelope).toMatchObject({ version: 1, payload: { versionId: version } });
  });

  it('act once when they are delivered twice', async () => {
    const version = aVersion();
    const id = await announce(version);
    await eventually(async () => (await effectsOf(version)) === 1);
    const { envelope } = seen.find((one) => one.envelope.messageId === id)!;

    await app
      .get(Queues)
      .named('documents.render')
      .add(envelope.name, envelope, { jobId: `again-${id}` });

    await eventually(() => seen.filter((one) => one.envelope.messageId === id).length === 2);
    await pause(100);
    expect(await effectsOf(version)).toBe(1);
  });

  it('are delivered when a relay died after its claim', async () => {
    const version = aVersion();

    const id = await plant(version, { claimed_until: new Date(Date.now() + 700), attempts: 1 });

    await eventually(async () => (await effectsOf(version)) === 1);
    await eventually(async () => (await stateOf(id)) !== 'pending');
  });

  it('act once when a relay died after queueing and before marking', async () => {
    const version = aVersion();
    const id = await plant(version, { claimed_until: new Date(Date.now() + 700), attempts: 1 });
    const message = {
      id,
      agencyId: agency.id,
      agencyPath: agency.path,
      name: 'documents.version-drafted.v1',
      payload: { versionId: version },
      correlationId: 'c',
      occurredAt: new Date(),
    };

    const queue = app.get(Queues).named('documents.render');
    await queue.add(message.name, envelopeOf(message), { jobId: jobIdOf(message) });

    await eventually(async () => (await stateOf(id)) !== 'pending');
    await pause(200);
    expect(await effectsOf(version)).toBe(1);
  });

  it('are queued again when the queue was lost', async () => {
    const version = aVersion();
    const id = await plant(version, {
      state: 'dispatched',
      dispatched_at: new Date(Date.now() - 60_000),
    });

    await app.get(OutboxReconciler).reconcile();

    await eventually(async () => (await effectsOf(version)) === 1);
    await app.get(OutboxReconciler).reconcile();
    expect(await stateOf(id)).toBe('settled');
  });

  it('are parked when their name is unknown, and hold nobody up', async () => {
    const [unknown, known] = [aVersion(), aVersion()];

    const id = await announce(unknown, 'documents.version-recalled.v9');
    await announce(known);

    await eventually(async () => (await effectsOf(known)) === 1);
    expect(await stateOf(id)).toBe('parked');
  });

  it('are put aside after the last attempt, and done when tried again', async () => {
    const version = aVersion();
    behaviours.set(version, () => Promise.reject(new Error('no converter')));
    const id = await announce(version);

    const failed = await eventually(async () => {
      const { rows } = await world.owner.query<{ reason: string; attempts: number; state: string }>(
        'select reason, attempts, state from platform.failed_message where message_id = $1',
        [id],
      );
      return rows[0];
    });
    expect(failed).toMatchObject({ attempts: 3, state: 'failed', reason: 'Error: no converter' });
    await app.get(OutboxReconciler).reconcile();
    expect(await stateOf(id)).toBe('settled');
    expect(seen.filter((one) => one.envelope.messageId === id)).toHaveLength(3);

    behaviours.delete(version);
    const person = await world.person(agency);
    await world.unitOfWork.write(person, null, (tx) =>
      app.get(FailedMessages).retry(tx, 'documents.render', id),
    );
    await app.get(OutboxReconciler).reconcile();

    await eventually(async () => (await effectsOf(version)) === 1);
  });

  it('are put aside at once when the rules refuse them', async () => {
    const version = aVersion();
    behaviours.set(version, () =>
      Promise.reject(new DomainError({ code: 'documents.version-gone', kind: 'not-found' })),
    );

    const id = await announce(version);

    await eventually(async () => {
      const { rowCount } = await world.owner.query(
        `select 1 from platform.failed_message where message_id = $1 and reason like '%documents.version-gone'`,
        [id],
      );
      return rowCount === 1;
    });
    expect(seen.filter((one) => one.envelope.messageId === id)).toHaveLength(1);
  });

  it('come again no more when the consumer found nothing to do', async () => {
    const version = aVersion();
    behaviours.set(version, () => Promise.resolve());

    const id = await announce(version);
    await eventually(async () => {
      await app.get(OutboxReconciler).reconcile();
      return (await stateOf(id)) === 'settled';
    });

    expect(seen.filter((one) => one.envelope.messageId === id)).toHaveLength(1);
  });

  it('of another release in the queue are given up without stopping the others', async () => {
    const version = aVersion();
    const queue = app.get(Queues).named('documents.render');

    await queue.add('x', { hello: 'world' } as never, { jobId: 'stray-a' });
    await announce(version);

    await eventually(async () => (await effectsOf(version)) === 1);
  });

  it('are consumed again after a stuck worker was started anew', async () => {
    const version = aVersion();

    // One that still works on a job of the test before is not stuck.
    const restarted = await eventually(async () => {
      const queues = await app.get(ConsumerHost).restartStuck(() => Promise.resolve(1), 0);
      return queues.length > 0 && queues;
    });
    await announce(version);

    expect(restarted).toEqual(['documents.render']);
    await eventually(async () => (await effectsOf(version)) === 1);
  });

  it('show how long the oldest waits', async () => {
    const health = await app.get(QueueHealth).look();

    expect(health.ready).toBe(true);
    expect(health.parked).toBeGreaterThan(0);
    expect(health.queues.map(({ queue }) => queue)).toEqual(['documents.render']);
  });
});

describe('a worker', () => {
  it.each([
    ['a queue has no consumer', [], SUBSCRIPTIONS, /documents\.render: no consumer/],
    [
      'a consumer has no fact',
      [RecordingConsumer],
      { 'documents.version-submitted.v1': [] },
      /documents\.render: no fact/,
    ],
  ])('refuses to start when %s', async (_, providers, subscriptions, message) => {
    const other = await compose(providers, { subscriptions });

    await expect(other.get(MessageWorker).start()).rejects.toThrow(message);

    await other.close();
  });

  it('lets the job under way finish when it stops', async () => {
    const version = aVersion();
    const other = await compose([RecordingConsumer]);
    const [started, finished] = [Promise.withResolvers<undefined>(), jest.fn()];
    await app.close();
    behaviours.set(version, async (delivery) => {
      started.resolve(undefined);
      await pause(500);
      await effect(delivery);
      finished();
    });
    await other.get(MessageWorker).start();
    await announce(version);
    await started.promise;

    await other.close();

    expect(finished).toHaveBeenCalledTimes(1);
    expect(await effectsOf(version)).toBe(1);
    app = await compose([RecordingConsumer]);
  });

  it('keeps facts in the outbox when the queue cannot be reached', async () => {
    const version = aVersion();
    const id = await announce(version);
    const unreachable = {
      with: () => Promise.reject(new Error('away')),
    };
    const relay = new OutboxRelay(
      app.get(Outbox),
      unreachable as unknown as Queues,
      { queuesOf: () => ['documents.render'] } as never,
      { claimSeconds: 60 } as never,
    );

    await expect(relay.drain()).rejects.toThrow('away');

    expect(await stateOf(id)).toBe('pending');
    const [again] = await app.get(Outbox).claim(10, 1);
    expect(again?.id).toBe(id);
    expect(app.get(UnitOfWork)).toBeDefined();
  });
});
