import { readFile } from 'node:fs/promises';
import type * as PdfLib from 'pdf-lib';
import { alignedFont } from './aligned-font';

export type PdfLibrary = typeof PdfLib;

/** pdf-lib, its font engine and the fonts: 40 MiB, so they are loaded by the first page that needs them. */
export interface PdfKit {
  readonly lib: PdfLibrary;
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  registerFonts(document: PdfLib.PDFDocument): void;
}

/** pdf-lib alone: what stamps copies brings letters of its own. */
export function pdfLibrary(): Promise<PdfLibrary> {
  return import('pdf-lib');
}

let loading: Promise<PdfKit> | undefined;

export function pdfKit(): Promise<PdfKit> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfKit> {
  const [lib, { default: fontkit }, regular, bold] = await Promise.all([
    import('pdf-lib'),
    import('@pdf-lib/fontkit'),
    readFile(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
    readFile(require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf')),
  ]);
  return {
    lib,
    regular: alignedFont(regular),
    bold: alignedFont(bold),
    registerFonts: (document) => document.registerFontkit(fontkit),
  };
}
