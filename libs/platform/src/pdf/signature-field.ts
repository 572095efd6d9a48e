import type * as PdfLib from 'pdf-lib';
import { type PdfLibrary } from './pdf-kit';

/**
 * Whether a signature, or a field that waits for one, is in the file. Every object is looked at, not the form alone:
 * a certification may hang from the catalogue, and a signature's bytes are covered wherever it hangs.
 */
export function hasSignatureField({ PDFDict, PDFName }: PdfLibrary, document: PdfLib.PDFDocument): boolean {
  const [fieldType, signature, byteRange] = [PDFName.of('FT'), PDFName.of('Sig'), PDFName.of('ByteRange')];
  return document.context
    .enumerateIndirectObjects()
    .some(
      ([, found]) => found instanceof PDFDict && (found.get(fieldType) === signature || found.has(byteRange)),
    );
}
