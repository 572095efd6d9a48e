import { type ProblemTexts } from '@app/platform/http';

export const SEARCH_PROBLEMS = {
  'documents.view-not-found': {
    status: 404,
    vi: 'Không tìm thấy bộ lọc đã lưu này.',
    en: 'This saved filter was not found.',
  },
  'documents.too-many-views': {
    status: 409,
    vi: 'Đã lưu quá nhiều bộ lọc. Hãy bỏ bớt bộ lọc không dùng rồi lưu lại.',
    en: 'Too many filters are saved. Remove some that are not used, then save again.',
  },
  'documents.view-name-taken': {
    status: 409,
    vi: 'Đã có bộ lọc mang tên này. Hãy đặt tên khác.',
    en: 'A filter of this name is saved already. Choose another name.',
  },
} as const satisfies ProblemTexts;

export const SEARCH_CONSTRAINTS = {
  saved_view_name_once: 'documents.view-name-taken',
} as const;
