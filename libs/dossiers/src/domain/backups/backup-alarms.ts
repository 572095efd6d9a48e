/** A run of backup or of the restore drill, as far as the alarms ask. */
export interface BackupRun {
  readonly kind: 'backup' | 'drill';
  readonly finishedAt: Date;
  readonly succeeded: boolean;
  readonly bytes: number;
}

export const BACKUP_ALARMS = [
  'backup-missing',
  'backup-old',
  'backup-failed',
  'backup-shrunk',
  'drill-missing',
  'drill-old',
  'drill-failed',
] as const;
export type BackupAlarm = (typeof BACKUP_ALARMS)[number];

const HOUR_MS = 3_600_000;
const BACKUP_HOURS = 26;
const DRILL_DAYS = 35;
/** A backup that lost a fifth of its size has probably lost something else. */
const SHRUNK = 0.8;

/** What an operator must look at: age, failure and size, for a backup can be empty and succeed. Runs come newest first. */
export function backupAlarms(runs: readonly BackupRun[], now: Date): BackupAlarm[] {
  const backups = runs.filter(({ kind }) => kind === 'backup');
  const drills = runs.filter(({ kind }) => kind === 'drill');
  return [
    ...alarmsOf(backups, { now, longest: BACKUP_HOURS * HOUR_MS, name: 'backup' }),
    ...(isShrunk(backups) ? (['backup-shrunk'] as const) : []),
    ...alarmsOf(drills, { now, longest: DRILL_DAYS * 24 * HOUR_MS, name: 'drill' }),
  ];
}

function alarmsOf(
  runs: readonly BackupRun[],
  { now, longest, name }: { now: Date; longest: number; name: 'backup' | 'drill' },
): BackupAlarm[] {
  const good = runs.find(({ succeeded }) => succeeded);
  const failed: BackupAlarm[] = runs[0]?.succeeded === false ? [`${name}-failed`] : [];
  if (good === undefined) return [`${name}-missing`, ...failed];
  const isOld = now.getTime() - good.finishedAt.getTime() > longest;
  return isOld ? [`${name}-old`, ...failed] : failed;
}

function isShrunk(backups: readonly BackupRun[]): boolean {
  const [last, before] = backups.filter(({ succeeded }) => succeeded);
  return last !== undefined && before !== undefined && last.bytes < before.bytes * SHRUNK;
}
