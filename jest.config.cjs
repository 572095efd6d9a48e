/** Nest 12 and a few others are ES modules only: they are compiled like our own files (style.md, "Jest with Nest 12"). */
const ESM_PACKAGES = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'pdfjs-dist',
  'commander',
  'pkijs',
  'asn1js',
  '@noble',
  '@peculiar',
  'bytestreamjs',
  'otplib',
  '@otplib',
  '@scure',
  'content-disposition',
  'cookie',
  '@sec-ant',
  'nanoid',
  'xml-naming',
  'strnum',
  'anynum',
  '@nodable',
];

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};
const swcJsx = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
};

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '^.+\\.tsx$': ['@swc/jest', swcJsx], '^.+\\.(ts|mts|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')})/)`],
  moduleNameMapper: {
    '^@app/platform/(.+)$': '<rootDir>/libs/platform/src/$1',
    '^@http/(.+)$': '<rootDir>/libs/$1/src/http',
    '^@jobs/(.+)$': '<rootDir>/libs/$1/src/jobs',
    '^@cli/(.+)$': '<rootDir>/libs/$1/src/cli',
    '^@portal/(.+)$': '<rootDir>/libs/$1/src/portal',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/node_modules/.cache/'],
  setupFiles: ['<rootDir>/test/support/setup.ts'],
};

/** Suites that need PostgreSQL (and, by ISO_TEST_PROFILE=server, Redis and Ceph RGW): started once per run. */
const withServers = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

module.exports = {
  rootDir: __dirname,
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'small',
      testMatch: [
        '<rootDir>/libs/**/*.spec.{ts,tsx}',
        '<rootDir>/apps/**/*.spec.{ts,tsx}',
        '<rootDir>/scripts/**/*.spec.ts',
      ],
    },
    { ...base, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...withServers, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...withServers, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
    { ...withServers, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.spec.ts'] },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
