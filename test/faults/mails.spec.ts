import { uuidV7 } from '@app/kernel';

import { Notices } from '../../libs/notifications/src/persistence/notices';
import { eventually } from '../support';
import { figure } from '../support/faults/figures';
import { LawGround } from '../support/faults/law-ground';
import { sized } from '../support/size';
import { type SinkMood } from '../support/smtp-sink';
import { startWorkerInProcess } from '../support/staging';

/** F-16: the mail server in every mood; each mail arrives once, or twice with a mark. */
const EACH = sized(10, 100);
const MOODS: readonly SinkMood[] = [
  'refuse-for-good',
  'refuse-for-now',
  'lose-after-data',
  'lose-before-data',
  'bounce',
  'slow',
];

let ground: LawGround;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;

beforeAll(async () => {
  ground = await LawGround.open('moods', { communes: 1 });
  worker = await startWorkerInProcess(ground.environment);
}, 90_000);

afterAll(async () => {
  await worker.app.close();
  await ground.close();
});

/** Urgent notices to people of their own, gathered already. */
async function notices(): Promise<string[]> {
  const [commune] = ground.communes;
  const people = [];
  for (let index = 0; index < EACH; index += 1) people.push(await ground.world.person(commune!));
  const recipients = people.map(({ personId }) => personId);
  await ground.world.unitOfWork.write(people[0]!, null, (tx) =>
    new Notices().add(tx, {
      recipients,
      kind: 'legal-change',
      subjectType: 'legal-change',
      subjectId: uuidV7(),
      title: 'Luật mới',
      link: '/legal-changes/1',
      urgent: true,
    }),
  );
  await ground.world.owner.query(
    "update notifications.dispatch_line set created_at = now() - interval '1 minute'",
  );
  return recipients;
}

const tried = (recipients: readonly string[], where: string): Promise<number> =>
  ground.count(`notifications.dispatch where recipient_id = any ($1) and attempts > 0 and ${where}`, [
    recipients,
  ]);

it.each(MOODS)(
  'F-16: %s',
  async (mood) => {
    ground.sink.mood = mood;
    const recipients = await notices();
    const began = performance.now();
    await eventually(async () => (await tried(recipients, "state <> 'sending'")) === EACH, {
      within: 60_000,
    });
    ground.sink.mood = 'accept';
    // The pause before the next try is not waited for.
    await ground.world.owner.query('update notifications.dispatch set next_try_at = now()');
    await ground.mailed();

    const mails = recipients.map((id) => ground.sink.to(`${id}@spec.example`));
    const doubled = mails.filter((own) => own.length > 1).length;
    const lost = mails.filter((own) => own.length === 0).length;
    expect(new Set(mails.flat().map(({ messageId }) => messageId)).size).toBe(EACH - lost);
    expect(lost).toBe(mood === 'refuse-for-good' ? EACH : 0);
    expect(doubled).toBe(mood === 'lose-after-data' ? EACH : 0);
    expect(await tried(recipients, 'unsure_tries > 0')).toBe(doubled);
    expect(await ground.violations()).toEqual([]);
    figure({ row: 'F-16', runs: EACH, recoveryMs: performance.now() - began });
  },
  180_000,
);
