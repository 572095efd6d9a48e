// Precision and recall of `cli read` on the set labelled by hand in test/bench/labels (the real files stay outside the
// repository, in ../shared). Each .doc is read as it is and once more as the PDF that LibreOffice makes of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const REPOSITORY = dirname(dirname(import.meta.dirname));
export const SHARED = process.env['ISO_SHARED'] ?? join(REPOSITORY, '..', 'shared');
const LABELS = join(import.meta.dirname, 'labels');
const FIELDS = ['code', 'title', 'issue', 'revision', 'issuedOn', 'effectiveOn'] as const;

type Json = Readonly<Record<string, unknown>>;
/** A file that could not be read has an error in place of these. */
export interface Reading extends Json {
  readonly file: string;
  readonly footers?: readonly Json[];
  readonly citations?: readonly Json[];
  readonly namedTexts?: readonly Json[];
}

/** How often a group was found rightly, wrongly, or not at all. */
export interface Score {
  readonly group: string;
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
}
export interface ReaderReport {
  readonly form: 'as uploaded' | 'as PDF';
  readonly files: number;
  readonly seconds: number;
  readonly scores: readonly Score[];
  readonly differences: readonly string[];
}

/** Reads the labelled set in both forms; null when the real files are not beside the repository. */
export function benchReader(): ReaderReport[] | null {
  const labels = loadLabels();
  if (!labels.every(({ file }) => existsSync(join(SHARED, file)))) return null;
  const files = labels.map(({ file }) => join(SHARED, file));
  const groups = [...FIELDS.map(fieldGroup), ...LIST_GROUPS];
  const plain = measure(labels, files, { form: 'as uploaded', groups });
  const old = labels.filter(({ file }) => file.endsWith('.doc'));
  return [plain, printed(old, (pdfs) => measure(old, pdfs, { form: 'as PDF', groups }))];
}

/** Works on the PDFs that LibreOffice makes of the files, and takes them away again. */
export function printed<Result>(
  labels: readonly { file: string }[],
  work: (pdfs: readonly string[]) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'iso-bench-'));
  try {
    return work(printToPdf(labels, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The reports as lines of a table. */
export function formatReader(reports: readonly ReaderReport[]): string {
  return reports
    .flatMap(({ form, files, seconds, scores, differences }) => [
      `reader, ${files} labelled files ${form}, ${seconds.toFixed(1)} s`,
      ...scores.map(line),
      ...differences.map((difference) => `    ${difference}`),
    ])
    .join('\n');
}

export function loadLabels(): Reading[] {
  return readdirSync(LABELS)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(LABELS, name), 'utf8')) as Reading);
}

function line({ group, found, wrong, missed }: Score): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '    –' : (part / whole).toFixed(3));
  return `  ${group.padEnd(28)} precision ${share(found, found + wrong)}  recall ${share(found, found + missed)}  (${found} of ${found + missed})`;
}

function printToPdf(labels: readonly { file: string }[], folder: string): string[] {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const inputs = labels.map(({ file }) => join(SHARED, file));
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...inputs], {
    stdio: 'ignore',
  });
  return inputs.map((input) => join(folder, `${basename(input, '.doc')}.pdf`));
}

/** Reads the files by the command line and holds each group of fields against its labels. */
export function measure(
  labels: readonly Reading[],
  files: readonly string[],
  { form, groups }: { form: ReaderReport['form']; groups: readonly Group[] },
): ReaderReport {
  const started = performance.now();
  const { stdout } = spawnSync(process.execPath, [join(REPOSITORY, 'scripts', 'cli.mjs'), 'read', ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = (performance.now() - started) / 1000;
  const readings = stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Reading);
  const pairs = labels.map((label, index) => ({ label, reading: readings[index] ?? { file: '' } }));
  const tallies = groups.map((group) => tally(group, pairs));
  return {
    form,
    files: files.length,
    seconds,
    scores: tallies.map(({ score }) => score),
    differences: tallies.flatMap(({ differences }) => differences),
  };
}

export interface Group {
  readonly name: string;
  values(reading: Reading): string[];
}

function fieldGroup(field: (typeof FIELDS)[number]): Group {
  return {
    name: field,
    values: (reading) =>
      reading[field] === null || reading[field] === undefined ? [] : [JSON.stringify(reading[field])],
  };
}

const LIST_GROUPS: readonly Group[] = [
  { name: 'footers', values: ({ footers }) => (footers ?? []).map((footer) => JSON.stringify(footer)) },
  {
    name: 'citations, number-symbol',
    values: ({ citations = [] }) => citations.map((cited) => String(cited['numberSymbol'])),
  },
  {
    name: 'citations, all four fields',
    values: ({ citations = [] }) => citations.map((cited) => JSON.stringify(cited)),
  },
  { name: 'named texts', values: ({ namedTexts = [] }) => namedTexts.map((named) => JSON.stringify(named)) },
];

function tally(
  group: Group,
  pairs: readonly { label: Reading; reading: Reading }[],
): { score: Score; differences: string[] } {
  const counts = { found: 0, wrong: 0, missed: 0 };
  const differences: string[] = [];
  for (const { label, reading } of pairs) {
    const expected = group.values(label);
    const given = group.values(reading);
    const wrong = given.filter((value) => !expected.includes(value));
    const missed = expected.filter((value) => !given.includes(value));
    counts.found += given.length - wrong.length;
    counts.wrong += wrong.length;
    counts.missed += missed.length;
    for (const value of wrong) differences.push(`+ ${basename(label.file)}: ${group.name} ${value}`);
    for (const value of missed) differences.push(`- ${basename(label.file)}: ${group.name} ${value}`);
  }
  return { score: { group: group.name, ...counts }, differences };
}

if (import.meta.main) {
  const reports = benchReader();
  console.log(
    reports === null ? 'reader: skipped, ../shared/data/procedures is not here' : formatReader(reports),
  );
}
