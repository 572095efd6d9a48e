import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../..');

/** Words that say something else than we mean: state audit, inspectorate, censorship. They never stand on a screen. */
const FORBIDDEN_WORDS = ['kiểm toán', 'thanh tra', 'kiểm duyệt'];

function filesBelow(folder: string, keep: (path: string) => boolean): string[] {
  const root = join(REPOSITORY, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true })
    .map((name) => join(root, String(name)))
    .filter((path) => !path.includes('/node_modules/') && !path.includes('/generated/'))
    .filter((path) => statSync(path).isFile() && keep(path));
}

const isSource = (path: string): boolean => /\.(tsx?|mts|html)$/.test(path) && !/\.spec\.tsx?$/.test(path);
const shown = (path: string): string => relative(REPOSITORY, path);

describe('the words on the screen', () => {
  const screens = [
    ...filesBelow('apps', isSource),
    ...filesBelow(
      'libs',
      (path) =>
        isSource(path) &&
        /\/(http|notifications|declarations)\/|\.problems\.ts$|\.permissions\.ts$/.test(path),
    ),
    ...filesBelow('scripts', isSource),
  ];

  it.each(FORBIDDEN_WORDS)('never say "%s"', (word) => {
    const found = screens.filter((path) =>
      readFileSync(path, 'utf8').normalize('NFC').toLowerCase().includes(word),
    );

    expect(found.map(shown)).toEqual([]);
  });

  it('are written in NFC', () => {
    const decomposed = screens.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return text !== text.normalize('NFC');
    });

    expect(decomposed.map(shown)).toEqual([]);
  });
});

describe('the environment', () => {
  it('is read in platform/config only', () => {
    const product = [
      ...filesBelow('apps', isSource),
      ...filesBelow('libs', isSource),
      ...filesBelow('migrations', isSource),
    ];

    const readers = product.filter((path) =>
      /\bprocess\s*\.\s*env\b|\bprocess\[['"]env/.test(readFileSync(path, 'utf8')),
    );

    expect(readers.map(shown).filter((path) => !path.startsWith('libs/platform/src/config/'))).toEqual([]);
  });
});

describe('the code', () => {
  const all = [
    ...filesBelow('apps', isSource),
    ...filesBelow('libs', isSource),
    ...filesBelow('migrations', isSource),
  ];

  it('turns no rule of the linter off', () => {
    expect(
      all
        .filter((path) => /eslint-disable|@ts-ignore|@ts-nocheck/.test(readFileSync(path, 'utf8')))
        .map(shown),
    ).toEqual([]);
  });

  it('leaves nothing to be done later', () => {
    expect(
      all.filter((path) => /\b(TODO|FIXME|HACK|XXX)\b/.test(readFileSync(path, 'utf8'))).map(shown),
    ).toEqual([]);
  });
});
