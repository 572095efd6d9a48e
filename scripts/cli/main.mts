// Builds dist when a source is newer, saying nothing on standard output, which belongs to the command; then runs the command.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { upSettings } from '../up/settings.mts';

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

/** Addresses of the installation that `npm run up` keeps; what the caller's environment says comes first. */
function knownAddresses(): Record<string, string> {
  if (process.env['ISO_DB_OWNER_URL'] !== undefined) return {};
  try {
    const file = join(upSettings().data, 'run', 'environment.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

process.env = { ...knownAddresses(), ...process.env };
process.argv[1] = MAIN;
createRequire(import.meta.url)(MAIN);
