import { ExportGone, ExportNotReady, ExportOfAnother } from './refusals';

export const EXPORT_STATES = ['waiting', 'running', 'ready', 'failed', 'deleted'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** How long a link may be opened; the archive itself stays for days. */
export const LINK_MINUTES = 15;
/** A worker that is silent for so long is taken for dead. */
export const CLAIM_SECONDS = 60;
export const MOST_ATTEMPTS = 3;

/** What was written into an archive. */
export interface ExportFigures {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly journalEntries: number;
  /** Restricted documents and rows about them that the asker may not read. */
  readonly withheldDocuments: number;
  readonly withheldRows: number;
  /** Files that a row names and the store cannot give, or gives with other bytes; the first of them by name. */
  readonly missing: number;
  readonly missingFiles: readonly string[];
}

/** @throws ExportOfAnother, ExportGone, ExportNotReady */
export function assertMayTake(
  { state, askedBy, expiresAt }: { state: ExportState; askedBy: string; expiresAt: Date | null },
  { personId, now }: { personId: string | null; now: Date },
): void {
  if (askedBy !== personId) throw new ExportOfAnother();
  if (state === 'deleted' || (expiresAt !== null && expiresAt <= now)) throw new ExportGone();
  if (state !== 'ready') throw new ExportNotReady();
}
