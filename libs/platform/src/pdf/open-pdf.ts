import type * as PdfLib from 'pdf-lib';
import { PdfEncrypted, PdfUnreadable } from './pdf-errors';
import { type PdfLibrary } from './pdf-kit';

/** pdf-lib answers damage with whatever its parser trips over: all of it is one refusal. */
export async function openPdf(lib: PdfLibrary, bytes: Uint8Array): Promise<PdfLib.PDFDocument> {
  const document = await guarded(() =>
    lib.PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, parseSpeed: Infinity }),
  );
  if (document.isEncrypted) throw new PdfEncrypted();
  return document;
}

export async function guarded<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new PdfUnreadable(error);
  }
}
