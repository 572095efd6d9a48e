import { readFile } from 'node:fs/promises';
import {
  type ExtractedBlock,
  type ExtractedCell,
  type ExtractedDocument,
  plainSpaces,
  startsItem,
} from '@app/kernel';

/** Reads a text file: UTF-8, UTF-16 with a mark, or Windows-1258 as old programs wrote. */
export async function extractText(path: string): Promise<ExtractedDocument> {
  const pages = decodeText(await readFile(path)).split('\f');
  const blocks = pages.flatMap((page, index) => blocksOf(page, pages.length > 1 ? index + 1 : null));
  return { format: 'text', blocks, headers: [], footers: [], pages: pages.length > 1 ? pages.length : null };
}

const MAX_WRAP = 120;

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

/** Lines become paragraphs, wrapped ones are joined; lines drawn as a table with `|` become a table. */
function blocksOf(text: string, page: number | null): ExtractedBlock[] {
  const lines = plainSpaces(text).split('\n');
  const width = wrapWidth(lines);
  const blocks: ExtractedBlock[] = [];
  lines.forEach((line, index) => {
    const last = blocks.at(-1);
    const longer = last && appended(last, line, isWrapped(lines[index - 1] ?? '', line, width));
    if (longer) blocks[blocks.length - 1] = longer;
    else blocks.push(blockOf(line, page));
  });
  return blocks;
}

function blockOf(line: string, page: number | null): ExtractedBlock {
  const cells = cellsOf(line);
  return cells ? { kind: 'table', rows: [cells], page } : { kind: 'paragraph', text: line, page };
}

/** The block with the line added, or null when the line begins another one. */
function appended(block: ExtractedBlock, line: string, isWrappedLine: boolean): ExtractedBlock | null {
  const cells = cellsOf(line);
  if (block.kind === 'table') return cells ? { ...block, rows: [...block.rows, cells] } : null;
  return isWrappedLine && !cells ? { ...block, text: `${block.text}\n${line}` } : null;
}

function cellsOf(line: string): ExtractedCell[] | null {
  if (!/^\s*\|.*\|\s*$/.test(line)) return null;
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => ({ text: cell.trim(), span: 1 }));
}

/** The width at which a text was wrapped; 0 when its lines are whole paragraphs. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.filter((line) => line.trim() !== '' && !cellsOf(line)).map(({ length }) => length);
  const width = Math.max(0, ...lengths);
  const full = lengths.filter((length) => length >= width * 0.85).length;
  return width <= MAX_WRAP && full >= lengths.length * 0.2 && full > 3 ? width : 0;
}

/** A full line whose sentence is not over goes on below. */
function isWrapped(line: string, next: string, width: number): boolean {
  const isFull = width > 0 && line.length >= width * 0.8;
  return isFull && next.trim() !== '' && !startsItem(next) && !/[.;:]\s*$/u.test(line);
}
