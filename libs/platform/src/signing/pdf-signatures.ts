import type * as PdfLib from 'pdf-lib';
import { openPdf, pdfKit, type PdfLibrary } from '../pdf';

/** A signature as it stands in the file, before anything of it is believed. */
export interface FoundSignature {
  readonly kind: 'person' | 'document-time';
  /** DER of the CMS, padding included. */
  readonly contents: Buffer;
  /** The bytes that are signed. */
  readonly covered: Buffer;
  /** End of the revision that it closes. */
  readonly end: number;
  /** The gap holds exactly the signature and nothing else. */
  readonly wellFormed: boolean;
  readonly reason: string | null;
}

const MOST = 50;

/** Every signature of the file in order of what it covers. @throws PdfEncrypted, PdfUnreadable */
export async function signaturesIn(pdf: Buffer): Promise<FoundSignature[]> {
  const { lib } = await pdfKit();
  const document = await openPdf(lib, pdf);
  const found = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = object instanceof lib.PDFDict ? object : null;
    return dict === null ? [] : inlineOrOwn(lib, dict).map((each) => readSignature(lib, each, pdf));
  });
  return found.slice(0, MOST).sort((left, right) => left.end - right.end);
}

/** A field may hold its signature inside itself. */
function inlineOrOwn(lib: PdfLibrary, dict: PdfLib.PDFDict): PdfLib.PDFDict[] {
  const byteRange = lib.PDFName.of('ByteRange');
  if (dict.has(byteRange)) return [dict];
  const value = dict.get(lib.PDFName.of('V'));
  return value instanceof lib.PDFDict && value.has(byteRange) ? [value] : [];
}

function readSignature(lib: PdfLibrary, dict: PdfLib.PDFDict, pdf: Buffer): FoundSignature {
  const range = numbers(lib, dict.lookup(lib.PDFName.of('ByteRange')));
  const raw = dict.lookup(lib.PDFName.of('Contents'));
  const contents = raw instanceof lib.PDFHexString ? Buffer.from(raw.asBytes()) : Buffer.alloc(0);
  const subFilter = dict.lookup(lib.PDFName.of('SubFilter'))?.toString();
  const [, before = 0, after = 0, length = 0] = range;
  return {
    kind: subFilter === '/ETSI.RFC3161' ? 'document-time' : 'person',
    contents,
    covered: Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, after + length)]),
    end: after + length,
    wellFormed: KNOWN_FORMS.has(subFilter ?? '') && isWhole(range, contents, pdf),
    reason: reasonOf(lib, dict),
  };
}

function reasonOf(lib: PdfLibrary, dict: PdfLib.PDFDict): string | null {
  const reason = dict.lookup(lib.PDFName.of('Reason'));
  const isText = reason instanceof lib.PDFHexString || reason instanceof lib.PDFString;
  return isText ? reason.decodeText().slice(0, 300) : null;
}

/** Detached forms alone: one that carries its own content proves nothing about the file around it. */
const KNOWN_FORMS = new Set(['/adbe.pkcs7.detached', '/ETSI.CAdES.detached', '/ETSI.RFC3161']);

function numbers(lib: PdfLibrary, found: PdfLib.PDFObject | undefined): number[] {
  if (!(found instanceof lib.PDFArray)) return [];
  return found
    .asArray()
    .map((_, index) => found.lookup(index))
    .map((each) => (each instanceof lib.PDFNumber ? each.asNumber() : -1));
}

/** From the first byte on, with a gap that is the signature's own hexadecimal string, to the end of a revision. */
function isWhole(range: readonly number[], contents: Buffer, pdf: Buffer): boolean {
  if (!isInOrder(range, pdf.length)) return false;
  const [, before = 0, after = 0, length = 0] = range;
  const end = after + length;
  const gap = pdf.toString('latin1', before, after);
  const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(gap)?.[1] ?? '';
  const isItself = Buffer.from(hex.replace(/\s/g, ''), 'hex').equals(contents);
  return isItself && /%%EOF\s*$/.test(pdf.toString('latin1', Math.max(0, end - 32), end));
}

function isInOrder(range: readonly number[], size: number): boolean {
  const [start = -1, before = -1, after = -1, length = -1] = range;
  const marks = [before, after, after + length, size];
  return (
    range.length === 4 &&
    start === 0 &&
    before > 0 &&
    marks.every((mark, at) => Number.isSafeInteger(mark) && mark >= (marks[at - 1] ?? 1))
  );
}
