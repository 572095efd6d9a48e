import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';

import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';

// A thread of its own: started by inspect-pdf.ts, which ends it at its limits; never imported. It stands alone, so
// that Node runs it as it is written as well as compiled.

/** What a look into every object of a PDF found. */
export interface PdfFindings {
  /** Kinds of active content. */
  readonly active: string[];
  readonly encrypted: boolean;
  readonly pages: number;
  /** Why it is no honest file: unpacks or nests beyond reason. */
  readonly bomb: string | null;
  /** Why it cannot be read at all. */
  readonly damage: string | null;
}

const MIB = 1024 * 1024;
const MOST_PAGES = 5_000;
const MOST_BRANCHES = 20_000;
const MAX_DEPTH = 60;
const MOST_OF_STREAM = 64 * MIB;
const MOST_OF_ALL = 256 * MIB;
const MOST_STATES = 1_000;
/** `q` and `Q` of a page's drawing. */
const SAVE = 0x71;
const RESTORE = 0x51;

/** Action types by their `/S`; a search of raw bytes would miss what lies in object streams. */
const ACTIONS: Readonly<Record<string, string>> = {
  '/JavaScript': 'JavaScript',
  '/Launch': 'Launch',
  '/ImportData': 'ImportData',
  '/SubmitForm': 'SubmitForm',
  '/GoToR': 'GoToR',
  '/GoToE': 'EmbeddedFiles',
  '/Rendition': 'RichMedia',
  '/Movie': 'RichMedia',
  '/Sound': 'RichMedia',
  '/RichMediaExecute': 'RichMedia',
};
/** Annotations that play or run, by their `/Subtype`. */
const PLAYED = new Set(['/Movie', '/Sound', '/3D', '/RichMedia']);
const KEYS: readonly (readonly [string, string])[] = [
  ['JS', 'JavaScript'],
  ['JavaScript', 'JavaScript'],
  ['EmbeddedFiles', 'EmbeddedFiles'],
  ['EF', 'EmbeddedFiles'],
  ['XFA', 'XFA'],
  ['RichMediaContent', 'RichMedia'],
];

// The parser remarks on what it stumbles over, file by file: nothing for a log.
Object.assign(globalThis.console, { warn: () => undefined });

class Bomb extends Error {}

/** A second object of the same number hides the first from us, not from a reader that goes by the table. */
const hidden: PDFObject[] = [];
const assign: unknown = Reflect.get(PDFContext.prototype, 'assign');
PDFContext.prototype.assign = function assignKeeping(this: PDFContext, ref, object): void {
  const before = this.lookup(ref);
  if (before !== undefined) hidden.push(before);
  (assign as PDFContext['assign']).call(this, ref, object);
};

async function look(path: string): Promise<PdfFindings> {
  const found = { active: [] as string[], encrypted: false, pages: 0, bomb: null, damage: null };
  hidden.length = 0;
  try {
    const bytes = readFileSync(path);
    assertObjectStreams(bytes);
    const document = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      capNumbers: true,
      parseSpeed: Infinity,
    });
    if (document.context.trailerInfo.Encrypt !== undefined) return { ...found, encrypted: true };
    return { ...found, active: activeOf(document), pages: pagesOf(document) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'parse';
    return error instanceof Bomb ? { ...found, bomb: reason } : { ...found, damage: reason };
  }
}

/** Object streams are unpacked whole while the file is parsed: they are measured before. */
function assertObjectStreams(bytes: Buffer): void {
  let left = MOST_OF_ALL;
  for (let at = bytes.indexOf('/ObjStm'); at >= 0; at = bytes.indexOf('/ObjStm', at + 7)) {
    const stream = bytes.indexOf('stream', at);
    if (stream < 0) return;
    const begin = stream + (bytes[stream + 6] === 0x0d ? 8 : 7);
    left -= unpacked(bytes.subarray(begin), Math.min(left, MOST_OF_STREAM));
  }
}

/** @returns how much it unpacks to; nothing for what is no packed data @throws Bomb */
function unpacked(packed: Uint8Array, most: number): number {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: Math.max(1, most) });
    assertStates(bytes);
    return bytes.length;
  } catch (error) {
    if (error instanceof Bomb) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Bomb('unpacks beyond the limits');
    return 0;
  }
}

/** Saved states in each other cost whoever reads the page the square of their number; drawings take a few dozen. */
function assertStates(content: Uint8Array): void {
  let depth = 0;
  for (let at = 0; at < content.length; at += 1) {
    const isAlone = isBlank(content[at - 1]) && isBlank(content[at + 1]);
    if (content[at] === SAVE && isAlone) depth += 1;
    else if (content[at] === RESTORE && isAlone && depth > 0) depth -= 1;
    if (depth > MOST_STATES) throw new Bomb('drawing states too deep in each other');
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === undefined || byte === 0 || byte === 9 || byte === 10 || byte === 13 || byte === 32;
}

function activeOf({ context }: PDFDocument): string[] {
  const what = new Set<string>();
  let left = MOST_OF_ALL;
  for (const object of [...hidden, ...context.enumerateIndirectObjects().map(([, value]) => value)]) {
    collect(object, what, 0);
    if (object instanceof PDFRawStream) left -= unpackedStream(object, Math.min(left, MOST_OF_STREAM));
  }
  return [...what];
}

/** Pictures are not unpacked by anybody who only reads; everything else is. @throws Bomb */
function unpackedStream(stream: PDFRawStream, most: number): number {
  if (stream.dict.lookup(PDFName.of('Subtype'))?.toString() === '/Image') return 0;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  const packings = names.filter((name) => /Flate|LZW|RunLength|^\/(?:Fl|RL)$/.test(name));
  if (packings.length > 1) throw new Bomb('packed more than once');
  if (names.length === 1 && names[0] === '/FlateDecode') return unpacked(stream.contents, most);
  if (packings.length === 0) {
    assertStates(stream.contents);
    return 0;
  }
  const { length } = decodePDFRawStream(stream).decode();
  if (length > most) throw new Bomb('unpacks beyond the limits');
  return length;
}

function collect(object: PDFObject | undefined, what: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH) throw new Bomb('objects too deep in each other');
  if (object instanceof PDFStream) collect(object.dict, what, depth + 1);
  else if (object instanceof PDFArray) for (const item of object.asArray()) collect(item, what, depth + 1);
  else if (object instanceof PDFDict) {
    for (const name of activeIn(object)) what.add(name);
    for (const [, value] of object.entries()) collect(value, what, depth + 1);
  }
}

function activeIn(object: PDFDict): string[] {
  const action = ACTIONS[object.lookup(PDFName.of('S'))?.toString() ?? ''];
  const isPlayed = PLAYED.has(object.lookup(PDFName.of('Subtype'))?.toString() ?? '');
  const keyed = KEYS.filter(([key]) => object.has(PDFName.of(key))).map(([, name]) => name);
  return [...(action === undefined ? [] : [action]), ...(isPlayed ? ['RichMedia'] : []), ...keyed];
}

/** Counts leaves without recursion; a branch that hangs in two places makes a small file endless. @throws Bomb */
function pagesOf({ context, catalog }: PDFDocument): number {
  const seen = new Set<PDFObject>();
  const waiting = [{ node: catalog.get(PDFName.of('Pages')), depth: 0 }];
  let pages = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = next.node instanceof PDFRef ? context.lookup(next.node) : next.node;
    if (!(node instanceof PDFDict)) continue;
    const kids = node.lookup(PDFName.of('Kids'));
    if (!(kids instanceof PDFArray)) {
      pages += 1;
      continue;
    }
    assertOnce(node, seen, next.depth);
    if (pages + waiting.length + kids.size() > MOST_PAGES) throw new Bomb('too many pages');
    for (const kid of kids.asArray()) waiting.push({ node: kid, depth: next.depth + 1 });
  }
  return pages;
}

function assertOnce(branch: PDFObject, seen: Set<PDFObject>, depth: number): void {
  if (seen.has(branch) || seen.size > MOST_BRANCHES || depth > MAX_DEPTH)
    throw new Bomb('a tree of pages without end');
  seen.add(branch);
}

parentPort?.on('message', (path: string) => {
  void look(path).then((found) => parentPort?.postMessage(found));
});
