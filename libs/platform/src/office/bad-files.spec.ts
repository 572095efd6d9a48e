import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DomainError } from '@app/kernel';

import { Figures } from '../../../../test/bad-input/figures';
import { type BadFile, oldWord, pdfs, wordPackages, zipBombs } from '../../../../test/bad-input/generators';
import { type Mutant, mutants } from '../../../../test/bad-input/generators/mutations';
import { sized } from '../../../../test/support/size';
import { extractDocument } from './extract';
import { FILE_PROBLEMS } from './file.problems';
import { inspectFile } from './inspect-file';
import { OfficeConverter } from './office-converter';

const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'iso-bad-files-'));
const figures = new Figures();
const withoutOffice = new OfficeConverter({ command: null });

afterAll(() => {
  figures.print();
  rmSync(folder, { recursive: true });
});

/** What is wrong with what the inspection says of a file; null when it is right. */
async function misjudged(file: BadFile): Promise<string | null> {
  const path = join(folder, 'file');
  writeFileSync(path, await file.bytes());
  const before = process.memoryUsage.rss();
  const begun = performance.now();
  const { problems } = await inspectFile(path, { name: file.fileName });
  const seconds = (performance.now() - begun) / 1000;
  const grown = (process.memoryUsage.rss() - before) / MIB;
  const refusal = problems.find(({ severity }) => severity === 'refused')?.code ?? null;
  const remarks: string[] = problems.map(({ code }) => code);
  figures.count(file.code, refusal ?? 'kept');
  const answer = `${file.what}: ${String(refusal)} ${remarks.join()} in ${seconds.toFixed(1)} s, ${grown.toFixed(0)} MiB`;
  return seconds < 25 && isRight(file, refusal, remarks) ? null : answer;
}

function isRight({ verdict }: BadFile, refusal: string | null, remarks: readonly string[]): boolean {
  if (verdict === 'told') return true;
  if ('refused' in verdict) return refusal !== null && verdict.refused.includes(refusal);
  return refusal === null && verdict.kept.every((remark) => remarks.includes(remark));
}

it.each([
  ['B-01: what unpacks without end is refused before it has unpacked', zipBombs(), 20],
  ['B-02: Word packages that fetch, run, hide or climb are refused or marked', wordPackages(), 40],
  ['B-03: old Word with macros, passwords, loops and missing ends is told apart', oldWord(), 30],
  ['B-04: PDF that runs, hides or never ends is refused, what is only odd is kept', pdfs(), 60],
] as const)(
  '%s',
  async (_, files, least) => {
    const wrong: (string | null)[] = [];
    for (const file of files) wrong.push(await misjudged(file));

    expect(files.length).toBeGreaterThanOrEqual(least);
    expect(wrong.filter((answer) => answer !== null)).toEqual([]);
  },
  300_000,
);

const TYPES = { '.pdf': 'pdf', '.docx': 'docx', '.doc': 'doc' } as const;

/** What comes of a wounded file: its refusal, or how far it can be read. */
async function treated({ extension, bytes }: Mutant): Promise<string> {
  const path = join(folder, `mutant${extension}`);
  writeFileSync(path, bytes);
  const { problems } = await inspectFile(path);
  const refusal = problems.find(({ severity }) => severity === 'refused');
  if (refusal !== undefined) return refusal.code;
  try {
    await extractDocument(path, TYPES[extension], withoutOffice);
    return 'read';
  } catch (error) {
    // With Office this one would be converted; without it nothing else may go wrong.
    return error instanceof DomainError ? error.code : `fault: ${String(error)}`;
  }
}

it('B-08: wounded good files are refused, read, or left to a person, never a fault of ours', async () => {
  const faults: string[] = [];

  for await (const mutant of mutants(sized(500, 5000))) {
    const answer = await treated(mutant);
    figures.count('B-08', answer.startsWith('fault') ? 'fault' : answer);
    if (!(answer in FILE_PROBLEMS) && answer !== 'read') faults.push(`${String(mutant.number)} ${answer}`);
  }

  expect(faults).toEqual([]);
}, 1_200_000);
