import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildServer } from '../lib/build.mts';
import { REPOSITORY } from '../lib/paths.mts';
import { type Figure, tableOf } from './table.mts';

// `npm run faults`: every fault row in full size, over both queues, then the table; `-- F-04` only tests named so;
// `--ci` takes the size of CI; `--write` puts the table into docs/operations/faults.md.

const PAGE = join(REPOSITORY, 'docs', 'operations', 'faults.md');
const [BEGIN, END] = ['<!-- figures -->', '<!-- /figures -->'];

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = mkdtempSync(join(tmpdir(), 'iso-faults-'));
const figuresFile = join(folder, 'figures.jsonl');

function runProfile(profile: Figure['profile']): Promise<boolean> {
  console.log(`\n=== ${profile}`);
  const jest = join(REPOSITORY, 'node_modules', '.bin', 'jest');
  const pattern = wanted.length > 0 ? ['--testNamePattern', wanted.join('|')] : [];
  return new Promise((resolve) => {
    const child = spawn(jest, ['--ci', '--forceExit', '--selectProjects', 'faults', ...pattern], {
      cwd: REPOSITORY,
      stdio: 'inherit',
      env: {
        ...process.env,
        ISO_TEST_PROFILE: profile,
        ISO_FAULT_FIGURES: figuresFile,
        ...(options.includes('--ci') ? {} : { ISO_FULL: '1' }),
      },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function figures(): Figure[] {
  if (!existsSync(figuresFile)) return [];
  const lines = readFileSync(figuresFile, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Figure);
}

function writePage(table: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  writeFileSync(PAGE, `${page.slice(0, before)}\n\n${table}\n\n${page.slice(after)}`);
}

await buildServer();
const passed = [await runProfile('embedded'), await runProfile('server')];
const table = tableOf(figures());
console.log(`\n${table}`);
if (options.includes('--write')) writePage(table);
rmSync(folder, { recursive: true, force: true });
process.exitCode = passed.every(Boolean) ? 0 : 1;
