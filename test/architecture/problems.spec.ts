import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { FIELD_PROBLEMS } from '@app/platform/http';

import { CATALOGUE, CONSTRAINTS } from '../../apps/api/composition';
import { errorsPage } from '../../scripts/lib/errors-page.mts';

const REPOSITORY = resolve(__dirname, '../..');

/** Codes of what a person is shown beside a form or on the command line; no answer of the API fails with them. */
const NOT_REFUSALS = new Set([
  'documents.code-in-other-series', // a warning of the code check
  'platform.failed-message-not-found', // the command line
  'documents.left-standing', // a warning beside a decision
  'documents.line-too-early', // a warning beside a decision
  'imports.no-rendition', // a finding beside a row of a batch
]);

interface Source {
  path: string;
  text: string;
}

/** What the server is made of, without its tests and without the catalogues themselves. */
function sources(): Source[] {
  return ['libs', 'apps/api', 'apps/worker', 'apps/cli'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true })
      .map((name) => join(REPOSITORY, folder, String(name)))
      .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|problems\.ts$/.test(path))
      .map((path) => ({ path: relative(REPOSITORY, path), text: readFileSync(path, 'utf8') })),
  );
}

function found(text: string, pattern: RegExp): string[][] {
  return [...text.matchAll(pattern)].map(([, ...groups]) =>
    groups.map((group: string | undefined) => group ?? ''),
  );
}

/** Each verdict on a signature but `valid` is a refusal. */
const SIGNATURE_CODES = Object.keys(CATALOGUE).filter((code) => code.startsWith('documents.signature-'));

const words = (union: string): string[] => found(union, /'([a-z-]+)'/g).map(([word = '']) => word);

/** Codes that a file throws: written out, made by a factory of its slice, or chosen from a constructor's union. */
function thrownBy({ path, text }: Source): string[] {
  const slice = /^libs\/([^/]+)\//.exec(path)?.[1] ?? '';
  const literal = found(text, /\bcode: '([a-z-]+\.[a-z-]+)'/g).map(([code = '']) => code);
  const made = found(text, /\brefusal\('([a-z-]+)'/g).map(([word = '']) => `${slice}.${word}`);
  const chosen = found(
    text,
    /constructor\(\s*(?:code|reason): ([^),]+)[^)]*\) \{\s*super\(\{\s*code: `([a-z.-]+)\$\{(?:code|reason)\}`/g,
  ).flatMap(([union = '', prefix = '']) => words(union).map((word) => `${prefix}${word}`));
  const judged = text.includes('`documents.signature-${verdict}`') ? SIGNATURE_CODES : [];
  return [...literal, ...made, ...chosen, ...judged].filter((code) => !code.startsWith('reader.'));
}

const SOURCES = sources();
const THROWN = [...new Set(SOURCES.flatMap(thrownBy))].filter((code) => !NOT_REFUSALS.has(code));
const catalogued = Object.keys(CATALOGUE);

describe('the catalogue of problems', () => {
  it('finds the ways in which codes are thrown', () => {
    expect(THROWN).toEqual(
      expect.arrayContaining([
        'platform.stale', // written out
        'documents.self-approval', // made by a factory
        'organization.list-not-csv', // chosen from a union
      ]),
    );
  });

  it('holds every code that is thrown', () => {
    expect(THROWN.filter((code) => CATALOGUE[code] === undefined)).toEqual([]);
  });

  it('holds every code that a constraint of the database stands for', () => {
    expect(Object.values(CONSTRAINTS).filter((code) => CATALOGUE[code] === undefined)).toEqual([]);
  });

  it('holds no code that nothing throws', () => {
    const written = SOURCES.map(({ text }) => text).join('\n');
    const refusing = new Set([...THROWN, ...Object.values(CONSTRAINTS)]);
    const idle = catalogued.filter((code) => !refusing.has(code) && !written.includes(`'${code}'`));

    expect(idle).toEqual([]);
  });

  it('says each thing in two languages, and the same values in both', () => {
    const values = (text: string): string[] =>
      found(text, /\{(\w+)\}/g)
        .flat()
        .sort();
    const odd = Object.entries(CATALOGUE).filter(
      ([, { vi, en }]) => vi.trim() === '' || en.trim() === '' || String(values(vi)) !== String(values(en)),
    );

    expect(odd.map(([code]) => code)).toEqual([]);
  });

  it('answers with a status of a refusal, and 500 for one code alone', () => {
    const odd = Object.entries(CATALOGUE).filter(([code, { status }]) =>
      code === 'internal' ? status !== 500 : !(status >= 400 && status < 500) && status !== 503,
    );

    expect(odd).toEqual([]);
  });

  it('is what docs/errors.md shows (npm run errors)', () => {
    const page = readFileSync(join(REPOSITORY, 'docs/errors.md'), 'utf8');

    expect(page).toBe(errorsPage(Object.entries(CATALOGUE).map(([code, text]) => ({ code, ...text }))));
  });
});

describe('the faults of fields', () => {
  it('are all worded', () => {
    const validators = SOURCES.find(({ path }) => path === 'libs/platform/src/http/fields.ts')!;
    const used = found(validators.text, /message: '([a-z-]+)'/g).flat();

    expect([...new Set(used)].filter((code) => FIELD_PROBLEMS[code] === undefined)).toEqual([]);
  });
});
