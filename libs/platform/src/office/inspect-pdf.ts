import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { type Findings } from './inspect-ole';
import { type FileProblem, flagged, refused } from './inspection';
import { type PdfFindings } from './pdf-thread';

const MIB = 1024 * 1024;
const TAIL_BYTES = 2048;
const PROGRAM = join(__dirname, `pdf-thread${extname(__filename)}`);
const TIME_LIMIT_MS = 20_000;
/** Beyond what the process held when it began: a file of 50 MB, parsed, takes less than half. */
const MEMORY_BYTES = 768 * MIB;
const HEAP_MIB = 512;

/** PDF: whole, not encrypted, nothing that runs; found by parsing every object, those in object streams too. */
export async function inspectPdf(path: string): Promise<Findings> {
  const bytes = await readFile(path);
  if (!bytes.subarray(-TAIL_BYTES).includes('%%EOF'))
    return { type: 'pdf', problems: [refused('file.truncated', { reason: 'no end mark' })] };
  if (hidesZip(bytes))
    return { type: 'pdf', problems: [refused('file.package-unsafe', { what: 'PDF + ZIP' })] };
  return { type: 'pdf', problems: problemsOf(await thread.look(path)) };
}

/** A file that is a PDF at its head and a ZIP at its tail is read as either, by whoever checks least. */
function hidesZip(bytes: Buffer): boolean {
  return bytes.subarray(-66_000).includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
}

function problemsOf({ active, encrypted, pages, bomb, damage }: PdfFindings): FileProblem[] {
  if (encrypted) return [refused('file.encrypted')];
  if (bomb !== null) return [refused('file.bomb', { reason: bomb })];
  if (damage !== null) return [refused('file.truncated', { reason: damage })];
  const problems = active.map((what) =>
    what === 'GoToR' ? flagged('file.external-content', { what }) : refused('file.active-content', { what }),
  );
  return pages === 0 ? [...problems, refused('file.truncated', { reason: 'no page' })] : problems;
}

/**
 * A few bytes can keep a parser busy for minutes or unpack to gigabytes: it runs beside this thread, one file at a time,
 * and is ended at its limits.
 */
class PdfThread {
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  look(path: string): Promise<PdfFindings> {
    const next = this.#queue.then(() => this.#run(path));
    this.#queue = next.catch(() => undefined);
    return next;
  }

  #run(path: string): Promise<PdfFindings> {
    const worker = (this.#worker ??= started());
    const before = process.memoryUsage.rss();
    worker.ref();
    return new Promise((resolve) => {
      const finish = (found: PdfFindings): void => {
        clearTimeout(timer);
        clearInterval(watch);
        worker.off('message', finish).off('error', broken).unref();
        resolve(found);
      };
      const stop = (bomb: string): void => {
        this.#worker = null;
        finish({ active: [], encrypted: false, pages: 0, bomb, damage: null });
        worker.once('error', ignored);
        void worker.terminate();
      };
      // Out of its own memory, or a fault of the parser that it could not catch.
      const broken = (): void => stop('memory');
      const timer = setTimeout(() => stop('time'), TIME_LIMIT_MS);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > MEMORY_BYTES) stop('memory');
      }, 100);
      worker.once('message', finish).once('error', broken);
      worker.postMessage(path);
    });
  }
}

function started(): Worker {
  return new Worker(PROGRAM, {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    env: {},
    execArgv: ['--no-warnings'],
  });
}

function ignored(): void {
  // Ended already.
}

const thread = new PdfThread();
