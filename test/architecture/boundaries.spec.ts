import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import slices from '../../slices.json';

const REPOSITORY = resolve(__dirname, '../..');

interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** One file per way of breaking a rule: the rule that must be named, the file, and what it imports. */
const PLANTED: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['kernel-knows-only', 'libs/kernel/src/planted.ts', `import '../../contracts/src/index';`],
  ['contracts-knows-only', 'libs/contracts/src/planted.ts', `import '@app/platform/database';`],
  ['platform-knows-only', 'libs/platform/src/database/planted.ts', `import '@app/organization';`],
  ...slices
    .slice(3, -1)
    .map(
      (slice, place) =>
        [
          `${slice}-knows-only`,
          `libs/${slice}/src/application/planted-below.ts`,
          `import '@app/${slices[place + 4] ?? ''}';`,
        ] as const,
    ),
  [
    'oversight-knows-only',
    'libs/oversight/src/application/planted-app.ts',
    `import '../../../../apps/api/main';`,
  ],
  [
    'front-door-only',
    'libs/documents/src/application/planted-inner.ts',
    `import '../../../identity/src/persistence/inner';`,
  ],
  ['front-door-only', 'libs/documents/src/application/planted-http.ts', `import '@http/identity';`],
  [
    'apps-enter-by-the-doors',
    'apps/api/planted-inner.ts',
    `import '../../libs/documents/src/application/inner';`,
  ],
  ['apps-know-no-app', 'apps/api/planted-app.ts', `import '../worker/main';`],
  ['web-talks-http-only', 'apps/web/src/planted.ts', `import '../../../libs/kernel/src/index';`],
  ['domain-is-pure', 'libs/documents/src/domain/planted-node.ts', `import 'node:fs';`],
  ['domain-is-pure', 'libs/documents/src/domain/planted-package.ts', `import 'pg';`],
  ['domain-is-pure', 'libs/documents/src/domain/planted-layer.ts', `import '../persistence/inner';`],
  ['domain-is-pure', 'libs/documents/src/domain/planted-platform.ts', `import '@app/platform/database';`],
  [
    'application-knows-no-transport',
    'libs/documents/src/application/planted-transport.ts',
    `import '../http/index';`,
  ],
  [
    'application-knows-no-transport',
    'libs/documents/src/application/planted-fastify.ts',
    `import 'fastify';`,
  ],
  [
    'persistence-knows-no-caller',
    'libs/documents/src/persistence/planted-up.ts',
    `import '../application/inner';`,
  ],
  [
    'no-cycle',
    'libs/documents/src/persistence/planted-circle.ts',
    `import type { A } from './planted-cycle';`,
  ],
  [
    'no-test-code-in-product',
    'libs/documents/src/application/planted-test.ts',
    `import '../../../../test/support/index';`,
  ],
  ['no-test-code-in-product', 'libs/documents/src/application/planted-spec.ts', `import './inner.spec';`],
];

function plantedTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'iso-boundaries-'));
  const write = (file: string, source: string): void => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), `${source}\nexport interface A { a: string }\nexport const a = 1;\n`);
  };
  for (const slice of slices) {
    for (const file of ['index', 'http/index', 'domain/inner', 'application/inner', 'persistence/inner']) {
      write(`libs/${slice}/src/${file}.ts`, '');
    }
  }
  for (const file of ['libs/platform/src/database/index.ts', 'libs/documents/src/application/inner.spec.ts'])
    write(file, '');
  for (const file of ['apps/api/main.ts', 'apps/worker/main.ts', 'test/support/index.ts']) write(file, '');
  write('libs/documents/src/persistence/planted-cycle.ts', `import './planted-circle';`);
  for (const [, file, source] of PLANTED) write(file, source);
  for (const file of ['.dependency-cruiser.cjs', 'slices.json', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(REPOSITORY, file), join(root, file));
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  return root;
}

function violationsIn(root: string): Violation[] {
  const cruiser = join(REPOSITORY, 'node_modules', '.bin', 'depcruise');
  const args = ['apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const output = execFileSync(cruiser, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

describe('the boundaries', () => {
  let root = '';
  let violations: Violation[] = [];

  beforeAll(() => {
    root = plantedTree();
    violations = violationsIn(root);
  }, 60_000);

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it.each(PLANTED)('name %s for %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule);
  });

  it('find fault with planted files only', () => {
    expect(violations.filter(({ from }) => !from.includes('planted'))).toEqual([]);
  });

  it('are each proved by a planted violation', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(
      '../../.dependency-cruiser.cjs',
    );

    const proved = new Set(PLANTED.map(([rule]) => rule));

    expect(forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
  });

  it('know every folder of libs', () => {
    const folders = readdirSync(join(REPOSITORY, 'libs'));

    expect(folders.filter((folder) => !slices.includes(folder))).toEqual([]);
  });
});
