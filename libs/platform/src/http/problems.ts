/** One refusal as people read it. `{name}` stands for a value of the refusal's detail. */
export interface ProblemText {
  status: number;
  vi: string;
  en: string;
}
export type ProblemTexts = Readonly<Record<string, ProblemText>>;

export type Language = 'vi' | 'en';

export const PLATFORM_PROBLEMS = {
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến. Vui lòng thử lại; nếu vẫn lỗi, gửi mã đối chiếu cho người quản trị.',
    en: 'Something went wrong on our side. Please try again; if it persists, send the correlation id to the administrator.',
  },
  'lifecycle.illegal-transition': {
    status: 409,
    vi: 'Thao tác không còn phù hợp với trạng thái hiện tại. Tải lại trang để xem trạng thái mới nhất.',
    en: 'This act no longer fits the present state. Reload to see the latest state.',
  },
  'platform.sheet-unreadable': {
    status: 422,
    vi: 'Không đọc được tệp .xlsx này.',
    en: 'This .xlsx cannot be read.',
  },
  'platform.sheet-too-many-rows': {
    status: 422,
    vi: 'Trang tính có quá nhiều dòng.',
    en: 'The sheet has too many rows.',
  },
  'platform.outgoing-address': {
    status: 422,
    vi: 'Địa chỉ này nằm trong mạng nội bộ hoặc không dùng được. Người vận hành có thể mở bằng ISO_OUTGOING_HOSTS.',
    en: 'This address lies in an inner network or cannot be used. The operator may open it by ISO_OUTGOING_HOSTS.',
  },
  'platform.outgoing-redirects': {
    status: 422,
    vi: 'Địa chỉ chuyển hướng quá nhiều lần.',
    en: 'The address redirects too often.',
  },
  'platform.outgoing-too-large': {
    status: 422,
    vi: 'Nội dung nhận được quá lớn.',
    en: 'The answer is too large.',
  },
  'platform.outgoing-slow': {
    status: 503,
    vi: 'Địa chỉ trả lời quá chậm.',
    en: 'The address answers too slowly.',
  },
  'platform.outgoing-unreachable': {
    status: 503,
    vi: 'Không kết nối được tới địa chỉ này.',
    en: 'The address cannot be reached.',
  },
  'platform.stale': {
    status: 412,
    vi: 'Dữ liệu vừa được người khác sửa. Tải lại để xem bản mới rồi thực hiện lại.',
    en: 'Somebody else has just changed this. Reload the new state and try again.',
  },
  'platform.failed-message-not-found': {
    status: 404,
    vi: 'Việc nền này không có trong danh sách lỗi, hoặc đã được chạy lại.',
    en: 'This background job is not in the list of failures, or was tried again already.',
  },
  'platform.if-match-missing': {
    status: 428,
    vi: 'Yêu cầu sửa phải kèm phiên bản đã đọc (If-Match).',
    en: 'An edit must name the version that was read (If-Match).',
  },
  'platform.idempotency-key-reused': {
    status: 422,
    vi: 'Khóa chống gửi trùng đã được dùng cho một yêu cầu khác.',
    en: 'This idempotency key was used for a different request.',
  },
  'platform.idempotency-key-invalid': {
    status: 400,
    vi: 'Khóa chống gửi trùng (Idempotency-Key) không hợp lệ.',
    en: 'The Idempotency-Key is not valid.',
  },
  'platform.invalid': { status: 400, vi: 'Dữ liệu gửi lên chưa hợp lệ.', en: 'The request is not valid.' },
  'platform.invalid-id': {
    status: 400,
    vi: 'Mã định danh không hợp lệ.',
    en: 'The identifier is not valid.',
  },
  'platform.invalid-cursor': {
    status: 400,
    vi: 'Vị trí trang không hợp lệ. Mở lại danh sách từ đầu.',
    en: 'The page position is not valid. Open the list from its beginning.',
  },
  'platform.malformed-body': {
    status: 400,
    vi: 'Nội dung yêu cầu không đọc được.',
    en: 'The request body cannot be read.',
  },
  'platform.body-too-large': {
    status: 413,
    vi: 'Nội dung yêu cầu quá lớn.',
    en: 'The request body is too large.',
  },
  'platform.media-type': {
    status: 415,
    vi: 'Kiểu nội dung của yêu cầu không được hỗ trợ.',
    en: 'The media type of the request is not supported.',
  },
  'platform.not-found': { status: 404, vi: 'Không tìm thấy nội dung này.', en: 'Not found.' },
  'platform.method-not-allowed': {
    status: 405,
    vi: 'Thao tác không được hỗ trợ.',
    en: 'Method not allowed.',
  },
  'platform.conflict': {
    status: 409,
    vi: 'Dữ liệu trùng hoặc mâu thuẫn với bản ghi đã có.',
    en: 'This conflicts with a record that exists.',
  },
  'platform.busy': {
    status: 503,
    vi: 'Hệ thống đang bận, vui lòng thử lại sau ít phút.',
    en: 'The system is busy, please try again in a moment.',
  },
  'platform.too-many-requests': {
    status: 429,
    vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Vui lòng chờ một lát.',
    en: 'Too many requests in a short time. Please wait a moment.',
  },
  'platform.cross-site': {
    status: 403,
    vi: 'Yêu cầu thay đổi phải đến từ chính trang của hệ thống.',
    en: 'A change must come from the pages of this system.',
  },
  'platform.text-not-storable': {
    status: 400,
    vi: 'Văn bản chứa ký tự không lưu được.',
    en: 'The text holds characters that cannot be stored.',
  },
} as const satisfies ProblemTexts;

/** Codes of single fields, answered in `errors[]`. */
export const FIELD_PROBLEMS: Readonly<Record<string, { vi: string; en: string }>> = {
  required: { vi: 'Bắt buộc nhập.', en: 'Required.' },
  'not-text': { vi: 'Phải là văn bản.', en: 'Must be text.' },
  'too-long': { vi: 'Quá dài.', en: 'Too long.' },
  'too-short': { vi: 'Quá ngắn.', en: 'Too short.' },
  'not-storable': { vi: 'Chứa ký tự không lưu được.', en: 'Holds characters that cannot be stored.' },
  'not-a-date': { vi: 'Ngày không hợp lệ (năm-tháng-ngày).', en: 'Not a valid date (yyyy-mm-dd).' },
  'not-an-id': { vi: 'Mã định danh không hợp lệ.', en: 'Not a valid identifier.' },
  'not-an-integer': { vi: 'Phải là số nguyên trong khoảng cho phép.', en: 'Must be an integer in range.' },
  'not-a-number': { vi: 'Phải là số trong khoảng cho phép.', en: 'Must be a number in range.' },
  'not-a-flag': { vi: 'Phải là đúng hoặc sai.', en: 'Must be true or false.' },
  'not-a-choice': { vi: 'Không nằm trong các lựa chọn.', en: 'Not one of the choices.' },
  'not-a-list': { vi: 'Phải là danh sách.', en: 'Must be a list.' },
  'too-many': { vi: 'Quá nhiều mục.', en: 'Too many items.' },
  'too-few': { vi: 'Cần ít nhất một mục.', en: 'At least one is needed.' },
  'unknown-field': { vi: 'Trường không được phép gửi.', en: 'This field is not accepted.' },
  'needs-the-day': { vi: 'Phải có mốc đúng ngày hạn (0).', en: 'Needs the day itself (0).' },
  'not-in-order': { vi: 'Chưa theo thứ tự tăng dần.', en: 'Not in rising order.' },
  invalid: { vi: 'Chưa hợp lệ.', en: 'Not valid.' },
};
