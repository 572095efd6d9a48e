/** What the QR code on a page of a bản trình ký says: which version, which content, which page. */
export interface PageCode {
  readonly versionId: string;
  /** The first half of the SHA-256 of the content: 128 bits keep the code small enough for a phone. */
  readonly contentMark: string;
  readonly page: number;
}

const FORM = /^ISODT:1:([0-9A-F]{32}):([0-9A-F]{32}):(\d{1,4})$/;

/** Capitals and digits alone: the QR code packs them twice as tight. */
export function pageCode(
  { versionId, contentHash }: { versionId: string; contentHash: string },
  page: number,
): string {
  return `ISODT:1:${versionId.replaceAll('-', '')}:${markOf(contentHash)}:${String(page)}`.toUpperCase();
}

export interface ScanFindings {
  readonly outcome: 'matches' | 'other-version' | 'unreadable';
  readonly pages: number;
  /** Pages of the scan whose code could be read. */
  readonly readPages: number;
  /** Pages of the bản trình ký that no read code names. */
  readonly missingPages: readonly number[];
}

/** One foreign code anywhere is enough to refuse; a page without a readable one proves nothing by itself (OF-03). */
export function judgeScan(
  codes: readonly (readonly string[])[],
  expected: { versionId: string; contentHash: string; pages: number },
): ScanFindings {
  const read = codes.map((page) => page.flatMap((code) => parse(code) ?? []));
  const all = read.flat();
  const isForeign = ({ versionId, contentMark }: PageCode): boolean =>
    versionId !== expected.versionId.replaceAll('-', '').toUpperCase() ||
    contentMark !== markOf(expected.contentHash);
  const seen = new Set(all.map(({ page }) => page));
  return {
    outcome: all.some(isForeign) ? 'other-version' : all.length === 0 ? 'unreadable' : 'matches',
    pages: codes.length,
    readPages: read.filter((page) => page.length > 0).length,
    missingPages: Array.from({ length: expected.pages }, (_, at) => at + 1).filter((page) => !seen.has(page)),
  };
}

function parse(code: string): PageCode | null {
  const [, versionId, contentMark, page] = FORM.exec(code) ?? [];
  return versionId === undefined || contentMark === undefined
    ? null
    : { versionId, contentMark, page: Number(page) };
}

function markOf(contentHash: string): string {
  return contentHash.slice(0, 32).toUpperCase();
}
