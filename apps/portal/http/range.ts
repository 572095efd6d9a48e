import { type IncomingHttpHeaders } from 'node:http';

import { type ByteRange } from '@app/platform/storage';

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

type Asked = Required<ByteRange> | null | 'unsatisfiable';

/**
 * The one range asked for; null for the whole (no range, several, not understood, or of another version), as RFC 9110
 * allows; 'unsatisfiable' when it lies behind the end.
 */
export function requestedRange(
  headers: IncomingHttpHeaders,
  { etag, size }: { etag: string; size: number },
): Asked {
  const { range = '', 'if-range': ifRange = etag } = headers;
  const parts = ONE_RANGE.exec(range);
  return parts === null || ifRange !== etag ? null : partOf([parts[1] ?? '', parts[2] ?? ''], size);
}

function partOf([from, to]: readonly [string, string], size: number): Asked {
  if (from === '') return to === '' ? null : lastBytes(Number(to), size);
  return between(Number(from), to === '' ? size - 1 : Number(to), size);
}

function between(start: number, end: number, size: number): Asked {
  if (start >= size) return 'unsatisfiable';
  return end < start ? null : { start, end: Math.min(end, size - 1) };
}

function lastBytes(length: number, size: number): Asked {
  if (length === 0 || size === 0) return 'unsatisfiable';
  return { start: Math.max(0, size - length), end: size - 1 };
}
