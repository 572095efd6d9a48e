import { type ProblemTexts } from '@app/platform/http';

/** Refusals along the way of a version. */
export const WAY_PROBLEMS = {
  'documents.drafting-not-confirmed': {
    status: 409,
    vi: 'Người soạn thảo chưa xác nhận bản nhập thay. Chờ xác nhận trong Việc của tôi, hoặc đánh dấu đã xác nhận trên giấy.',
    en: 'The drafter has not confirmed what was entered for them. Wait for it, or mark that it was confirmed on paper.',
  },
  'documents.drafting-confirmed': {
    status: 409,
    vi: 'Bản soạn thảo đã được xác nhận.',
    en: 'The draft is confirmed already.',
  },
  'documents.not-the-drafter': {
    status: 403,
    vi: 'Chỉ người soạn thảo ghi trên bìa được xác nhận.',
    en: 'Only the drafter named on the cover may confirm.',
  },
  'documents.way-incomplete': {
    status: 422,
    vi: 'Chưa đủ người cho các bước bắt buộc, hoặc một người được chọn hai lần trong cùng một bước.',
    en: 'A compulsory stage has too few people, or names somebody twice.',
  },
  'documents.route-not-found': {
    status: 404,
    vi: 'Không tìm thấy tuyến trình.',
    en: 'Route not found.',
  },
  'documents.route-invalid': {
    status: 422,
    vi: 'Tuyến trình phải có ít nhất một bước xem xét bắt buộc và kết thúc bằng đúng một bước phê duyệt.',
    en: 'A route needs a compulsory review and exactly one approval as its last stage.',
  },
  'documents.already-signed': {
    status: 409,
    vi: 'Đã có người xem xét hoặc kiểm tra, không rút lại được. Đề nghị người đang giữ trả lại.',
    en: 'Somebody has signed already. Ask whoever holds it to return it.',
  },
  'documents.step-not-open': {
    status: 409,
    vi: 'Bước này đã xong hoặc không còn chờ xử lý.',
    en: 'This step is no longer open.',
  },
  'documents.comment-not-found': { status: 404, vi: 'Không tìm thấy ý kiến.', en: 'Comment not found.' },
} as const satisfies ProblemTexts;
