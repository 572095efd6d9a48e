/** One line that a fault test wrote about itself. */
export interface Figure {
  profile: 'embedded' | 'server';
  row: string;
  runs: number;
  lost: number;
  doubled: number;
  recoveryMs?: number;
  note?: string;
}

/** What is done in each row, in the words of docs/operations/faults.md. */
const ROWS: Readonly<Record<string, string>> = {
  'F-03': 'PostgreSQL killed -9, all its processes, under load',
  'F-04':
    'server of the queue killed -9, back after 2, 7, 20 s (full size also 60, 180 s), at idle and under load',
  'F-05': 'queue comes back empty, older, or with its end cut off',
  'F-06': 'Redis full (`noeviction`)',
  'F-07': 'Redis with a policy that evicts',
  'F-08': 'line to PostgreSQL cut after COMMIT was sent, before the answer',
  'F-11': 'worker killed -9 in each step of each kind of job',
  'F-12': 'worker blocked for 2 × the lock time, another takes over, the first wakes',
  'F-13': 'a job that kills its worker five times',
  'F-14': 'many workers start at once after three days without any',
  'F-15': 'stray keys, stray jobs, unknown types, payloads of an older release',
  'F-16': 'SMTP refuses, is busy, is slow, is lost after DATA, accepts and bounces',
  'B-19': 'a feed of law that repeats, swaps, turns in circles, comes late or is withdrawn',
  'L-04': 'one law changes for every commune: tasks of two people, mails',
  'F-23': 'clock back 1 h, forward 1 day; zones UTC, New York, Hà Nội',
};
const PROFILES = { embedded: 'PostgreSQL', server: 'Redis' } as const;

/** The figures as one Markdown table, a line per row and queue. */
export function tableOf(figures: readonly Figure[]): string {
  const groups = Map.groupBy(figures, ({ row, profile }) => `${row} ${profile}`);
  const lines = [...groups.keys()].sort().map((key) => lineOf(groups.get(key) ?? []));
  return [
    '| Row | Queue | What is done | Runs | Lost | Doubled | Longest recovery | Note |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function lineOf(figures: readonly Figure[]): string {
  const [first] = figures;
  if (first === undefined) return '';
  const sum = (of: (figure: Figure) => number): string =>
    String(figures.reduce((total, figure) => total + of(figure), 0));
  const longest = Math.max(...figures.map(({ recoveryMs = 0 }) => recoveryMs));
  const notes = [...new Set(figures.flatMap(({ note }) => (note === undefined ? [] : [note])))].join('; ');
  const cells = [
    first.row,
    PROFILES[first.profile],
    ROWS[first.row] ?? '',
    sum(({ runs }) => runs),
    sum(({ lost }) => lost),
    sum(({ doubled }) => doubled),
    `${(longest / 1000).toFixed(1)} s`,
    notes,
  ];
  return `| ${cells.join(' | ')} |`;
}
