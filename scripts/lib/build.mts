import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfSources, REPOSITORY } from './paths.mts';
import { mustRun } from './processes.mts';

const BIN = join(REPOSITORY, 'node_modules', '.bin');
const DIST = join(REPOSITORY, 'dist');

const COMMON = ['package-lock.json'];
const SERVER = [
  'apps/api',
  'apps/worker',
  'apps/portal',
  'apps/cli',
  'libs',
  'migrations',
  '.swcrc',
  'nest-cli.json',
];
const WEB = ['apps/web', 'openapi.json'];

/** Builds when the sources differ from those of the last build, which left its hash in a stamp. */
async function buildWhenChanged(
  name: string,
  sources: string[],
  build: () => Promise<void>,
): Promise<boolean> {
  const stamp = join(DIST, `.${name}-hash`);
  const hash = hashOfSources([...sources, ...COMMON]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(DIST, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Tells one build of the server from another. */
export function builtServerHash(): string {
  return readFileSync(join(DIST, '.server-hash'), 'utf8');
}

/** A file whose source is gone must not stay: migrations and handlers are found by looking. */
function removeOldServer(): void {
  const apps = join(DIST, 'apps');
  const old = existsSync(apps) ? readdirSync(apps).filter((name) => name !== 'web') : [];
  for (const name of old) rmSync(join(apps, name), { recursive: true, force: true });
  for (const name of ['libs', 'migrations']) rmSync(join(DIST, name), { recursive: true, force: true });
}

/** API, worker, portal, command line: TypeScript to dist/ by SWC. True when it was built now. */
export function buildServer(): Promise<boolean> {
  return buildWhenChanged('server', SERVER, async () => {
    removeOldServer();
    await mustRun(join(BIN, 'nest'), ['build'], { cwd: REPOSITORY });
  });
}

/** The staff application for the browser, to dist/apps/web. True when it was built now. */
export function buildWeb(): Promise<boolean> {
  return buildWhenChanged('web', WEB, async () => {
    await mustRun(join(BIN, 'vite'), ['build', '--config', 'apps/web/vite.config.mjs'], { cwd: REPOSITORY });
  });
}
