import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Proposal, readProcedure } from '@cli/documents';
import { DomainError, type ExtractedDocument, todayIn } from '@app/kernel';
import {
  assertAcceptable,
  extractDocument,
  extractWordFile,
  FileRefused,
  inspectFile,
  OfficeConverter,
  type ReadableType,
  wordProblem,
} from '@app/platform/office';

/** Files of one start of LibreOffice: enough to spread its start-up, few enough to answer soon. */
const BATCH = 8;
const MAX_BYTES = 50 * 1024 * 1024;
const READABLE: readonly ReadableType[] = ['doc', 'docx', 'pdf', 'text'];

type Line = Readonly<Record<string, unknown>>;

/** Reads each file and writes one JSON object per line, in the order given. @returns how many could not be read */
export async function readCommand(files: readonly string[], write: (line: string) => void): Promise<number> {
  const converter = new OfficeConverter();
  let failed = 0;
  try {
    for (let start = 0; start < files.length; start += BATCH) {
      for (const line of await readBatch(files.slice(start, start + BATCH), converter)) {
        if ('error' in line) failed += 1;
        write(`${JSON.stringify(line)}\n`);
      }
    }
  } finally {
    await converter.close();
  }
  return failed;
}

async function readBatch(files: readonly string[], converter: OfficeConverter): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'iso-read-'));
  try {
    const types = new Map<number, ReadableType | Line>();
    for (const [index, file] of files.entries()) types.set(index, await inspected(file));
    const converted = await convertAll(files, types, converter, folder);
    const lines: Line[] = [];
    for (const [index, file] of files.entries()) {
      const type = types.get(index);
      if (typeof type === 'object') lines.push(type);
      else
        lines.push(await attempt(file, () => extract(file, type ?? 'text', converter, converted.get(index))));
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inspected(file: string): Promise<ReadableType | Line> {
  try {
    const inspection = await inspectFile(file, { accept: READABLE, maxBytes: MAX_BYTES });
    assertAcceptable(inspection);
    return READABLE.find((type) => type === inspection.type) ?? 'text';
  } catch (error) {
    return failure(file, error);
  }
}

/** Old Word files go to LibreOffice together; one that fails there fails alone, when its turn to be read comes. */
async function convertAll(
  files: readonly string[],
  types: ReadonlyMap<number, ReadableType | Line>,
  converter: OfficeConverter,
  folder: string,
): Promise<Map<number, string | DomainError>> {
  const jobs = files.flatMap((input, index) =>
    types.get(index) === 'doc' ? [{ input, output: join(folder, `${index}.docx`), index }] : [],
  );
  if (jobs.length === 0) return new Map();
  try {
    const failures = await converter.tryMany(jobs, 'docx');
    return new Map(jobs.map(({ index, input, output }) => [index, failures.get(input) ?? output]));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Map(jobs.map(({ index }) => [index, error]));
  }
}

async function extract(
  file: string,
  type: ReadableType,
  converter: OfficeConverter,
  converted: string | DomainError | undefined,
): Promise<ExtractedDocument> {
  if (converted instanceof DomainError) throw converted;
  return converted === undefined ? extractDocument(file, type, converter) : extractWordFile(converted);
}

async function attempt(file: string, work: () => Promise<ExtractedDocument>): Promise<Line> {
  try {
    const { signers, content, ...read } = readProcedure(await work(), file, { today: todayIn(new Date()) });
    return { file, ...firstFields(read), ...contentFields(content), signers, problems: read.problems };
  } catch (error) {
    return failure(file, error);
  }
}

function firstFields(read: Omit<Proposal, 'signers' | 'content'>): Line {
  const { code, title, issue, revision, issuedOn, effectiveOn, footers, citations, namedTexts } = read;
  return { code, title, issue, revision, issuedOn, effectiveOn, footers, citations, namedTexts };
}

function contentFields({
  sections,
  cases,
  forms,
  records,
  fee,
  dossier,
  amendments,
}: Proposal['content']): Line {
  const steps = cases.map((one) => ({
    name: one.name,
    limit: one.limit,
    limitFrom: one.limitFrom,
    steps: one.steps.map(({ no, name, responsible, duration }) => ({ no, name, responsible, duration })),
  }));
  return { sections, cases: steps, forms, records, fee, dossier, amendments };
}

function failure(file: string, error: unknown): Line {
  const refusal =
    error instanceof DomainError ? error : new FileRefused('file.unreadable', { reason: reasonOf(error) });
  return { file, error: { code: refusal.code, message: wordProblem(refusal.code, refusal.detail) } };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'không tìm thấy tệp';
  if (code === 'EACCES') return 'không có quyền đọc';
  return code === 'EISDIR' ? 'đây là thư mục' : 'nội dung không đọc được';
}
