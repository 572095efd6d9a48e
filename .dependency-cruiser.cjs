/** The one list of slices, top first: a slice imports only what stands before it. */
const SLICES = require('./slices.json');

/** @type {Record<string, string[]>} */
const KNOWS = Object.fromEntries(SLICES.map((slice, place) => [slice, SLICES.slice(0, place)]));

const lib = (names) => `^libs/(${names.join('|')})/`;
const SLICE = '(?!(?:kernel|contracts|platform)/)([^/]+)';

module.exports = {
  forbidden: [
    ...Object.entries(KNOWS).map(([slice, known]) => ({
      name: `${slice}-knows-only`,
      comment: 'A slice calls only slices listed above it; slices below are reached by facts.',
      severity: 'error',
      from: { path: `^libs/${slice}/` },
      to: { path: '^(libs|apps)/', pathNot: lib([slice, ...known]) },
    })),
    {
      name: 'front-door-only',
      comment: 'Another slice is entered by its index.ts; its inner files are its own business.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: `^libs/${SLICE}/src/`, pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-enter-by-the-doors',
      comment:
        'An application composes: it takes the http/, jobs/ or cli/ door of a slice, or its front door.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: `^libs/${SLICE}/`, pathNot: '^libs/[^/]+/src/((http|jobs|cli|portal)/)?index\\.ts$' },
    },
    {
      name: 'apps-know-no-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-talks-http-only',
      comment: 'The staff application runs in a browser: it knows the generated client, no server code.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|migrations)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/$1/src/domain/', '^libs/kernel/'] },
    },
    {
      name: 'application-knows-no-transport',
      severity: 'error',
      from: { path: '/src/application/' },
      to: {
        path: '/src/(http|jobs)/|node_modules/(fastify|bullmq|@nestjs/(swagger|bullmq|platform-fastify))/',
      },
    },
    {
      name: 'persistence-knows-no-caller',
      severity: 'error',
      from: { path: '/src/persistence/' },
      to: { path: '/src/(application|http|jobs)/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/|\\.spec\\.tsx?$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)generated/' },
  },
};
