import { type VersionValues } from './version-values';

/** Of this tab and its session: a computer at a counter is used by several people. */
const PLACE = 'iso.upload-form';

interface Kept {
  uploadId: string;
  values: Partial<VersionValues>;
}

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** What was typed beside this file before the page was lost: a broken connection loses no field. */
export function keptValues(uploadId: string): Partial<VersionValues> {
  const kept = read();
  return kept?.uploadId === uploadId ? kept.values : {};
}

export function keepValues(uploadId: string, values: Partial<VersionValues>): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify({ uploadId, values } satisfies Kept));
  } catch {
    // A browser that keeps nothing still has the open page.
  }
}

export function forgetValues(): void {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept.
  }
}
