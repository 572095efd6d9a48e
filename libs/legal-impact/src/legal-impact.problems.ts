import { type ProblemTexts } from '@app/platform/http';

export const LEGAL_IMPACT_PROBLEMS = {
  'legal-impact.change-not-found': {
    status: 404,
    vi: 'Không tìm thấy thay đổi văn bản này.',
    en: 'There is no such legal change.',
  },
  'legal-impact.not-the-steward': {
    status: 403,
    vi: 'Chỉ cơ quan đã ghi nhận thay đổi mới được xác nhận.',
    en: 'Only the agency that recorded the change may confirm it.',
  },
  'legal-impact.not-entitled': {
    status: 403,
    vi: 'Bạn chưa được giao xác nhận thay đổi văn bản của lĩnh vực này.',
    en: 'You are not entitled to confirm changes in this field of law.',
  },
  'legal-impact.second-person-needed': {
    status: 409,
    vi: 'Thay đổi ảnh hưởng nhiều tài liệu, cần người thứ hai xác nhận.',
    en: 'The change reaches many documents: a second person must confirm it.',
  },
  'legal-impact.bad-deadline': {
    status: 422,
    vi: 'Thời hạn phải từ hôm nay và không quá ba năm.',
    en: 'The deadline must lie between today and three years from now.',
  },
  'legal-impact.no-deadline-rule': {
    status: 409,
    vi: 'Chưa có quy tắc thời hạn rà soát. Liên hệ người quản trị.',
    en: 'Nobody has set how long a revision may take. Ask the administrator.',
  },
  'legal-impact.review-sheet-not-found': {
    status: 404,
    vi: 'Không tìm thấy Phiếu rà soát này.',
    en: 'There is no such review sheet.',
  },
  'legal-impact.extension-reason-needed': {
    status: 422,
    vi: 'Gia hạn phải nêu lý do (ít nhất 10 ký tự).',
    en: 'More time needs a reason of at least 10 letters.',
  },
  'legal-impact.withdraw-reason-needed': {
    status: 422,
    vi: 'Rút một thay đổi phải nêu lý do (ít nhất 10 ký tự).',
    en: 'To withdraw a change needs a reason of at least 10 letters.',
  },
  'legal-impact.assessment-not-found': {
    status: 404,
    vi: 'Không tìm thấy việc rà soát này.',
    en: 'There is no such assessment.',
  },
  'legal-impact.not-your-assessment': {
    status: 403,
    vi: 'Việc rà soát này thuộc đơn vị khác.',
    en: 'This assessment belongs to another unit.',
  },
  'legal-impact.reason-needed': {
    status: 422,
    vi: 'Kết luận "không phải sửa" phải nêu lý do (ít nhất 10 ký tự).',
    en: 'The outcome "no change needed" needs a reason of at least 10 letters.',
  },
  'legal-impact.first-review-not-found': {
    status: 404,
    vi: 'Có dòng rà soát ban đầu không tìm thấy hoặc đã kết luận.',
    en: 'A line of the first review was not found, or is concluded.',
  },
  'legal-impact.change-stands': {
    status: 409,
    vi: 'Thay đổi do văn bản này gây ra đã được xác nhận hoặc đã rút. Rút thay đổi, rút văn bản rồi ghi nhận lại.',
    en: 'The change that this text has made was confirmed or undone. Undo it, withdraw the text and record it again.',
  },
  'legal-impact.relation-without-target': {
    status: 422,
    vi: 'Có quan hệ chưa chọn văn bản bị tác động.',
    en: 'A relation does not say which text it acts on.',
  },
} as const satisfies ProblemTexts;
