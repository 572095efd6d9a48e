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
} as const satisfies ProblemTexts;

/** Constraint of the database → code of the refusal that it stands for. */
export const ADMINISTRATIVE_PROCEDURES_CONSTRAINTS = {
  procedure_identity: 'administrative-procedures.procedure-exists',
  internal_process_one_valid: 'administrative-procedures.bad-process',
} as const;
