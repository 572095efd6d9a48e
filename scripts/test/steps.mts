import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../lib/paths.mts';

/** Programs that a step cannot do without, and the Debian package of each. */
export const NEEDS = {
  chromium: { name: 'chromium', command: 'chromium' },
  redis: { name: 'redis-server', command: 'redis-server' },
  libreoffice: { name: 'libreoffice-writer-nogui', command: 'soffice' },
  cephMonitor: { name: 'ceph-mon', command: 'ceph-mon' },
  cephStore: { name: 'ceph-osd', command: 'ceph-osd' },
  cephGateway: { name: 'radosgw', command: 'radosgw' },
  faketime: { name: 'faketime', command: 'faketime' },
  poppler: { name: 'poppler-utils', command: 'pdftoppm' },
} as const;

export type Need = keyof typeof NEEDS;

export interface Step {
  name: string;
  /** Commands run one after the other; the first that fails ends the step. A "jest" step counts its tests. */
  commands: readonly (readonly string[])[];
  kind: 'check' | 'jest';
  minutes: number;
  needs?: readonly Need[];
  environment?: Record<string, string>;
  /** Suites that may be empty; all others must hold a test. */
  mayBeEmpty?: boolean;
}

const bin = (name: string, ...args: string[]): string[] => [
  join(REPOSITORY, 'node_modules', '.bin', name),
  ...args,
];
const node = (...args: string[]): string[] => [process.execPath, ...args];
const check = (name: string, minutes: number, ...commands: string[][]): Step => ({
  name,
  minutes,
  commands,
  kind: 'check',
});
const hasWeb = existsSync(join(REPOSITORY, 'apps', 'web', 'tsconfig.json'));

/** No server is needed for these; two run side by side. Cheapest first. */
export const STATIC_STEPS: readonly Step[] = [
  check('format', 2, bin('prettier', '--check', '.', '--log-level', 'warn')),
  check(
    'boundaries',
    3,
    bin('depcruise', 'apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'),
  ),
  check(
    'types',
    5,
    bin('tsc', '-p', 'tsconfig.json'),
    ...(hasWeb ? [bin('tsc', '--noEmit', '-p', 'apps/web/tsconfig.json')] : []),
  ),
  check('unused code', 3, bin('knip', '--no-progress')),
  check('lint', 12, node('--max-old-space-size=4096', bin('eslint')[0] ?? '', '.', '--max-warnings', '0')),
];

const SERVERS: readonly Need[] = ['redis', 'cephMonitor', 'cephStore', 'cephGateway'];

const jest = (name: string, projects: string[], minutes: number, rest: Partial<Step> = {}): Step => ({
  name,
  kind: 'jest',
  minutes,
  commands: [bin('jest', '--ci', '--forceExit', '--passWithNoTests', '--selectProjects', ...projects)],
  ...rest,
});

export const SMALL_STEPS: readonly Step[] = [
  jest('small tests', ['small'], 8),
  jest('architecture', ['architecture'], 4),
];

export const SERVER_STEPS: readonly Step[] = [
  check('migrations and catalogue', 5, node('scripts/catalogue.mts')),
  check('build', 8, node('scripts/build.mts'), ...(hasWeb ? [node('scripts/check-web-size.mjs')] : [])),
  jest('medium tests, PostgreSQL queue and folder', ['medium'], 15, { needs: ['libreoffice', 'poppler'] }),
  jest('medium tests, Redis and Ceph RGW', ['medium'], 15, {
    needs: [...SERVERS, 'libreoffice', 'poppler'],
    environment: { ISO_TEST_PROFILE: 'server' },
  }),
  jest('journeys', ['journeys'], 15, { needs: ['libreoffice', 'poppler'] }),
  jest('faults, PostgreSQL queue and folder', ['faults'], 15, { needs: ['faketime', 'libreoffice'] }),
  jest('faults, Redis and Ceph RGW', ['faults'], 15, {
    needs: [...SERVERS, 'faketime', 'libreoffice'],
    environment: { ISO_TEST_PROFILE: 'server' },
  }),
  jest('browser', ['browser'], 20, { needs: ['chromium', 'libreoffice', 'poppler'] }),
  check('API contract', 5, node('scripts/openapi.mts')),
];

/** Folders of a suite; a new suite that has no test yet is told from one whose tests were lost. */
export function suiteHasTests(step: Step): boolean {
  const folders = {
    medium: 'test/medium',
    journeys: 'test/journeys',
    faults: 'test/faults',
    browser: 'test/browser',
  };
  const projects = step.commands[0]?.slice(step.commands[0].indexOf('--selectProjects') + 1) ?? [];
  return projects.every((project) => {
    const folder = project in folders ? folders[project as keyof typeof folders] : null;
    if (folder === null) return true;
    const path = join(REPOSITORY, folder);
    return (
      existsSync(path) &&
      readdirSync(path, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'))
    );
  });
}
