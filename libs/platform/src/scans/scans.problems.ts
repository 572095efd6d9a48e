import { type ProblemTexts } from '../http';

/** Texts of this folder's refusals; the problem catalogue joins them. */
export const SCANS_PROBLEMS = {
  'scans.unreadable': {
    status: 422,
    vi: 'Không mở được các trang của bản quét. Hãy quét lại thành PDF, hoặc chụp lại từng trang (JPEG, PNG, mỗi ảnh không quá 40 triệu điểm ảnh).',
    en: 'The pages of the scan cannot be opened. Scan again to PDF, or take photos again (JPEG, PNG, at most 40 megapixels each).',
  },
} as const satisfies ProblemTexts;
