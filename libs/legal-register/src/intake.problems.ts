import { type ProblemTexts } from '@app/platform/http';

export const INTAKE_PROBLEMS = {
  'legal-register.intake-not-found': {
    status: 404,
    vi: 'Không tìm thấy văn bản chờ ghi nhận.',
    en: 'There is no such text waiting to be recorded.',
  },
  'legal-register.intake-closed': {
    status: 409,
    vi: 'Văn bản này đã được ghi nhận hoặc đã bỏ qua. Tải lại trang để xem.',
    en: 'This text has been recorded or dismissed already. Load the page again.',
  },
  'legal-register.intake-unreadable': {
    status: 422,
    vi: 'Chưa đọc được nội dung. Nội dung vẫn được giữ; hãy điền các mục bằng tay.',
    en: 'The text could not be read. It is kept: fill in the fields by hand.',
  },
  'legal-register.file-missing': {
    status: 422,
    vi: 'Yêu cầu không có tệp.',
    en: 'The request carries no file.',
  },
  'legal-register.bad-source': {
    status: 422,
    vi: 'Thông tin nguồn chưa đúng. Nguồn tin cần địa chỉ http hoặc https không kèm mật khẩu; thư mục chỉ cần tên.',
    en: 'The source is not right. A feed needs an http or https address without a password; a folder needs its name only.',
  },
  'legal-register.source-not-found': {
    status: 404,
    vi: 'Không tìm thấy nguồn văn bản.',
    en: 'There is no such source.',
  },
  'legal-register.source-exists': {
    status: 409,
    vi: 'Nguồn với địa chỉ này đã có.',
    en: 'There is a source with this address already.',
  },
  'legal-register.source-not-a-feed': {
    status: 422,
    vi: 'Nội dung nhận được không phải nguồn tin RSS hoặc Atom.',
    en: 'What came back is no RSS or Atom feed.',
  },
  'legal-register.source-too-many-items': {
    status: 422,
    vi: 'Nguồn có quá nhiều mục (tối đa {most}).',
    en: 'The source holds too many items (at most {most}).',
  },
  'legal-register.source-no-folder': {
    status: 422,
    vi: 'Chưa có thư mục này, hoặc người vận hành chưa mở thư mục theo dõi (ISO_WATCH_FOLDER).',
    en: 'There is no such folder, or the operator has opened no watched folder (ISO_WATCH_FOLDER).',
  },
  'legal-register.source-answer': {
    status: 422,
    vi: 'Nguồn trả lời mã {status}.',
    en: 'The source answered {status}.',
  },
} as const satisfies ProblemTexts;
