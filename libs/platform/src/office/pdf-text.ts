import { readFile } from 'node:fs/promises';
import { type ExtractedDocument } from '@app/kernel';
import { type TextItem } from 'pdfjs-dist/types/src/display/api';
import { blocksOfPages } from './pdf-blocks';
import { splitMargins } from './pdf-margins';
import { type Piece, piecesOf } from './pdf-page';
import { type Rules, rulesOf } from './pdf-rules';

const MAX_PAGES = 2_000;

interface RawPage {
  readonly pieces: Piece[];
  readonly rules: Rules;
  readonly height: number;
}

/** Text of a PDF as paragraphs and, where rules are drawn, tables; headers and footers told apart by what pages repeat. */
export async function extractPdf(path: string): Promise<ExtractedDocument> {
  const pages = await readPages(new Uint8Array(await readFile(path)));
  const { headers, footers, bodies } = splitMargins(pages.map(({ pieces }) => pieces));
  const blocks = blocksOfPages(pages.map((page, index) => ({ ...page, pieces: bodies[index] ?? [] })));
  return { format: 'pdf', blocks, headers, footers, pages: pages.length };
}

async function readPages(data: Uint8Array): Promise<RawPage[]> {
  // Loaded when a PDF is read: it is large, and most processes never need it.
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Pictures are of no use to a reader of text: none is unpacked.
  const task = getDocument({
    data,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: RawPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push({
        pieces: piecesOf(items.filter((item): item is TextItem => 'str' in item)),
        rules: rulesOf(await page.getOperatorList(), OPS),
        height: (page.view[3] ?? 842) - (page.view[1] ?? 0),
      });
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}
