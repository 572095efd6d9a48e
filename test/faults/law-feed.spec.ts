import { figure } from '../support/faults/figures';
import { LawGround } from '../support/faults/law-ground';
import { sized } from '../support/size';
import { daysFromToday, Refused, startWorkerInProcess } from '../support/staging';

/** B-19: what a feed of law may bring, through the whole chain: change, confirmation, tasks, reminders. */
const EACH = sized(5, 50);

let ground: LawGround;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;

beforeAll(async () => {
  ground = await LawGround.open('feed', { communes: 2 });
  worker = await startWorkerInProcess(ground.environment);
}, 120_000);

afterAll(async () => {
  await worker.app.close();
  await ground.close();
});

/** A refusal of the rules is an answer too; anything else fails the test. */
async function orRefused<Result>(act: Promise<Result>): Promise<Result | string> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return error.code;
    throw error;
  }
}

const acting = (kind: string, targetId: string) => [{ kind, targetId, partly: false }];

/** What a case leaves: how many tasks are open for documents that cite this text. */
interface Expected {
  numberSymbol: string;
  tasks: number;
}

const CASES: Readonly<Record<string, () => Promise<Expected>>> = {
  async 'the same notice twice'() {
    const old = await ground.text();
    await ground.cited(old.numberSymbol);
    const by = { issuedOn: '2026-10-01', effectiveOn: '2026-10-01', relations: acting('replaces', old.id) };
    const first = await ground.text(by);
    await ground.confirm(first.changeId);
    await orRefused(ground.text({ ...by, numberSymbol: first.numberSymbol }));
    await ground.confirm(first.changeId);
    return { numberSymbol: old.numberSymbol, tasks: 2 };
  },
  async 'a repeal that comes before the amendment it ends'() {
    const old = await ground.text();
    await ground.cited(old.numberSymbol);
    const repeal = await ground.text({
      issuedOn: '2026-10-02',
      effectiveOn: '2026-10-02',
      relations: acting('repeals', old.id),
    });
    await ground.confirm(repeal.changeId);
    const amend = await ground.text({
      issuedOn: '2026-09-01',
      effectiveOn: '2026-09-01',
      relations: acting('amends', old.id),
    });
    await orRefused(ground.confirm(amend.changeId));
    return { numberSymbol: old.numberSymbol, tasks: 2 };
  },
  async 'a cycle of replacements'() {
    const one = await ground.text();
    const two = await ground.text({ issuedOn: '2026-09-01', relations: acting('replaces', one.id) });
    await ground.cited(one.numberSymbol);
    const three = await orRefused(
      ground.text({ issuedOn: '2026-10-01', relations: acting('replaces', two.id) }),
    );
    await ground.confirm(two.changeId);
    if (typeof three !== 'string') await ground.confirm(three.changeId);
    return { numberSymbol: one.numberSymbol, tasks: 2 };
  },
  async 'the same number in another year'() {
    const old = await ground.text();
    const twin = await ground.text({ numberSymbol: old.numberSymbol, issuedOn: '2019-05-06' });
    for (const commune of ground.communes) await ground.citedAs(commune, old.numberSymbol, '2015-01-02');
    const { changeId } = await ground.text({
      issuedOn: '2026-10-01',
      relations: acting('replaces', twin.id),
    });
    await ground.confirm(changeId);
    return { numberSymbol: old.numberSymbol, tasks: 0 };
  },
  async 'an effective date in the past'() {
    const old = await ground.text();
    await ground.cited(old.numberSymbol);
    const { changeId } = await ground.text({
      issuedOn: '2016-01-01',
      effectiveOn: '2016-03-01',
      relations: acting('replaces', old.id),
    });
    await ground.confirm(changeId);
    return { numberSymbol: old.numberSymbol, tasks: 2 };
  },
  async 'a notice that is withdrawn'() {
    const old = await ground.text();
    await ground.cited(old.numberSymbol);
    const { changeId } = await ground.text({
      issuedOn: '2026-10-01',
      effectiveOn: daysFromToday(90),
      relations: acting('replaces', old.id),
    });
    await ground.confirm(changeId);
    await ground.settled();
    await ground.withdraw(changeId);
    return { numberSymbol: old.numberSymbol, tasks: 0 };
  },
};

it.each(Object.keys(CASES))(
  'B-19: %s leaves the right tasks and reminders',
  async (name) => {
    const left: Expected[] = [];
    for (let run = 0; run < EACH; run += 1) left.push(await CASES[name]!());
    const recoveryMs = await ground.settled();

    for (const { numberSymbol, tasks } of left)
      expect([name, await ground.openTasks(numberSymbol)]).toEqual([name, tasks]);
    expect(await ground.violations()).toEqual([]);
    figure({ row: 'B-19', runs: EACH, recoveryMs });
  },
  600_000,
);
