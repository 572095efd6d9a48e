import { guarded } from './open-pdf';
import { pdfKit } from './pdf-kit';
import { hasSignatureField } from './signature-field';

export interface PdfInfo {
  readonly encrypted: boolean;
  /** Signed, or with a field that waits for a signature: such a file is never re-saved. */
  readonly signed: boolean;
  readonly pages: number;
  /** As people see them, turned pages included; one entry for each distinct size. */
  readonly sizes: readonly { readonly widthMm: number; readonly heightMm: number }[];
}

const MM_PER_POINT = 25.4 / 72;

/** @throws PdfUnreadable */
export async function pdfInfo(bytes: Uint8Array): Promise<PdfInfo> {
  const { lib } = await pdfKit();
  return guarded(async () => {
    const document = await lib.PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      parseSpeed: Infinity,
    });
    if (document.isEncrypted) return { encrypted: true, signed: false, pages: 0, sizes: [] };
    const sizes = new Map<string, PdfInfo['sizes'][number]>();
    for (const page of document.getPages()) {
      const { width, height } = page.getCropBox();
      const turned = page.getRotation().angle % 180 !== 0;
      const [widthMm, heightMm] = turned ? [mm(height), mm(width)] : [mm(width), mm(height)];
      sizes.set(`${widthMm}x${heightMm}`, { widthMm, heightMm });
    }
    return {
      encrypted: false,
      signed: hasSignatureField(lib, document),
      pages: document.getPageCount(),
      sizes: [...sizes.values()],
    };
  });
}

function mm(points: number): number {
  return Math.round(points * MM_PER_POINT);
}
