import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExtractedDocument } from '@app/kernel';
import { type OfficeConverter } from './office-converter';
import { ConversionFailed, FileRefused } from './office-errors';
import { extractPdf } from './pdf-text';
import { extractText } from './plain-text';
import { extractWord } from './word-package';
import { XmlRefused } from './xml';
import { ZipRefused } from './zip-package';

export type ReadableType = 'doc' | 'docx' | 'pdf' | 'text';

/** Takes text, tables, headers and footers out of an inspected file. @throws OfficeUnavailable, ConversionFailed, FileRefused */
export async function extractDocument(
  path: string,
  type: ReadableType,
  converter: OfficeConverter,
): Promise<ExtractedDocument> {
  if (type === 'doc') return extractConverted(path, converter);
  return guarded(type === 'docx' ? extractWord(path) : type === 'pdf' ? extractPdf(path) : extractText(path));
}

/** Reads a .docx that our own converter made. */
export async function extractWordFile(path: string): Promise<ExtractedDocument> {
  return guarded(extractWord(path));
}

async function extractConverted(path: string, converter: OfficeConverter): Promise<ExtractedDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'iso-extract-'));
  try {
    const output = join(folder, 'document.docx');
    await converter.convert(path, 'docx', output);
    return await guarded(extractWord(output));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function guarded(work: Promise<ExtractedDocument>): Promise<ExtractedDocument> {
  try {
    return await work;
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof ConversionFailed) return error;
  if (error instanceof ZipRefused) return new FileRefused(`file.${error.fault}`);
  if (error instanceof XmlRefused)
    return new FileRefused(error.fault === 'too-deep' ? 'file.bomb' : 'file.truncated');
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new FileRefused('file.encrypted');
  return /^(?:InvalidPDF|MissingPDF|UnknownError|FormatError)/.test(name)
    ? new FileRefused('file.truncated')
    : error;
}
