import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { runConfined } from '../office';
import { ScanUnreadable } from './scan-errors';

export interface ScanPart {
  readonly path: string;
  readonly type: 'pdf' | 'jpeg' | 'png';
}

export interface ReadScan {
  /** The scan as one PDF: the file itself, or the photos on pages of A4. */
  readonly pdf: string;
  readonly pages: number;
  /** What the QR codes of each page say; an empty list where none can be read. */
  readonly codes: readonly (readonly string[])[];
}

const TIME_LIMIT_MS = 120_000;
const MEMORY_BYTES = 1024 ** 3;
const MOST_PAGES = 300;
const PROGRAM = join(__dirname, `scan-process${extname(__filename)}`);

/**
 * Reads the QR codes of a scan, in a process of its own with limits of time and memory and no network: pictures from
 * outside are unpacked there. @throws ScanUnreadable
 */
export async function readScan(parts: readonly ScanPart[], folder: string): Promise<ReadScan> {
  const work = await mkdtemp(join(folder, 'scan-'));
  const job = {
    parts,
    output: join(work, 'pages.pdf'),
    result: join(work, 'codes.json'),
    mostPages: MOST_PAGES,
  };
  await writeFile(join(work, 'job.json'), JSON.stringify(job));
  const end = await runConfined({
    command: process.execPath,
    args: ['--max-old-space-size=512', '--no-warnings', PROGRAM, join(work, 'job.json')],
    folder: work,
    timeLimitMs: TIME_LIMIT_MS,
    memoryBytes: MEMORY_BYTES,
    // V8 reserves far more addresses than it ever fills: the watch on resident memory is the limit here.
    limitsAddressSpace: false,
  });
  if (end !== 'done' || !existsSync(job.result)) throw new ScanUnreadable();
  const { pages, codes } = JSON.parse(await readFile(job.result, 'utf8')) as Pick<
    ReadScan,
    'pages' | 'codes'
  >;
  const [only] = parts;
  if (only?.type === 'pdf') return { pdf: only.path, pages, codes };
  const pdf = join(folder, 'scan.pdf');
  await rename(job.output, pdf);
  return { pdf, pages, codes };
}
