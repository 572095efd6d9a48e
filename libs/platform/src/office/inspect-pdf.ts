import { readFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from 'pdf-lib';
import { type Findings } from './inspect-ole';
import { type FileProblem, flagged, refused } from './inspection';

const TAIL_BYTES = 2048;
const MAX_PAGES = 5_000;
const MAX_DEPTH = 60;
/** Action types by their `/S`; a search of raw bytes would miss what lies in object streams. */
const ACTIONS: Readonly<Record<string, string>> = {
  '/JavaScript': 'JavaScript',
  '/Launch': 'Launch',
  '/ImportData': 'ImportData',
  '/SubmitForm': 'SubmitForm',
  '/GoToR': 'GoToR',
};
const KEYS: readonly (readonly [string, string])[] = [
  ['JS', 'JavaScript'],
  ['JavaScript', 'JavaScript'],
  ['EmbeddedFiles', 'EmbeddedFiles'],
  ['EF', 'EmbeddedFiles'],
  ['XFA', 'XFA'],
  ['RichMediaContent', 'RichMedia'],
];

/** PDF: whole, not encrypted, nothing that runs; found by parsing every object, those in object streams too. */
export async function inspectPdf(path: string): Promise<Findings> {
  const bytes = await readFile(path);
  if (!bytes.subarray(-TAIL_BYTES).includes('%%EOF'))
    return findings(refused('file.truncated', { reason: 'no end mark' }));
  if (hidesZip(bytes)) return findings(refused('file.package-unsafe', { what: 'PDF + ZIP' }));
  try {
    return findings(
      ...lookAt(
        await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, capNumbers: true }),
      ),
    );
  } catch (error) {
    return findings(refused('file.truncated', { reason: error instanceof Error ? error.message : 'parse' }));
  }
}

function findings(...problems: FileProblem[]): Findings {
  return { type: 'pdf', problems };
}

/** A file that is a PDF at its head and a ZIP at its tail is read as either, by whoever checks least. */
function hidesZip(bytes: Buffer): boolean {
  return bytes.subarray(-66_000).includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
}

function lookAt(document: PDFDocument): FileProblem[] {
  const { context } = document;
  if (context.trailerInfo.Encrypt !== undefined) return [refused('file.encrypted')];
  const what = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) collect(object, what, 0);
  const problems: FileProblem[] = [...what].map((name) =>
    name === 'GoToR'
      ? flagged('file.external-content', { what: name })
      : refused('file.active-content', { what: name }),
  );
  const pages = document.getPageCount();
  if (pages > MAX_PAGES) problems.push(refused('file.bomb', { reason: `${pages} pages` }));
  if (pages === 0) problems.push(refused('file.truncated', { reason: 'no page' }));
  return problems;
}

function collect(object: PDFObject, what: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (object instanceof PDFStream) collect(object.dict, what, depth + 1);
  else if (object instanceof PDFArray) for (const item of object.asArray()) collect(item, what, depth + 1);
  else if (object instanceof PDFDict) {
    for (const name of activeIn(object)) what.add(name);
    for (const [, value] of object.entries()) collect(value, what, depth + 1);
  }
}

function activeIn(object: PDFDict): string[] {
  const action = ACTIONS[object.get(PDFName.of('S'))?.toString() ?? ''];
  const keyed = KEYS.filter(([key]) => object.has(PDFName.of(key))).map(([, name]) => name);
  return action === undefined ? keyed : [action, ...keyed];
}
