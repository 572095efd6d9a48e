import { type ProblemTexts } from '@app/platform/http';

/** Refusals about reviews, requests for change, records and their disposal. */
export const UPKEEP_PROBLEMS = {
  'documents.nothing-to-review': {
    status: 409,
    vi: 'Chỉ rà soát định kỳ tài liệu đang hiệu lực.',
    en: 'Only what is in force is reviewed.',
  },
  'documents.external-document-not-found': {
    status: 404,
    vi: 'Không tìm thấy tài liệu bên ngoài.',
    en: 'There is no such external document.',
  },
  'documents.external-document-exists': {
    status: 409,
    vi: 'Tài liệu này đã có trong danh mục tài liệu bên ngoài.',
    en: 'This document is on the list of external documents already.',
  },
  'documents.external-check-days': {
    status: 422,
    vi: 'Ngày kiểm tra không được sau hôm nay, ngày kiểm tra tiếp theo phải sau ngày kiểm tra.',
    en: 'A check is not made after today, and the next one comes after it.',
  },
  'documents.change-request-not-found': {
    status: 404,
    vi: 'Không tìm thấy đề nghị.',
    en: 'Request not found.',
  },
  'documents.change-request-closed': {
    status: 409,
    vi: 'Đề nghị này đã được trả lời.',
    en: 'The request has been answered.',
  },
  'documents.change-request-subject': {
    status: 422,
    vi: 'Đề nghị sửa đổi hoặc bãi bỏ phải chọn tài liệu; đề nghị ban hành mới phải ghi tên tài liệu.',
    en: 'A request to amend or withdraw names a document; one for a new document gives its title.',
  },
  'documents.record-type-not-found': {
    status: 404,
    vi: 'Không tìm thấy loại hồ sơ.',
    en: 'Type of record not found.',
  },
  'documents.record-type-retired': {
    status: 409,
    vi: 'Loại hồ sơ này không còn dùng.',
    en: 'This type of record is no longer used.',
  },
  'documents.record-type-exists': {
    status: 409,
    vi: 'Loại hồ sơ này đã có trong danh mục.',
    en: 'This type of record is on the list already.',
  },
  'documents.record-not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ.',
    en: 'Record not found.',
  },
  'documents.record-completed': {
    status: 409,
    vi: 'Hồ sơ đã hoàn tất, chỉ ghi thêm được dòng đính chính.',
    en: 'The record is complete; only corrections may be added.',
  },
  'documents.correction-target': {
    status: 422,
    vi: 'Dòng được đính chính không thuộc hồ sơ này.',
    en: 'The corrected line is not of this record.',
  },
  'documents.closed-before-opened': {
    status: 422,
    vi: 'Ngày kết thúc không được trước ngày mở hồ sơ.',
    en: 'The closing day cannot be before the opening day.',
  },
  'documents.disposal-not-found': {
    status: 404,
    vi: 'Không tìm thấy danh mục hủy, chuyển giao.',
    en: 'Disposal list not found.',
  },
  'documents.record-not-disposable': {
    status: 409,
    vi: 'Có hồ sơ chưa hết thời hạn lưu, đang được giữ lại hoặc đã nằm trong danh mục khác.',
    en: 'A record is within its retention, on hold, or on another list.',
  },
  'documents.disposal-closed': {
    status: 409,
    vi: 'Danh mục này không còn ở bước đó.',
    en: 'The list is no longer at that step.',
  },
  'documents.own-disposal': {
    status: 403,
    vi: 'Người lập danh mục không được tự duyệt.',
    en: 'Nobody approves the list that they propose.',
  },
} as const satisfies ProblemTexts;
