import { type DebianPackage, installMissing } from '../lib/debian-packages.mts';
import {
  NEEDS,
  type Need,
  SERVER_STEPS,
  SMALL_STEPS,
  STATIC_STEPS,
  type Step,
  suiteHasTests,
} from './steps.mts';
import { runStep } from './run-step.mts';
import { closingLine, FAILED, NOTHING, SKIPPED, strict, sum, type Tally } from './tally.mts';

// `npm test`: everything CI runs, in its order; `--check` stops before what needs a server.
// The very last line is "N passed, N failed".

const inCi = process.env['CI'] === 'true';
const began = performance.now();
const times: string[] = [];
let total: Tally = NOTHING;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Jest reports each file that passes; people want to see those that do not. */
function worthShowing(output: string, tally: Tally): string {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => !/^(PASS|npm warn) /.test(line));
  return tally.failed > 0 ? lines.slice(-400).join('\n') : lines.slice(-8).join('\n');
}

function report(step: Step, tally: Tally, { output, time }: { output: string; time: string }): void {
  const counted = inCi ? strict(tally) : tally;
  total = sum(total, counted);
  const verdict = counted.failed > 0 ? 'FAILED' : tally.skipped > 0 && tally.passed === 0 ? 'SKIPPED' : 'ok';
  const line = `${verdict.padEnd(7)} ${step.name} (${time}): ${closingLine(counted)}`;
  times.push(line);
  const shown = worthShowing(output, counted);
  console.log(`\n=== ${line}${shown === '' ? '' : `\n${shown}`}`);
}

async function perform(step: Step): Promise<void> {
  const start = performance.now();
  if (step.kind === 'jest' && !suiteHasTests(step)) {
    const words = 'this suite holds no test yet';
    report(step, step.mayBeEmpty ? NOTHING : SKIPPED, { output: words, time: seconds(start) });
    return;
  }
  console.log(`--- ${step.name} …`);
  const { tally, output } = await runStep(step);
  const empty = step.kind === 'jest' && tally.passed + tally.failed === 0;
  report(step, empty && step.mayBeEmpty !== true ? sum(tally, FAILED) : tally, {
    output,
    time: seconds(start),
  });
}

/** Two cores: two at a time. */
async function performInPairs(steps: readonly Step[]): Promise<void> {
  const waiting = [...steps];
  const takeTurns = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await perform(step);
  };
  await Promise.all([takeTurns(), takeTurns()]);
}

function skipLoudly(step: Step, lacking: readonly string[], reason: string): void {
  const output = [
    '!'.repeat(100),
    `!! NOT RUN: "${step.name}" needs ${lacking.join(', ')}, absent here (${reason || 'not installed'}).`,
    `!! As root: apt-get install ${lacking.join(' ')}`,
    '!'.repeat(100),
  ].join('\n');
  report(step, SKIPPED, { output, time: '0.0 s' });
}

async function main(): Promise<void> {
  const checkOnly = process.argv.includes('--check');
  const installing = checkOnly ? null : installMissing(Object.values(NEEDS));
  const aptStart = performance.now();
  installing?.then(
    ({ absent }) =>
      console.log(
        `--- Debian packages: ${absent.length === 0 ? 'all there' : `absent: ${absent.map(({ name }) => name).join(', ')}`} (${seconds(aptStart)})`,
      ),
    () => undefined,
  );
  await performInPairs(STATIC_STEPS);
  for (const step of SMALL_STEPS) await perform(step);
  if (installing) {
    const { absent, reason } = await installing;
    const isAbsent = (need: Need): boolean =>
      absent.some(({ name }: DebianPackage) => name === NEEDS[need].name);
    for (const step of SERVER_STEPS) {
      const lacking = (step.needs ?? []).filter(isAbsent).map((need) => NEEDS[need].name);
      if (lacking.length > 0) skipLoudly(step, lacking, reason);
      else await perform(step);
    }
  }
  console.log(`\n${times.join('\n')}\n\nAll of it took ${seconds(began)}.`);
}

await main().catch((error: unknown) => {
  console.error(error);
  total = sum(total, FAILED);
});
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(closingLine(total));
