import { eventually, type TestDatabase, testServers, World } from '../support';
import { CommitCutter } from '../support/faults/commit-cutter';
import { figure } from '../support/faults/figures';
import { MessageGround } from '../support/faults/message-ground';
import { OwnCluster } from '../support/faults/own-cluster';
import { sized } from '../support/size';
import {
  anOffice,
  type Officer,
  Refused,
  type RunningApi,
  sharedEnvironment,
  startApi,
} from '../support/staging';
import { audit } from './auditor/audit.mts';
import { type LedgerEntry } from './auditor/evidence.mts';

/** F-03, F-08: PostgreSQL dies under load, or its answer to a COMMIT is lost. */
const onPostgres = testServers().redisUrl === null ? it : () => undefined;

/** Officers who record texts, and keep a ledger of what they were told. */
class Officers {
  readonly ledger: LedgerEntry[] = [];
  readonly #waiting: LedgerEntry[] = [];
  #serial = 0;

  constructor(
    private readonly officer: Officer,
    private readonly agencyId: string,
  ) {}

  async record(): Promise<LedgerEntry> {
    this.#serial += 1;
    const mark = `${String(this.#serial)}/${String(Date.now())}/NĐ-CP`;
    const entry: LedgerEntry = {
      key: crypto.randomUUID(),
      agencyId: this.agencyId,
      effect: 'legal-text',
      mark,
      answer: 'unknown',
    };
    return this.#ask(entry);
  }

  /** Asks again for all that was never answered, with the same keys, as a browser does. */
  async repeat(): Promise<void> {
    const waiting = this.#waiting.splice(0);
    for (const entry of waiting) await this.#ask(entry);
    if (this.#waiting.length > 0) throw new Error(`${String(this.#waiting.length)} still without an answer`);
  }

  async #ask(entry: LedgerEntry): Promise<LedgerEntry> {
    const answered = { ...entry, answer: await this.#answerTo(entry) };
    if (answered.answer === 'unknown') this.#waiting.push(entry);
    this.ledger.push(answered);
    return answered;
  }

  async #answerTo({ key, mark }: LedgerEntry): Promise<LedgerEntry['answer']> {
    try {
      await this.officer.post(
        '/legal-texts',
        {
          kind: 'Nghị định',
          numberSymbol: mark,
          issuer: 'Chính phủ',
          issuedOn: '2020-01-02',
          effectiveOn: '2020-03-01',
          title: `Nghị định ${mark}`,
          aliases: [],
          relations: [],
        },
        key,
      );
      return 'ok';
    } catch (error) {
      if (error instanceof Refused && error.status < 500) throw error;
      // No answer, or one that says: not now, try again.
      return 'unknown';
    }
  }
}

async function officersOf(world: World, api: RunningApi): Promise<Officers> {
  const province = await world.province();
  const office = await anOffice(world, api, province);
  return new Officers(office.by['province-admin'], province.id);
}

async function withApi(
  database: TestDatabase,
  overrides: Record<string, string>,
  work: (world: World, api: RunningApi) => Promise<void>,
): Promise<void> {
  const world = await World.open(database);
  const api = await startApi(sharedEnvironment(database, overrides));
  try {
    await work(world, api);
  } finally {
    await api.close();
    await world.close();
  }
}

it('F-08: a repetition after a lost answer gives the first result, and nothing is there twice', async () => {
  const runs = sized(50, 1000);
  const ground = await MessageGround.open('commits');
  const { database } = ground.world;
  const line = await CommitCutter.before(database.urls.app);
  let longest = 0;

  await withApi(database, { ISO_DB_APP_URL: line.url }, async (world, api) => {
    const officers = await officersOf(world, api);
    for (let run = 0; run < runs; run += 1) {
      line.arm();
      const { answer } = await officers.record();
      const began = performance.now();
      if (answer === 'unknown') await officers.repeat();
      longest = Math.max(longest, performance.now() - began);
    }
    expect(await audit(world.owner, { ledger: officers.ledger })).toEqual([]);
    expect(officers.ledger.filter(({ answer }) => answer === 'unknown').length).toBeGreaterThan(runs * 0.9);
  });

  expect(line.cuts).toBe(runs);
  figure({ row: 'F-08', runs, recoveryMs: longest, note: 'API' });
  await line.close();
  await ground.close();
}, 600_000);

it('F-08: a worker that never hears of its commit acts once', async () => {
  const runs = sized(50, 1000);
  let line: CommitCutter | null = null;
  const ground = await MessageGround.open('unheard', {
    environment: async ({ urls }) => {
      line = await CommitCutter.before(urls.worker);
      return { ISO_DB_WORKER_URL: line.url };
    },
    // The next commit is the effect's own, or one of the relay beside it.
    before: ({ fence }) => {
      if (fence.attempt === 1) line?.arm();
    },
  });
  const { cuts, close } = { cuts: () => line!.cuts, close: () => line!.close() };
  await ground.start();
  await ground.announce(runs);

  const recoveryMs = await ground.allDone(60_000 + runs * 500);

  expect(await ground.violations()).toEqual([]);
  expect(cuts()).toBeGreaterThan(runs / 2);
  figure({ row: 'F-08', runs: cuts(), recoveryMs, note: 'worker' });
  await ground.close();
  await close();
}, 1_200_000);

onPostgres(
  'F-03: no acknowledged change is lost when PostgreSQL is killed under load, and it answers again within 10 s',
  async () => {
    const cluster = await OwnCluster.start();
    let longest = 0;
    const runs = sized(5, 60);
    await withApi(cluster.database, {}, async (world, api) => {
      const crowd: Officers[] = [];
      for (let index = 0; index < 3; index += 1) crowd.push(await officersOf(world, api));
      for (let run = 0; run < runs; run += 1) {
        const stop = new AbortController();
        const load = crowd.map((officers) => underLoad(officers, stop.signal));
        await eventually(() => crowd.every(({ ledger }) => ledger.length > 4 * (run + 1)), {
          within: 20_000,
        });
        await cluster.kill();
        await cluster.start();
        const began = performance.now();
        await eventually(() => crowd[0]!.record().then(({ answer }) => answer === 'ok'), { within: 10_000 });
        longest = Math.max(longest, performance.now() - began);
        stop.abort();
        await Promise.all(load);
        for (const officers of crowd) await eventually(() => officers.repeat().then(() => true));
      }
      const auditor = await World.open(cluster.database);
      const ledger = crowd.flatMap((officers) => officers.ledger);
      expect(await audit(auditor.owner, { ledger })).toEqual([]);
      await auditor.close();
    });
    figure({ row: 'F-03', runs, recoveryMs: longest });
    await cluster.close();
  },
  1_800_000,
);

async function underLoad(officers: Officers, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) await officers.record();
}
