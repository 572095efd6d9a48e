import { setTimeout as pause } from 'node:timers/promises';

import { QueueTechnology } from '@app/platform/queue';

import { eventually, FaultProxy, testServers } from '../support';
import { FULL, sized } from '../support/size';
import { figure } from '../support/faults/figures';
import { MessageGround } from '../support/faults/message-ground';
import { OwnRedis } from '../support/faults/own-redis';

/** F-04: the server of the queue is killed and comes back after a while, at idle and under load. */
const onRedis = testServers().redisUrl !== null;
const OUTAGES_MS = FULL
  ? [2_000, 7_000, 20_000, 60_000, 180_000]
  : [2_000, 7_000, ...(onRedis ? [20_000] : [])];
const RUNS = sized(1, 6);
const CONSUMING_WITHIN_MS = 30_000;

/** A queue server that can be killed: Redis itself, or the line to PostgreSQL. */
interface Server {
  readonly ground: MessageGround;
  down: () => Promise<void>;
  up: () => Promise<void>;
  close: () => Promise<void>;
}

async function overRedis(label: string): Promise<Server> {
  const redis = await OwnRedis.start();
  const ground = await MessageGround.open(label, { environment: () => ({ ISO_REDIS_URL: redis.url }) });
  return { ground, down: () => redis.kill(), up: () => redis.start(), close: () => redis.close() };
}

async function overPostgres(label: string): Promise<Server> {
  let proxy: FaultProxy | null = null;
  const ground = await MessageGround.open(label, {
    environment: async ({ urls }) => {
      proxy = FaultProxy.before(urls.worker);
      return { ISO_DB_WORKER_URL: await proxy.through(urls.worker) };
    },
  });
  const line = proxy as unknown as FaultProxy;
  return {
    ground,
    down: async () => {
      line.cut();
      return Promise.resolve();
    },
    up: async () => {
      line.mend();
      return Promise.resolve();
    },
    close: () => line.close(),
  };
}

interface Outcome {
  recoveryMs: number;
  normal: number[];
  during: number[];
}

/** One server after another outage after outage; the changes of people go on meanwhile. */
async function survive(server: Server, awayMs: number, underLoad: boolean): Promise<Outcome> {
  const { ground } = server;
  const normal = await ground.announce(20);
  if (!underLoad) await ground.allDone(20_000);
  await server.down();
  const during = await announceFor(ground, underLoad ? awayMs : 0);
  if (!underLoad) await pause(awayMs);
  await server.up();
  await ground.announce(5);
  const recoveryMs = await ground.allDone(CONSUMING_WITHIN_MS);
  return { recoveryMs, normal, during };
}

async function announceFor(ground: MessageGround, milliseconds: number): Promise<number[]> {
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  while (performance.now() < until) {
    took.push(...(await ground.announce(1)));
    await pause(FULL ? 20 : 100);
  }
  return took;
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0;
}

async function outage(awayMs: number, underLoad: boolean): Promise<Outcome & { violations: number }> {
  const label = `away${String(awayMs)}${underLoad ? 'busy' : 'idle'}`;
  const server = await (onRedis ? overRedis : overPostgres)(label);
  await server.ground.start();
  try {
    const outcomes: Outcome[] = [];
    for (let run = 0; run < RUNS; run += 1) outcomes.push(await survive(server, awayMs, underLoad));
    expect(await server.ground.violations()).toEqual([]);
    return {
      recoveryMs: Math.max(...outcomes.map(({ recoveryMs }) => recoveryMs)),
      normal: outcomes.flatMap(({ normal }) => normal),
      during: outcomes.flatMap(({ during }) => during),
      violations: 0,
    };
  } finally {
    await server.up();
    await server.ground.close();
    await server.close();
  }
}

it('F-04: consumes again within 30 s of any outage of the queue, each message once, and changes go on', async () => {
  const cases = OUTAGES_MS.flatMap((awayMs) => [
    [awayMs, true] as const,
    ...(onRedis ? [[awayMs, false] as const] : []),
  ]);

  const outcomes = await Promise.all(cases.map(([awayMs, underLoad]) => outage(awayMs, underLoad)));

  const recoveryMs = Math.max(...outcomes.map((one) => one.recoveryMs));
  const [normal, during] = [
    percentile(
      outcomes.flatMap((one) => one.normal),
      0.99,
    ),
    percentile(
      outcomes.flatMap((one) => one.during),
      0.99,
    ),
  ];
  expect(recoveryMs).toBeLessThan(CONSUMING_WITHIN_MS);
  // What takes a few milliseconds doubles by the noise of a busy machine alone.
  expect(during).toBeLessThan(Math.max(2 * normal, 150));
  figure({
    row: 'F-04',
    runs: cases.length * RUNS,
    recoveryMs,
    note: `p99 ${normal.toFixed(0)} → ${during.toFixed(0)} ms`,
  });
}, 7_200_000);

it('F-04: starts a worker again that consumes nothing while jobs wait', async () => {
  const ground = await MessageGround.open('stuck', { tuning: { stuckAfterMs: 2_000 } });
  const open = jest.spyOn(ground.app.get(QueueTechnology), 'openWorker');
  // As seen with BullMQ after an outage: it runs, its connection is up, and it takes nothing.
  open.mockImplementationOnce(() => ({ close: () => Promise.resolve() }));
  await ground.start();
  await ground.announce(3);

  const took = await ground.allDone(60_000);

  await eventually(() => open.mock.calls.length === 2);
  expect(await ground.violations()).toEqual([]);
  figure({ row: 'F-04', runs: 1, recoveryMs: took, note: 'worker stuck' });
  await ground.close();
}, 90_000);
