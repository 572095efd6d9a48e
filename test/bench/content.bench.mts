// Field accuracy of what `cli read` gives of a procedure's content, on the files labelled by hand in content-labels. Names and
// long texts are kept as hashes of their letters: the labels hold no text of the real files and no name of a person.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Group, measure, printed, type ReaderReport, SHARED } from './reader.bench.mts';

const LABELS = join(import.meta.dirname, 'content-labels');

type Json = Readonly<Record<string, unknown>>;

/** Reads the labelled set in both forms; null when the real files are not beside the repository. */
export function benchContent(): ReaderReport[] | null {
  const labels = readdirSync(LABELS)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(LABELS, name), 'utf8')) as { file: string } & Json);
  if (!labels.every(({ file }) => existsSync(join(SHARED, file)))) return null;
  const files = labels.map(({ file }) => join(SHARED, file));
  return printed(labels, (pdfs) => [
    measure(labels, files, { form: 'as uploaded', groups: GROUPS }),
    measure(labels, pdfs, { form: 'as PDF', groups: GROUPS }),
  ]);
}

/** Letters and digits without accents, hashed; a label holds the hash already. */
function hashed(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  if (/^[0-9a-f]{12}$/.test(text)) return text;
  const letters = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, '');
  return createHash('sha256').update(letters).digest('hex').slice(0, 12);
}

function lines(reading: Json, field: string): Json[] {
  const value = reading[field];
  return Array.isArray(value) ? (value as Json[]) : [];
}

function steps(reading: Json, show: (step: Json) => unknown): string[] {
  return lines(reading, 'cases').flatMap((one, index) =>
    lines(one, 'steps').map((step, at) => JSON.stringify([index, at, show(step)])),
  );
}

const GROUPS: readonly Group[] = [
  {
    name: 'sections',
    values: (reading) =>
      lines(reading, 'sections').map((section) =>
        hashed(typeof section === 'string' ? section : section['heading']),
      ),
  },
  {
    name: 'case names',
    values: (reading) => lines(reading, 'cases').map(({ name }, at) => JSON.stringify([at, name])),
  },
  {
    name: 'case limits',
    values: (reading) => lines(reading, 'cases').map(({ limit }, at) => JSON.stringify([at, limit])),
  },
  { name: 'step numbers', values: (reading) => steps(reading, ({ no }) => no) },
  { name: 'step names', values: (reading) => steps(reading, ({ name }) => hashed(name)) },
  { name: 'step responsible', values: (reading) => steps(reading, ({ responsible }) => hashed(responsible)) },
  { name: 'step durations', values: (reading) => steps(reading, ({ duration }) => duration) },
  {
    name: 'forms',
    values: (reading) =>
      lines(reading, 'forms').map((form) => hashed(typeof form === 'string' ? form : form['name'])),
  },
  {
    name: 'records',
    values: (reading) =>
      lines(reading, 'records').map(({ name, place, retention }) =>
        JSON.stringify([hashed(name), hashed(place), retention]),
      ),
  },
  {
    name: 'signers',
    values: (reading) =>
      lines(reading, 'signers').map(({ role, name, position }) =>
        JSON.stringify([role, hashed(name), position]),
      ),
  },
];

if (import.meta.main) {
  const { formatReader } = await import('./reader.bench.mts');
  const reports = benchContent();
  console.log(reports === null ? `content: skipped, ${basename(SHARED)} is not here` : formatReader(reports));
}
