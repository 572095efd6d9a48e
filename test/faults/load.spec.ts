import { setTimeout as pause } from 'node:timers/promises';

import { aDocument } from '../medium/legal-impact/office';
import { eventually, WorkerProcess } from '../support';
import { figure } from '../support/faults/figures';
import { LawGround } from '../support/faults/law-ground';
import { FULL, sized } from '../support/size';

/** L-04: one law changes for every commune; times are held in full size only (`npm run faults -- L-04`). */
const COMMUNES = sized(20, 3321);
const PROCEDURES = 3;
const [ROWS_WITHIN_MS, MAILS_WITHIN_MS] = [60_000, 600_000];

let ground: LawGround;
let worker: WorkerProcess;

beforeAll(async () => {
  ground = await LawGround.open('load', {
    communes: COMMUNES,
    environment: { ISO_QUEUE_LOCK_SECONDS: '15', ISO_QUEUE_REQUEUE_SECONDS: '60' },
  });
  worker = new WorkerProcess(ground.environment);
}, 1_800_000);

afterAll(async () => {
  await worker.kill();
  await ground.close();
});

/** How long an ordinary request takes, asked now and again until `done`. */
async function askUntil(done: () => boolean): Promise<number[]> {
  const took: number[] = [];
  do {
    const began = performance.now();
    await ground.office.by['province-admin'].get('/work-items?limit=20');
    took.push(performance.now() - began);
    await pause(50);
  } while (!done());
  return took.sort((one, other) => one - other);
}

const p95 = (sorted: readonly number[]): number => sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;

it('L-04: each document of each commune makes one task for two people and one mail each', async () => {
  const old = await ground.text();
  for (const commune of ground.communes) {
    const unitId = await ground.world.unit(commune);
    await ground.world.person(commune, { roles: ['unit-focal'], unitId });
    for (let index = 0; index < PROCEDURES; index += 1)
      await aDocument(ground.world, commune, { unitId, cites: [{ numberSymbol: old.numberSymbol }] });
  }
  const { changeId } = await ground.text({
    issuedOn: '2026-10-01',
    effectiveOn: '2026-10-01',
    relations: [{ kind: 'replaces', targetId: old.id, partly: false }],
  });
  await ground.world.owner.query('update legal_impact.deadline_rule set second_person_above = 1000000');
  worker.start();
  let asked = 0;
  const normal = p95(await askUntil(() => (asked += 1) > 40));
  let over = false;
  const during = askUntil(() => over);

  const began = performance.now();
  await ground.confirm(changeId);
  const people = 2 * COMMUNES;
  await eventually(
    async () => (await ground.count("work.item where kind = 'revise'")) === people * PROCEDURES,
    { within: 10 * ROWS_WITHIN_MS, every: 250 },
  );
  const rowsMs = performance.now() - began;
  await eventually(() => ground.sink.caught.length >= people, { within: 2 * MAILS_WITHIN_MS, every: 250 });
  const mailsMs = performance.now() - began;
  over = true;
  const busy = p95(await during);
  await ground.settled(120_000);
  await ground.mailed(120_000);

  expect(ground.sink.caught).toHaveLength(people);
  expect(await ground.violations()).toEqual([]);
  expect(FULL ? rowsMs : 0).toBeLessThan(ROWS_WITHIN_MS);
  expect(FULL ? mailsMs : 0).toBeLessThan(MAILS_WITHIN_MS);
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  figure({
    row: 'L-04',
    runs: people * PROCEDURES,
    recoveryMs: mailsMs,
    note: `rows ${seconds(rowsMs)} s, mails ${seconds(mailsMs)} s, p95 ${normal.toFixed(0)} → ${busy.toFixed(0)} ms`,
  });
}, 3_600_000);
