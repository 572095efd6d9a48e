import { formatVi, type LocalDate } from '@app/kernel';

export type Via = 'number' | 'name' | 'amended' | 'procedure';

/** One way by which a change reaches a document. */
export interface Reason {
  /** The citation as the document has it. */
  cites: string;
  via: Via;
  /** The text that is changed. */
  target: string | null;
  /** Texts between what is cited and what is changed: each amended or replaced the one before. */
  path: readonly string[];
  kind?: 'replaces' | 'repeals' | 'amends' | 'announces' | null;
  partly?: boolean;
  /** Which articles are changed. */
  note?: string | null;
}

/** One change that a document waits to be assessed for. */
export interface ChangeReason {
  changeText: string;
  deadlineOn: LocalDate;
  reasons: readonly Reason[];
  cites: string;
  /** The last move of its deadline, and why. */
  moved?: { fromOn: LocalDate; reason: string } | null;
}

/** Why a document is to be looked at because of one change, in a line. */
export function reasonWords({ changeText, reasons, cites, moved }: Omit<ChangeReason, 'deadlineOn'>): string {
  const ways = reasons.length === 0 ? [`Viện dẫn ${cites}`] : reasons.map(wayWords);
  const why = `${ways.join('; ')}; thay đổi bởi ${changeText}`;
  return moved ? `${why} (hạn đổi từ ${formatVi(moved.fromOn)}: ${moved.reason})` : why;
}

/** What a task says: one change in a line, several numbered with their deadlines. */
export function taskWords(changes: readonly ChangeReason[]): string {
  const [first] = changes;
  if (first === undefined) return '';
  if (changes.length === 1) return reasonWords(first);
  return changes
    .map((change, at) => `(${String(at + 1)}) ${reasonWords(change)}, hạn ${formatVi(change.deadlineOn)}`)
    .join('\n');
}

function wayWords({ cites, via, target, path }: Reason): string {
  if (via === 'procedure') return `Thực hiện TTHC ${cites}`;
  if (via !== 'amended') return `Viện dẫn ${cites}`;
  const through = [...path, ...(target === null || path.includes(target) ? [] : [target])];
  return `Viện dẫn ${cites}, đã được ${through.join(', ')} sửa đổi hoặc thay thế`;
}
