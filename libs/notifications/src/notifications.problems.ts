import { type ProblemTexts } from '@app/platform/http';

export const NOTIFICATIONS_PROBLEMS = {
  'notifications.bad-rule': {
    status: 422,
    vi: 'Quy tắc nhắc việc chưa hợp lệ: phải có mốc “đúng ngày hạn” (0), các cấp báo cáo theo thứ tự đầu mối, trưởng phòng, lãnh đạo với số ngày tăng dần.',
    en: 'The reminder rule does not hold: it needs the day itself (0), and its levels in order with rising days.',
  },
  'notifications.not-allowed': {
    status: 422,
    vi: 'Lựa chọn này không nằm trong quy định của cơ quan, hoặc giờ bắt đầu và kết thúc không hợp lệ.',
    en: 'This choice goes beyond what the agency allows, or its hours do not hold.',
  },
} as const satisfies ProblemTexts;
