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
  'legal-register.import-too-large': {
    status: 422,
    vi: 'Tệp lớn hơn 5 MB.',
    en: 'The file is larger than 5 MB.',
  },
  'legal-register.import-no-heading': {
    status: 422,
    vi: 'Dòng đầu thiếu cột bắt buộc: Loại văn bản; Số, ký hiệu; Cơ quan ban hành; Ngày ban hành; Trích yếu. Hãy dùng tệp mẫu.',
    en: 'The first line lacks a compulsory column. Use the template.',
  },
  'legal-register.import-too-many-lines': {
    status: 422,
    vi: 'Tệp có quá 500 dòng. Hãy chia nhỏ.',
    en: 'The file has more than 500 lines. Divide it.',
  },
  'legal-register.import-type': {
    status: 422,
    vi: 'Chỉ nhận tệp .xlsx, .csv hoặc .json.',
    en: 'Only .xlsx, .csv and .json are taken.',
  },
  'legal-register.import-not-csv': {
    status: 422,
    vi: 'Không đọc được tệp .csv: dấu nháy hoặc dấu ngăn cột bị lỗi.',
    en: 'The .csv cannot be read: its quotes or separators are broken.',
  },
  'legal-register.import-not-json': {
    status: 422,
    vi: 'Tệp .json phải là một danh sách các đối tượng.',
    en: 'The .json must be a list of objects.',
  },
  'legal-register.import-formula': {
    status: 422,
    vi: 'Ô chứa công thức. Hệ thống không tính công thức; hãy dán giá trị.',
    en: 'The cell holds a formula. Formulas are never worked out: paste the value.',
  },
  'legal-register.import-empty': {
    status: 422,
    vi: 'Thiếu giá trị bắt buộc.',
    en: 'A compulsory value is missing.',
  },
  'legal-register.import-not-a-day': {
    status: 422,
    vi: 'Không phải ngày (viết dạng 28/05/2020).',
    en: 'This is no date (write 28/05/2020).',
  },
  'legal-register.import-no-number': {
    status: 422,
    vi: 'Không thấy số, ký hiệu văn bản nào.',
    en: 'No number of a text is found.',
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
