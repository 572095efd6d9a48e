import { type ProblemTexts } from '@app/platform/http';

export const WORK_PROBLEMS = {
  'work.nothing-overdue': {
    status: 409,
    vi: 'Không còn việc nào quá hạn trong danh sách đã chọn.',
    en: 'Nothing of what was chosen is overdue any more.',
  },
  'work.urging-not-found': {
    status: 404,
    vi: 'Không tìm thấy công văn đôn đốc này.',
    en: 'There is no such urging letter.',
  },
  'work.calendar-not-found': {
    status: 404,
    vi: 'Địa chỉ lịch này không có hoặc đã bị thu hồi.',
    en: 'There is no such calendar address, or it was taken back.',
  },
} as const satisfies ProblemTexts;
