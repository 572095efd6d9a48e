import { CATALOGUE } from '../../../apps/api/composition';
import { Door, type Outcome } from '../../bad-input/door';
import { Figures } from '../../bad-input/figures';
import {
  type BadFile,
  oldWord,
  pdfs,
  type Verdict,
  wordPackages,
  zipBombs,
} from '../../bad-input/generators';

const MIB = 1024 * 1024;

let door: Door;
const figures = new Figures();

beforeAll(async () => {
  door = await Door.open();
}, 180_000);

afterAll(async () => {
  figures.print();
  await door.close();
});

/** Sends files four at a time and waits for what the worker says of each. */
async function tried(files: readonly BadFile[]): Promise<string[]> {
  const waiting = [...files];
  const sent: { file: BadFile; id: string }[] = [];
  const wrong: string[] = [];
  const hands = Array.from({ length: 4 }, async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const bytes = await file.bytes();
      const { status, body } = await door.upload(file.fileName, bytes);
      if (status === 201) sent.push({ file, id: body.id });
      else wrong.push(`${file.what}: ${String(status)} ${body.code}`);
    }
  });
  await Promise.all(hands);
  const outcomes = await door.outcomes(
    sent.map(({ id }) => id),
    240_000,
  );
  return [...wrong, ...sent.flatMap(({ file, id }) => judged(file, outcomes.get(id)))];
}

function judged({ code, what, verdict }: BadFile, outcome: Outcome | undefined): string[] {
  if (outcome === undefined) return [`${what}: lost`];
  figures.count(code, outcome.code ?? outcome.state);
  const isSaid = outcome.code === null || CATALOGUE[outcome.code] !== undefined;
  const isRight = isSaid && meets(verdict, outcome);
  return isRight ? [] : [`${what}: ${outcome.state} ${String(outcome.code)} ${outcome.remarks.join()}`];
}

function meets(verdict: Verdict, { state, code, remarks }: Outcome): boolean {
  if (verdict === 'told') return ['ready', 'unread', 'refused'].includes(state);
  if ('refused' in verdict) return state === 'refused' && verdict.refused.includes(code ?? '');
  return (
    state !== 'refused' && (state === 'unread' || verdict.kept.every((remark) => remarks.includes(remark)))
  );
}

interface Aftermath {
  wrong: string[];
  /** Whether the worker lived through all of it. */
  sameWorker: boolean;
  grownMib: number;
  leftovers: string[];
}

const CLEAN: Aftermath = {
  wrong: [],
  sameWorker: true,
  grownMib: expect.any(Number) as number,
  leftovers: [],
};

async function after(files: readonly BadFile[]): Promise<Aftermath> {
  const [api, worker] = [door.memory(door.api.pid), door.worker.pid];
  const wrong = await tried(files);
  return {
    wrong,
    sameWorker: door.worker.pid === worker,
    grownMib: (door.memory(door.api.pid) - api) / MIB,
    leftovers: await door.leftovers(),
  };
}

it.each([
  ['what unpacks without end is refused, and nothing of it stays', zipBombs(), 20],
  ['Word packages that fetch, run, hide or climb are refused or marked', wordPackages(), 40],
  ['old Word with macros, passwords, loops and missing ends is told apart', oldWord(), 30],
  ['PDF that runs, explodes or never ends is refused, what is only odd is read', pdfs(), 60],
] as const)(
  'B-01, B-02, B-03, B-04 through the door: %s',
  async (_, files, least) => {
    const aftermath = await after(files);

    expect(files.length).toBeGreaterThanOrEqual(least);
    expect(aftermath).toEqual(CLEAN);
    expect(aftermath.grownMib).toBeLessThan(150);
  },
  300_000,
);
