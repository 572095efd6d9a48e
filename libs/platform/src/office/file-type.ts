import { open } from 'node:fs/promises';

/** What a file is by its content; the name plays no part. */
export type FileType =
  | 'doc'
  | 'docx'
  | 'docm'
  | 'xls'
  | 'xlsx'
  | 'ppt'
  | 'pptx'
  | 'odt'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'svg'
  | 'xml'
  | 'text'
  | 'image'
  | 'program'
  | 'archive'
  | 'ole'
  | 'zip'
  | 'unknown';

const SIGNATURES: readonly (readonly [FileType, readonly number[]])[] = [
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x42, 0x4d]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const HEAD_BYTES = 4096;

/** First guess by the first bytes; `ole` and `zip` are looked into by the inspection. */
export async function sniff(path: string): Promise<FileType> {
  const head = await readHead(path);
  const signed = SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  return signed?.[0] ?? sniffText(head);
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function sniffText(head: Buffer): FileType {
  if (head.length === 0 || isBinary(head)) return 'unknown';
  const start = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  if (/^<!doctype html|^<html|^<script|^<body|^<head/.test(start)) return 'html';
  if (start.startsWith('<svg')) return 'svg';
  if (!start.startsWith('<?xml')) return 'text';
  return start.includes('<svg') ? 'svg' : 'xml';
}

/** Zero bytes are no text, but for UTF-16 with its mark. */
function isBinary(head: Buffer): boolean {
  const mark = head.length > 1 ? head.readUInt16BE(0) : 0;
  return mark !== 0xfffe && mark !== 0xfeff && head.includes(0);
}
