import { readFile } from 'node:fs/promises';
import { type TextItem } from 'pdfjs-dist/types/src/display/api';
import { FileRefused } from './office-errors';
import { linesOf, piecesOf, textOf } from './pdf-page';

export interface PageText {
  readonly page: number;
  /** Lines from top to bottom; empty where a page is a picture. */
  readonly text: string;
}

export interface PageTextLimits {
  readonly maxPages: number;
  readonly maxCharactersPerPage: number;
  readonly maxCharacters: number;
}

/** More than any procedure has; a longer file is searched as far as this goes. */
export const PAGE_TEXT_LIMITS: PageTextLimits = {
  maxPages: 2_000,
  maxCharactersPerPage: 20_000,
  maxCharacters: 4_000_000,
};

/** The text of a PDF page by page: only one page is held open at a time. @throws FileRefused */
export async function* pageTexts(
  path: string,
  limits: PageTextLimits = PAGE_TEXT_LIMITS,
): AsyncGenerator<PageText> {
  // Loaded when a PDF is read: it is large, and most processes never need it.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const data = new Uint8Array(await readFile(path));
  const task = getDocument({
    data,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw new FileRefused('file.truncated', { what: String(error) });
    });
    const pages = Math.min(document.numPages, limits.maxPages);
    let left = limits.maxCharacters;
    for (let number = 1; number <= pages && left > 0; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const lines = linesOf(piecesOf(items.filter((item): item is TextItem => 'str' in item)));
      const text = lines.map(textOf).join('\n').replaceAll('\0', '').toWellFormed().normalize('NFC');
      const kept = text.slice(0, Math.min(limits.maxCharactersPerPage, left));
      left -= kept.length;
      page.cleanup();
      yield { page: number, text: kept };
    }
  } finally {
    await task.destroy();
  }
}
