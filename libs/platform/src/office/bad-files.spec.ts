import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DomainError } from '@app/kernel';

import { Figures } from '../../../../test/bad-input/figures';
import { type Mutant, mutants } from '../../../../test/bad-input/generators/mutations';
import { sized } from '../../../../test/support/size';
import { extractDocument } from './extract';
import { FILE_PROBLEMS } from './file.problems';
import { inspectFile } from './inspect-file';
import { OfficeConverter } from './office-converter';

const folder = mkdtempSync(join(tmpdir(), 'iso-bad-files-'));
const figures = new Figures();
const withoutOffice = new OfficeConverter({ command: null });

afterAll(() => {
  figures.print();
  rmSync(folder, { recursive: true });
});

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
