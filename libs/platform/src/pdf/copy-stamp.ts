import { formatVi, type LocalDate } from '@app/kernel';

/** A signature as a copy names it, in words (RI-10). */
export interface StampedSignature {
  /** `Soạn thảo`, `Xem xét`, `Phê duyệt`. */
  readonly meaning: string;
  readonly name: string;
  /** With its formula (`KT. CHỦ TỊCH`); empty when nobody said one. */
  readonly position: string;
  /** An instant, said by the clock of Viet Nam. */
  readonly at: Date | null;
  /** `Ký trong phần mềm`, `Ký số ngoài phần mềm`, `Ký trên giấy`. */
  readonly way: string;
  readonly note: string | null;
  /** Why it no longer counts for this content; null when it does (RI-11). */
  readonly invalid: string | null;
}

/** What a copy says of itself (DI-11). */
export interface CopyStamp {
  readonly code: string;
  readonly title: string;
  readonly issue: number;
  readonly revision: number;
  /** In the words of the screen, `Đang hiệu lực`. */
  readonly state: string;
  /** False marks the state in red: an earlier, coming or withdrawn version. */
  readonly inForce: boolean;
  readonly decision: { readonly number: string; readonly date: LocalDate } | null;
  readonly takenBy: string;
  readonly takenAt: Date;
  /** Number of a controlled paper copy; null for an ordinary download. */
  readonly copyNumber: string | null;
  readonly signatures: readonly StampedSignature[];
  /** Lies slanting over every page; for what is not to be worked by. */
  readonly mark?: string | null;
  /** Where the QR code leads. */
  readonly url: string;
}

export function issueWords({ issue, revision }: CopyStamp): string {
  return `Lần ban hành: ${twoDigits(issue)} · Lần sửa đổi: ${twoDigits(revision)}`;
}

export function decisionWords({ decision }: CopyStamp): string {
  return decision
    ? `Quyết định số ${decision.number} ngày ${formatVi(decision.date)}`
    : 'Chưa có quyết định ban hành';
}

export function takenWords({ takenBy, takenAt }: CopyStamp): string {
  return `Tải về bởi ${takenBy} lúc ${instantVi(takenAt)}`;
}

export function copyWords({ copyNumber }: CopyStamp): string {
  return copyNumber === null ? 'Bản in không kiểm soát' : `Bản kiểm soát số ${copyNumber}`;
}

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** dd/MM/yyyy HH:mm in Viet Nam, wherever the server stands. */
export function instantVi(instant: Date): string {
  return PARTS.format(instant).replace(',', '');
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
