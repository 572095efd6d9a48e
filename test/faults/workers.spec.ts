import { resolve } from 'node:path';

import { SUBSCRIPTIONS } from '@app/contracts';

import { WorkerProcess } from '../support';
import { figure } from '../support/faults/figures';
import { LawGround } from '../support/faults/law-ground';
import { FULL } from '../support/size';

/** F-11: workers die at each step of a job. */
const PRELOAD = resolve(__dirname, '../support/faults/fail-points.cjs');
const STEPS = ['taken', 'writing', 'committed'] as const;
/** Every kind of job, with a fact that leads to it. */
const JOBS = Object.entries(SUBSCRIPTIONS).flatMap(([fact, queues]: [string, readonly string[]]) =>
  queues.map((queue) => ({ fact, queue })),
);
const LAW = { fact: 'legal-impact.change-opened.v1', queue: 'legal-impact.open-tasks' };

let ground: LawGround;
let worker: WorkerProcess;

beforeAll(async () => {
  ground = await LawGround.open('workers', { environment: { ISO_QUEUE_STUCK_SECONDS: '10' } });
  worker = new WorkerProcess(ground.environment, { preload: PRELOAD });
}, 60_000);

afterAll(async () => {
  await worker.kill();
  await ground.close();
});

const failing = (point: Record<string, unknown>): Record<string, string> => ({
  ISO_FAIL: JSON.stringify(point),
});

/** Ids of no row: what a consumer does with them is its own affair, but it does it once. */
const NAMES = [
  'uploadId',
  'versionId',
  'documentId',
  'decisionId',
  'printId',
  'fileId',
  'archiveId',
  'batchId',
].concat(['personId', 'offeringId', 'declarationId', 'changeId', 'textId', 'announcementId']);
const payloadOf = (): Record<string, string> => ({
  ...Object.fromEntries(NAMES.map((name) => [name, crypto.randomUUID()])),
  effectiveOn: '2026-12-01',
});

async function traces(messageId: string, queue: string): Promise<number> {
  return ground.count(
    `(select 1 from platform.inbox_message where message_id = $1 and consumer = $2
      union all select 1 from platform.failed_message where message_id = $1 and consumer = $2) as trace`,
    [messageId, queue],
  );
}

/** Which job dies at which step; in CI the law's jobs at each step, and some others. */
function deaths(): { fact: string; queue: string; step: (typeof STEPS)[number] }[] {
  if (FULL)
    return Array.from({ length: 10 }, () =>
      JOBS.flatMap((job) => STEPS.map((step) => ({ ...job, step }))),
    ).flat();
  const others = JOBS.filter(({ queue }) => queue !== LAW.queue).filter((_, index) => index % 7 === 0);
  return [
    ...STEPS.map((step) => ({ ...LAW, step })),
    ...others.map((job, index) => ({ ...job, step: STEPS[index % 3]! })),
  ];
}

it('F-11: each job has its effect once, whatever step its worker is killed in', async () => {
  const all = deaths();
  const planted: { id: string; queue: string }[] = [];
  let changes = 0;
  for (const { fact, queue, step } of all) {
    if (queue === LAW.queue) {
      await ground.change();
      changes += 1;
    } else planted.push({ id: await ground.announce(fact, payloadOf()), queue });
    worker.start(failing({ queue, step }));
    await worker.ended();
  }
  // The claim of a dead sender runs out; a test does not wait two minutes for it.
  await ground.world.owner.query(
    'update notifications.dispatch set claimed_until = now() where claimed_until is not null',
  );
  worker.start();
  const recoveryMs = await ground.settled();
  await ground.mailed();
  await worker.kill('SIGTERM');

  for (const { id, queue } of planted) expect([queue, await traces(id, queue)]).toEqual([queue, 1]);
  const tasks = changes * ground.communes.length;
  expect(await ground.count("work.item where kind = 'revise' and not following")).toBe(tasks);
  expect(await ground.violations()).toEqual([]);
  figure({ row: 'F-11', runs: all.length, recoveryMs });
}, 10_800_000);
