import { type ProblemTexts } from '@app/platform/http';

/** Owner and adopters, documents of predecessors. */
export const ADOPTION_PROBLEMS = {
  'documents.offer-not-found': {
    status: 404,
    vi: 'Không tìm thấy tài liệu được giao áp dụng.',
    en: 'Offered document not found.',
  },
  'documents.offer-closed': {
    status: 409,
    vi: 'Tài liệu này đã được tiếp nhận hoặc cơ quan soạn thảo đã rút lại.',
    en: 'This document was received already, or its owner has withdrawn it.',
  },
  'documents.offering-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần công bố dùng chung.',
    en: 'Offering not found.',
  },
  'documents.offering-closed': {
    status: 409,
    vi: 'Lần công bố dùng chung này đã thôi áp dụng.',
    en: 'This offering is withdrawn already.',
  },
  'documents.offering-open': {
    status: 409,
    vi: 'Tài liệu này đang được công bố dùng chung. Thôi công bố lần trước để đổi nơi nhận.',
    en: 'This document is offered already. Withdraw that first.',
  },
  'documents.not-offerable': {
    status: 409,
    vi: 'Chỉ công bố dùng chung tài liệu đang hiệu lực do chính cơ quan soạn thảo.',
    en: 'Only own documents in force can be offered to others.',
  },
  'documents.nobody-to-offer': {
    status: 422,
    vi: 'Không có cơ quan nào trong tỉnh được chọn để nhận.',
    en: 'No agency of the province is chosen.',
  },
  'documents.owner-not-late': {
    status: 409,
    vi: 'Chỉ xử lý tại chỗ khi cơ quan soạn thảo quá hạn sửa đổi hoặc đã thôi công bố.',
    en: 'Handled locally only when the owner is late or has ended the document.',
  },
  'documents.limit-passed': {
    status: 409,
    vi: 'Ngày hiệu lực không được sau ngày thôi áp dụng của tài liệu tiếp tục áp dụng.',
    en: 'The effective date is past the day until which the document was to apply.',
  },
  'documents.predecessor-not-found': {
    status: 404,
    vi: 'Không tìm thấy tài liệu đang hiệu lực của cơ quan trước sắp xếp.',
    en: 'No predecessor has such a document in force.',
  },
  'documents.already-continued': {
    status: 409,
    vi: 'Tài liệu này đã được đưa vào quyết định tiếp tục áp dụng.',
    en: 'This document is continued already.',
  },
  'documents.kept-by-owner': {
    status: 409,
    vi: 'Tài liệu do cơ quan khác soạn thảo: phiên bản mới được tiếp nhận từ cơ quan đó.',
    en: 'Another agency owns this document: a new version comes from there.',
  },
  'documents.retired-name-known': {
    status: 409,
    vi: 'Tên này đã có trong danh mục.',
    en: 'This name stands in the list already.',
  },
} as const satisfies ProblemTexts;
