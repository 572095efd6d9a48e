const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = 86_400_000;
const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** 'yyyy-mm-dd' as it stands on Vietnamese papers. */
export function formatDay(day: string | null | undefined): string {
  if (day === null || day === undefined || day.length < 10) return '—';
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(
    partsFormat.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
}

export function localDayOf(instant: string): string {
  const parts = partsOf(instant);
  return `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
}

export function formatInstant(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return '—';
  const parts = partsOf(instant);
  return `${formatDay(localDayOf(instant))} ${parts['hour'] ?? ''}:${parts['minute'] ?? ''}`;
}

export function today(): string {
  return localDayOf(new Date().toISOString());
}

/** Whole days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

export function daysSince(instant: string): number {
  return Math.max(0, daysBetween(localDayOf(instant), today()));
}

export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** Thousands as Vietnamese papers write them: 3.652. */
export function formatCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
