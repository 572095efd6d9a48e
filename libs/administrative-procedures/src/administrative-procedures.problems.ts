import { type ProblemTexts } from '@app/platform/http';

/** What each refusal of this slice says to people. */
export const ADMINISTRATIVE_PROCEDURES_PROBLEMS = {
  'administrative-procedures.bad-procedure': {
    status: 422,
    vi: 'Thông tin thủ tục chưa đúng. Kiểm tra lại các trường được đánh dấu.',
    en: 'Some fields of the administrative procedure are not right. Check the fields that are marked.',
  },
  'administrative-procedures.bad-field': {
    status: 422,
    vi: 'Giá trị không hợp lệ.',
    en: 'This value is not valid.',
  },
  'administrative-procedures.procedure-not-found': {
    status: 404,
    vi: 'Không tìm thấy thủ tục hành chính.',
    en: 'There is no such administrative procedure.',
  },
  'administrative-procedures.procedure-exists': {
    status: 409,
    vi: 'Danh mục đã có thủ tục "{name}" cùng lĩnh vực, cấp và mã.',
    en: 'The register already has "{name}" with this field, level and code.',
  },
  'administrative-procedures.not-the-keeper': {
    status: 403,
    vi: 'Chỉ cơ quan đã ghi thủ tục này mới được sửa.',
    en: 'Only the agency that entered this procedure may change it.',
  },
  'administrative-procedures.not-entitled': {
    status: 403,
    vi: 'Bạn chưa được giao danh mục thủ tục hành chính của tỉnh.',
    en: 'You are not entitled for the administrative procedures of the province.',
  },
  'administrative-procedures.bad-process': {
    status: 422,
    vi: 'Quy trình nội bộ phải có ít nhất một bước, ngày áp dụng hợp lệ và sau quy trình trước.',
    en: 'An internal process needs a step at least, and a valid first day after that of the one before.',
  },
  'administrative-procedures.bad-announcement': {
    status: 422,
    vi: 'Có dòng trong phụ lục chưa đủ: thủ tục mới phải có tên, lĩnh vực, cấp; một thủ tục chỉ đứng một dòng.',
    en: 'Some rows of the annex are not complete: a new procedure needs name, field and level; one stands once.',
  },
  'administrative-procedures.announcement-not-found': {
    status: 404,
    vi: 'Không tìm thấy quyết định công bố.',
    en: 'There is no such decision of announcement.',
  },
  'administrative-procedures.announcement-exists': {
    status: 409,
    vi: 'Quyết định {numberSymbol} đã được ghi nhận cùng phụ lục.',
    en: 'The decision {numberSymbol} is recorded with its annex already.',
  },
  'administrative-procedures.file-not-found': {
    status: 404,
    vi: 'Không tìm thấy tệp quyết định công bố.',
    en: 'There is no such file of an announcement.',
  },
  'administrative-procedures.file-missing': {
    status: 422,
    vi: 'Chưa chọn tệp quyết định công bố.',
    en: 'No file of an announcement was sent.',
  },
} as const satisfies ProblemTexts;

/** Constraint of the database → code of the refusal that it stands for. */
export const ADMINISTRATIVE_PROCEDURES_CONSTRAINTS = {
  procedure_identity: 'administrative-procedures.procedure-exists',
  announcement_once: 'administrative-procedures.announcement-exists',
  internal_process_one_valid: 'administrative-procedures.bad-process',
} as const;
