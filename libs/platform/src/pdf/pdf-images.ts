import { guarded, openPdf } from './open-pdf';
import { pdfKit } from './pdf-kit';

/** Whether any page could show a picture: a scan, a stamp, a signature. Line drawings are not pictures. @throws PdfEncrypted, PdfUnreadable */
export async function hasImages(pdf: Uint8Array): Promise<boolean> {
  const { lib } = await pdfKit();
  const document = await openPdf(lib, pdf);
  return guarded(() => {
    const image = lib.PDFName.of('Image');
    const subtype = lib.PDFName.of('Subtype');
    return document.context
      .enumerateIndirectObjects()
      .some(([, found]) => found instanceof lib.PDFStream && found.dict.get(subtype) === image);
  });
}
