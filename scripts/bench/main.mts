import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, buildWeb } from '../lib/build.mts';
import { REPOSITORY } from '../lib/paths.mts';

// `npm run bench`: builds, then runs each test/bench/*.bench.mts; `npm run bench -- reader` only those named so; `--full` takes the sizes that a province would have.

const FOLDER = join(REPOSITORY, 'test', 'bench');

function runBench(name: string): Promise<boolean> {
  console.log(`\n=== ${name}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(FOLDER, name)], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

const FULL = '--full';
const wanted = process.argv.slice(2).filter((word) => word !== FULL);
if (process.argv.includes(FULL)) process.env['BENCH_FULL'] = 'yes';
const benches = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.bench.mts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();

await Promise.all([buildServer(), buildWeb()]);
const failed: string[] = [];
for (const name of benches) if (!(await runBench(name))) failed.push(name);
console.log(
  `\n${benches.length - failed.length} of ${benches.length} benches ran to their end${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}.`,
);
process.exitCode = failed.length > 0 || benches.length === 0 ? 1 : 0;
