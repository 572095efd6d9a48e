import { readFile } from 'node:fs/promises';
import { type ExtractedBlock, type ExtractedCell, type ExtractedDocument, plainSpaces } from '@app/kernel';

/** Reads a text file: UTF-8, UTF-16 with a mark, or Windows-1258 as old programs wrote. */
export async function extractText(path: string): Promise<ExtractedDocument> {
  const pages = decodeText(await readFile(path)).split('\f');
  const blocks = pages.flatMap((page, index) => blocksOf(page, pages.length > 1 ? index + 1 : null));
  return { format: 'text', blocks, headers: [], footers: [], pages: pages.length > 1 ? pages.length : null };
}

/** The text of bytes in one of the encodings that offices use. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

/** Lines become paragraphs; lines drawn as a table with `|` become a table. */
function blocksOf(text: string, page: number | null): ExtractedBlock[] {
  const blocks: ExtractedBlock[] = [];
  let rows: ExtractedCell[][] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, page });
    rows = [];
  };
  for (const line of plainSpaces(text).split('\n')) {
    if (/^\s*\|.*\|\s*$/.test(line)) {
      rows.push(
        line
          .trim()
          .slice(1, -1)
          .split('|')
          .map((cell) => ({ text: cell.trim(), span: 1 })),
      );
      continue;
    }
    flush();
    blocks.push({ kind: 'paragraph', text: line, page });
  }
  flush();
  return blocks;
}
