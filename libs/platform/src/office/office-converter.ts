import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runConfined } from './confined-process';
import { ConversionFailed, OfficeUnavailable } from './office-errors';
import { giveFonts } from './office-fonts';

const COMMANDS = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/usr/lib/libreoffice/program/soffice'];
/** PDF/A-2b: legible in decades, with its fonts inside (DI-17). */
const PDF_A = JSON.stringify({ SelectPdfVersion: { type: 'long', value: '2' } });
const FILTERS = { docx: 'docx:MS Word 2007 XML', pdf: `pdf:writer_pdf_Export:${PDF_A}` } as const;
export type ConversionTarget = keyof typeof FILTERS;

export interface ConverterOptions {
  /** Path of `soffice`; null when there is none; found by itself when left out. */
  readonly command?: string | null;
  /** Folder under which work and profile lie; the system's temporary folder when left out. */
  readonly workFolder?: string;
  readonly timeLimitMs?: number;
  readonly memoryBytes?: number;
}

/** No macros, no links followed, no recovery questions: the profile of a machine that only converts. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseLocking" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
`;

/** LibreOffice, one conversion at a time, limited in time and memory, in its own profile folder and without network. */
export class OfficeConverter {
  readonly #command: string | null;
  readonly #options: ConverterOptions;
  #queue: Promise<unknown> = Promise.resolve();
  #folder: string | null = null;
  #count = 0;

  constructor(options: ConverterOptions = {}) {
    this.#options = options;
    this.#command = options.command === undefined ? (COMMANDS.find(existsSync) ?? null) : options.command;
  }

  /** Whether Office files can be converted here; the screens say so when not. */
  get isAvailable(): boolean {
    return this.#command !== null && existsSync(this.#command);
  }

  /** Converts one file; the result is written to `output`. @throws OfficeUnavailable, ConversionFailed */
  async convert(input: string, target: ConversionTarget, output: string): Promise<void> {
    await this.convertMany([{ input, output }], target);
  }

  /**
   * Converts several files in one start of LibreOffice (a start costs more than a conversion). A file on which it fails
   * is tried once more alone, so that a bad one harms no other. @throws OfficeUnavailable; ConversionFailed for the first that failed
   */
  async convertMany(
    files: readonly { input: string; output: string }[],
    target: ConversionTarget,
  ): Promise<void> {
    const failures = await this.#next(() => this.#convertAll(files, target));
    const [first] = failures.values();
    if (first) throw first;
  }

  /** As convertMany, but tells per input what failed in place of throwing. */
  tryMany(
    files: readonly { input: string; output: string }[],
    target: ConversionTarget,
  ): Promise<ReadonlyMap<string, ConversionFailed>> {
    return this.#next(() => this.#convertAll(files, target));
  }

  /** Removes profile and work folder. */
  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #convertAll(
    files: readonly { input: string; output: string }[],
    target: ConversionTarget,
  ): Promise<Map<string, ConversionFailed>> {
    const failures = new Map<string, ConversionFailed>();
    const left = files.length > 1 ? (await this.#run(files, target)).left : files;
    for (const file of left) {
      const { left: still, end } = await this.#run([file], target);
      if (still.length > 0)
        failures.set(file.input, new ConversionFailed(end === 'done' ? 'no-output' : end));
    }
    return failures;
  }

  async #run(
    files: readonly { input: string; output: string }[],
    target: ConversionTarget,
  ): Promise<{ left: { input: string; output: string }[]; end: 'done' | 'time' | 'memory' }> {
    if (this.#command === null || !this.isAvailable) throw new OfficeUnavailable();
    const folder = await this.#workFolder();
    const job = join(folder, `job-${(this.#count += 1)}`);
    await mkdir(join(job, 'in'), { recursive: true });
    await giveFonts(job, join(folder, 'fonts'));
    try {
      const inputs = await Promise.all(
        files.map((file, index) => stage(file.input, join(job, 'in', `${index}`))),
      );
      const end = await runConfined({
        command: this.#command,
        args: [
          ...SWITCHES,
          profileSwitch(folder),
          '--convert-to',
          FILTERS[target],
          '--outdir',
          join(job, 'out'),
          ...inputs,
        ],
        folder: job,
        timeLimitMs: (this.#options.timeLimitMs ?? 60_000) + 5_000 * (files.length - 1),
        memoryBytes: this.#options.memoryBytes ?? 1024 ** 3,
      });
      if (end !== 'done') await rm(join(folder, 'profile'), { recursive: true, force: true });
      return { left: await collect(files, job, target), end };
    } finally {
      await rm(job, { recursive: true, force: true });
    }
  }

  async #workFolder(): Promise<string> {
    this.#folder ??= await mkdtemp(join(this.#options.workFolder ?? tmpdir(), 'iso-office-'));
    const user = join(this.#folder, 'profile', 'user');
    if (!existsSync(user)) {
      await mkdir(user, { recursive: true });
      await writeFile(join(user, 'registrymodifications.xcu'), PROFILE);
    }
    return this.#folder;
  }
}

const SWITCHES = [
  '--headless',
  '--norestore',
  '--nologo',
  '--nodefault',
  '--nolockcheck',
  '--nofirststartwizard',
];

function profileSwitch(folder: string): string {
  return `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
}

/** Under a plain name: the given one may begin with a dash, be too long, or lie about the type. */
async function stage(input: string, place: string): Promise<string> {
  const staged =
    place +
    extname(input)
      .toLowerCase()
      .replace(/[^.a-z]/g, '');
  await copyFile(input, staged);
  return staged;
}

async function collect<File extends { output: string }>(
  files: readonly File[],
  job: string,
  target: ConversionTarget,
): Promise<File[]> {
  const left: File[] = [];
  for (const [index, file] of files.entries()) {
    const made = join(job, 'out', `${index}.${target}`);
    if (!existsSync(made)) left.push(file);
    else await move(made, file.output);
  }
  return left;
}

async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async () => {
    // Another file system: rename cannot cross.
    await copyFile(from, to);
  });
}
