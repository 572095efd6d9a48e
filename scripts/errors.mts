import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildServer } from './lib/build.mts';
import { errorsPage } from './lib/errors-page.mts';
import { REPOSITORY } from './lib/paths.mts';

// Writes docs/errors.md from the catalogue of the built API.

interface Composition {
  CATALOGUE: Readonly<Record<string, { status: number; vi: string; en: string }>>;
}

await buildServer();
const load = createRequire(import.meta.url);
const { CATALOGUE } = load(join(REPOSITORY, 'dist', 'apps', 'api', 'composition.js')) as Composition;
writeFileSync(
  join(REPOSITORY, 'docs', 'errors.md'),
  errorsPage(Object.entries(CATALOGUE).map(([code, text]) => ({ code, ...text }))),
);
