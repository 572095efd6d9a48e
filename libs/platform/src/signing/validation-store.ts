import type * as PdfLib from 'pdf-lib';
import { openPdf, pdfKit, type PdfLibrary } from '../pdf';
import { type RevocationData } from './revocation';

const MOST = 100;

/** The lists and answers that a tool of long-term signatures has put into the file (PAdES, Document Security Store). */
export async function validationStore(pdf: Buffer): Promise<RevocationData> {
  const { lib } = await pdfKit();
  const { catalog } = await openPdf(lib, pdf);
  const store = catalog.lookup(lib.PDFName.of('DSS'));
  if (!(store instanceof lib.PDFDict)) return { lists: [], responses: [] };
  return { lists: streamsOf(lib, store, 'CRLs'), responses: streamsOf(lib, store, 'OCSPs') };
}

function streamsOf(lib: PdfLibrary, store: PdfLib.PDFDict, name: string): Uint8Array[] {
  const list = store.lookup(lib.PDFName.of(name));
  if (!(list instanceof lib.PDFArray)) return [];
  return list
    .asArray()
    .slice(0, MOST)
    .flatMap((_, index) => {
      const stream = list.lookup(index);
      return stream instanceof lib.PDFRawStream ? [lib.decodePDFRawStream(stream).decode()] : [];
    });
}
