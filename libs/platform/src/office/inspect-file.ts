import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type FileType, sniff } from './file-type';
import { FileRefused } from './office-errors';
import { type FileInspection, type FileProblem, refused } from './inspection';
import { type Findings, inspectOle } from './inspect-ole';
import { inspectPackage } from './inspect-package';
import { inspectPdf } from './inspect-pdf';

export interface InspectionOptions {
  /** The name under which it came; its extension must fit the content. The path's own name when left out. */
  readonly name?: string;
  readonly accept?: readonly FileType[];
  readonly maxBytes?: number;
}

const MIB = 1024 * 1024;
const UPLOADS: readonly FileType[] = ['doc', 'docx', 'pdf'];
const EXTENSIONS: Readonly<Record<string, FileType>> = {
  '.doc': 'doc',
  '.docx': 'docx',
  '.docm': 'docm',
  '.pdf': 'pdf',
  '.txt': 'text',
  '.jpg': 'image',
  '.jpeg': 'image',
  '.png': 'image',
};
const NAMES: Readonly<Partial<Record<FileType, string>>> = {
  doc: 'Word 97–2003 (.doc)',
  docx: 'Word (.docx)',
  docm: 'Word có macro (.docm)',
  pdf: 'PDF',
  rtf: 'RTF',
  html: 'trang web (HTML)',
  text: 'văn bản thuần',
  image: 'ảnh',
  xls: 'Excel',
  xlsx: 'Excel',
  odt: 'OpenDocument',
};

/** Looks into a file by its content: type, wholeness, encryption, macros, bombs, active content. Reads only, never runs anything. */
export async function inspectFile(path: string, options: InspectionOptions = {}): Promise<FileInspection> {
  const { accept = UPLOADS, maxBytes = 50 * MIB, name = path } = options;
  const { size } = await stat(path);
  if (size === 0) return { type: 'unknown', bytes: 0, problems: [refused('file.empty')] };
  if (size > maxBytes)
    return {
      type: 'unknown',
      bytes: size,
      problems: [refused('file.too-large', { limit: Math.floor(maxBytes / MIB) })],
    };
  const found = await lookInto(path);
  return {
    type: found.type,
    bytes: size,
    problems: [...nameProblems(name, found, accept), ...found.problems],
  };
}

/** @throws FileRefused for the first finding that refuses the file */
export function assertAcceptable(inspection: FileInspection): void {
  const problem = inspection.problems.find(({ severity }) => severity === 'refused');
  if (problem) throw new FileRefused(problem.code, problem.detail);
}

async function lookInto(path: string): Promise<Findings> {
  const type = await sniff(path);
  if (type === 'ole') return inspectOle(path);
  if (type === 'zip') return inspectPackage(path);
  return type === 'pdf' ? inspectPdf(path) : { type, problems: [] };
}

/** A torn container does not tell what it was: then only its damage is reported, not its name. */
function nameProblems(name: string, found: Findings, accept: readonly FileType[]): FileProblem[] {
  const isTorn = ['zip', 'ole'].includes(found.type) && found.problems.length > 0;
  // A document with macros is refused for its macros, under whatever name.
  if (isTorn || found.type === 'docm') return [];
  const extension = extname(name).toLowerCase();
  return extension === '' || EXTENSIONS[extension] === found.type
    ? unlessAccepted(found.type, accept)
    : [refused('file.mislabelled', { extension, type: NAMES[found.type] ?? found.type })];
}

function unlessAccepted(type: FileType, accept: readonly FileType[]): FileProblem[] {
  return accept.includes(type) ? [] : [refused('file.type-unknown', { type })];
}
