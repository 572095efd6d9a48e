import { type ChangeClass } from '../version-fields';

/** What a version asks of those who receive it. */
export const DUTIES = ['acknowledge', 'notice', 'none'] as const;
export type Duty = (typeof DUTIES)[number];

/**
 * R7: an editorial change asks nothing again, a minor one is told, a major one is read and confirmed. A first version
 * has no class: everybody on its list reads it. So does one whose class nobody gave.
 */
export function dutyOf(changeClass: ChangeClass | null, hasPredecessor: boolean): Duty {
  if (!hasPredecessor || changeClass === null || changeClass === 'major') return 'acknowledge';
  return changeClass === 'minor' ? 'notice' : 'none';
}

/** The words that a person is shown and confirms; kept with each confirmation (DI-09). */
export const READ_WORDING = 'Tôi đã đọc và nắm nội dung tài liệu này.';

/** What stands above the signatures on a danh sách ký nhận (OF-09). */
export const MEETING_WORDING =
  'Những người ký tên dưới đây đã được phổ biến, đã đọc và nắm nội dung tài liệu nêu trên.';
