const MAX_BYTES = 255;
const EXTENSION = /\.[A-Za-z0-9]{1,10}$/;

/** Controls, separators, bidirectional and zero-width marks, unassigned: nothing a person can see or type in a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN_ON_WINDOWS = /[<>:"|?*]/g;
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** A shell takes a leading dash for an option; a spreadsheet takes these four for a formula. */
const RISKY_START = /^[-=+@]/;
/** No Vietnamese letter needs more than two marks, so a longer pile is not writing. */
const PILE_OF_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * A name that is safe on every disk and in every header, still readable in Vietnamese: NFC, no path, at most 255
 * bytes with its extension kept. Cleaning a clean name changes nothing.
 */
export function cleanFileName(raw: string, fallback = 'tai-lieu'): string {
  const base = raw.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const visible = base
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(FORBIDDEN_ON_WINDOWS, '_')
    .replace(PILE_OF_MARKS, '$1');
  const tidy = visible
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.\p{M}]+|[\s.]+$/gu, '')
    .normalize('NFC');
  if (tidy === '') return fallback;
  const safe = RISKY_START.test(tidy) || RESERVED_ON_WINDOWS.test(tidy) ? `_${tidy}` : tidy;
  return shorten(safe);
}

/** RFC 6266 with RFC 8187: an accentless name for old programs, the true one for all others. */
export function contentDisposition(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const clean = cleanFileName(name);
  const plain = withoutAccents(clean);
  const quoted = `${how}; filename="${plain}"`;
  return plain === clean ? quoted : `${quoted}; filename*=UTF-8''${encoded(clean)}`;
}

function withoutAccents(name: string): string {
  return name
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|[%;\\"]/gu, '_');
}

/** `encodeURIComponent` leaves four characters that RFC 8187 wants encoded. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  const room = MAX_BYTES - extension.length;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('vi').segment(name.slice(0, name.length - extension.length))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > room) break;
    kept += segment;
  }
  return `${kept.replace(/[\s.]+$/u, '')}${extension}`;
}
