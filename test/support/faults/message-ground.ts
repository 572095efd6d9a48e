import { type Actor } from '@app/kernel';
import { workerSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import {
  Consumer,
  Consumes,
  type Delivery,
  MessageWorker,
  QueueModule,
  type QueueTuning,
} from '@app/platform/queue';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { eventually, ownDatabase, productEnvironment, type TestDatabase, World } from '..';
import { audit } from '../../faults/auditor/audit.mts';
import { type LedgerEntry, type Violation } from '../../faults/auditor/evidence.mts';

export type Received = Delivery<'documents.version-drafted.v1'>;
export const FACT = 'documents.version-drafted.v1';
export const QUEUE = 'documents.render';

/** What consumers of this process wait for before their effect; open by default. */
export class Gate {
  #open = Promise.withResolvers<undefined>();

  constructor() {
    this.#open.resolve(undefined);
  }

  shut(): void {
    this.#open = Promise.withResolvers<undefined>();
  }

  open(): void {
    this.#open.resolve(undefined);
  }

  pass(): Promise<undefined> {
    return this.#open.promise;
  }
}

/** May throw in place of a consumer. */
abstract class Faults {
  abstract before(delivery: Received): void;
}

@Injectable()
@Consumes(QUEUE, { concurrency: 3 })
class EffectConsumer extends Consumer<typeof FACT> {
  constructor(
    private readonly gate: Gate,
    private readonly faults: Faults,
  ) {
    super();
  }

  override async consume(delivery: Received): Promise<void> {
    await this.gate.pass();
    this.faults.before(delivery);
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

interface GroundOptions {
  /** Settings of the process, e.g. another Redis. */
  environment?: (database: TestDatabase) => Record<string, string> | Promise<Record<string, string>>;
  tuning?: Partial<QueueTuning>;
  before?: (delivery: Received) => void;
}

/** A database of its own with one agency, and one worker whose only consumer writes a row per message. */
export class MessageGround {
  readonly ledger: LedgerEntry[] = [];
  readonly gate: Gate;
  readonly #more: INestApplicationContext[] = [];

  private constructor(
    readonly world: World,
    readonly person: Actor,
    readonly app: INestApplicationContext,
    private readonly compose: (gate: Gate) => Promise<INestApplicationContext>,
  ) {
    this.gate = app.get(Gate);
  }

  static async open(label: string, options: GroundOptions = {}): Promise<MessageGround> {
    const database = await ownDatabase(label);
    const world = await World.open(database);
    const person = await world.person(await world.commune(await world.province()));
    const environment = productEnvironment(database, await options.environment?.(database));
    const compose = (gate: Gate): Promise<INestApplicationContext> => composed(environment, gate, options);
    return new MessageGround(world, person, await compose(new Gate()), compose);
  }

  start(): Promise<void> {
    return this.app.get(MessageWorker).start();
  }

  /** One more worker process' worth of consumers, ended with the ground. */
  async another(): Promise<INestApplicationContext> {
    const app = await this.compose(this.gate);
    this.#more.push(app);
    await app.get(MessageWorker).start();
    return app;
  }

  /** Announces facts as a request would, each in a transaction of its own. @returns how long each took, in ms */
  async announce(count: number): Promise<number[]> {
    const took: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const versionId = crypto.randomUUID();
      const began = performance.now();
      await this.world.unitOfWork.write(this.person, null, (tx) => {
        tx.announce(FACT, { versionId });
        tx.record({ action: 'spec.announced', subjectType: 'version', subjectId: versionId });
        return Promise.resolve();
      });
      took.push(performance.now() - began);
      const { agencyId } = this.person;
      this.ledger.push({ key: versionId, agencyId, effect: 'message', mark: versionId, answer: 'ok' });
    }
    return took;
  }

  async done(): Promise<number> {
    const { rows } = await this.world.owner.query<{ n: number }>(
      "select count(distinct person_id)::int as n from platform.idempotency where request = 'effect'",
    );
    return rows[0]?.n ?? 0;
  }

  /** Waits until everything announced has had its effect. @returns how long it took, in ms */
  async allDone(within: number): Promise<number> {
    const began = performance.now();
    await eventually(async () => (await this.done()) >= this.ledger.length, { within, every: 50 });
    return performance.now() - began;
  }

  /** Waits until nothing is under way, then asks the auditor. */
  async violations(): Promise<Violation[]> {
    await eventually(
      async () => {
        const { rowCount } = await this.world.owner.query(
          "select 1 from platform.outbox_message where state in ('pending', 'dispatched') limit 1",
        );
        return rowCount === 0;
      },
      { within: 30_000, every: 100 },
    ).catch(() => undefined);
    return audit(this.world.owner, { ledger: this.ledger, quiet: true });
  }

  async close(): Promise<void> {
    this.gate.open();
    await Promise.all([this.app, ...this.#more].map((app) => app.close()));
    await this.world.close();
    await this.world.database.drop();
  }
}

/** Times short enough for a test, long enough for a busy machine. */
const TUNING = { requeueAfterSeconds: 3, backoffMs: 100, lockMs: 6000 };

async function composed(
  environment: Record<string, string>,
  gate: Gate,
  { tuning = {}, before = () => undefined }: GroundOptions,
): Promise<INestApplicationContext> {
  const settings = workerSettings(environment);
  return NestFactory.createApplicationContext(
    {
      module: WorkerOfSpec,
      imports: [
        DatabaseModule.forRoot({ ...settings.database, poolSize: 6 }, 'spec-worker'),
        QueueModule.forRoot(settings.queue, {
          tuning: { ...TUNING, ...tuning },
          subscriptions: { [FACT]: [QUEUE] },
        }),
      ],
      providers: [
        { provide: Gate, useValue: gate },
        { provide: Faults, useValue: { before } satisfies Faults },
        EffectConsumer,
      ],
    },
    { logger: false },
  );
}
