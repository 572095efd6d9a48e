// Builds dist when a source is newer, saying nothing on standard output, which belongs to the command; then runs the command.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const REPOSITORY = dirname(dirname(import.meta.dirname));
const MAIN = join(REPOSITORY, 'dist', 'apps', 'cli', 'main.js');
const SOURCES = [
  'apps/api',
  'apps/cli',
  'apps/portal',
  'apps/worker',
  'libs',
  'migrations',
  '.swcrc',
  'nest-cli.json',
];

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build(): void {
  const nest = join(REPOSITORY, 'node_modules', '.bin', 'nest');
  const { status } = spawnSync(nest, ['build'], { cwd: REPOSITORY, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

const built = statSync(MAIN, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (SOURCES.some((source) => newest(join(REPOSITORY, source)) > built)) build();

process.argv[1] = MAIN;
createRequire(import.meta.url)(MAIN);
