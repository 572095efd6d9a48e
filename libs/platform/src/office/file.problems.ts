/** What each finding of the inspection, and each failure of conversion, says to people. */
export const FILE_PROBLEMS = {
  'file.empty': {
    status: 422,
    vi: 'Tệp rỗng (0 byte). Kiểm tra lại tệp rồi tải lên lần nữa.',
    en: 'The file is empty (0 bytes). Check it and upload again.',
  },
  'file.too-large': {
    status: 413,
    vi: 'Tệp lớn hơn giới hạn cho phép ({limit} MB).',
    en: 'The file is larger than the limit ({limit} MB).',
  },
  'file.type-unknown': {
    status: 422,
    vi: 'Loại tệp không được nhận. Hãy dùng tệp Word (.doc, .docx) hoặc PDF.',
    en: 'This type of file is not taken. Use Word (.doc, .docx) or PDF.',
  },
  'file.mislabelled': {
    status: 422,
    vi: 'Đuôi tệp “{extension}” không đúng với nội dung (thực chất là {type}). Hãy mở tệp, lưu lại đúng định dạng rồi tải lên.',
    en: 'The extension “{extension}” does not match the content ({type}). Open the file, save it in the right format, upload again.',
  },
  'file.truncated': {
    status: 422,
    vi: 'Tệp bị hỏng hoặc bị cắt cụt, không đọc hết được. Hãy lấy lại bản gốc rồi tải lên.',
    en: 'The file is damaged or cut off. Take the original again and upload it.',
  },
  'file.encrypted': {
    status: 422,
    vi: 'Tệp được đặt mật khẩu hoặc mã hóa. Hãy bỏ mật khẩu rồi tải lên.',
    en: 'The file is encrypted or protected by a password. Remove the protection and upload again.',
  },
  'file.macro': {
    status: 422,
    vi: 'Tệp có chứa macro. Hãy lưu lại thành tệp không có macro (.docx) rồi tải lên.',
    en: 'The file contains macros. Save it without macros (.docx) and upload again.',
  },
  'file.bomb': {
    status: 422,
    vi: 'Tệp nén bung ra quá lớn hoặc có cấu trúc bất thường, không được nhận.',
    en: 'The file unpacks to far too much or is built abnormally; it is refused.',
  },
  'file.active-content': {
    status: 422,
    vi: 'Tệp có nội dung tự chạy hoặc gọi ra ngoài ({what}), không được nhận. Hãy xuất lại tệp không có nội dung đó.',
    en: 'The file contains active content ({what}) and is refused. Export it again without that.',
  },
  'file.package-unsafe': {
    status: 422,
    vi: 'Cấu trúc bên trong tệp không an toàn ({what}), không được nhận. Hãy mở bằng Word và lưu lại.',
    en: 'The inner structure of the file is unsafe ({what}). Open it in Word and save it again.',
  },
  'file.external-content': {
    status: 422,
    vi: 'Tệp tham chiếu nội dung bên ngoài ({what}); nội dung đó sẽ không được tải về.',
    en: 'The file refers to outside content ({what}), which will not be fetched.',
  },
  'file.embedded-object': {
    status: 422,
    vi: 'Tệp có đối tượng nhúng ({what}); đối tượng chỉ được giữ trong bản gốc.',
    en: 'The file has embedded objects ({what}); they are kept in the master only.',
  },
  'file.unreadable': {
    status: 422,
    vi: 'Không mở được tệp: {reason}.',
    en: 'The file cannot be opened: {reason}.',
  },
  'office.unavailable': {
    status: 503,
    vi: 'Máy chủ chưa cài LibreOffice nên chưa chuyển đổi được tệp Word. Các chức năng khác vẫn dùng được.',
    en: 'LibreOffice is not installed on the server, so Word files cannot be converted. Everything else works.',
  },
  'office.conversion-failed': {
    status: 422,
    vi: 'Không chuyển đổi được tệp: nội dung hỏng hoặc không được hỗ trợ.',
    en: 'The file cannot be converted: its content is damaged or not supported.',
  },
  'office.conversion-limit': {
    status: 422,
    vi: 'Chuyển đổi tệp vượt giới hạn thời gian hoặc bộ nhớ nên đã dừng lại.',
    en: 'The conversion went over its limit of time or memory and was stopped.',
  },
} as const satisfies Readonly<Record<string, { status: number; vi: string; en: string }>>;

export type FileProblemCode = keyof typeof FILE_PROBLEMS;

/** Vietnamese words for a code, its values filled in. */
export function wordProblem(
  code: string,
  detail: Readonly<Record<string, string | number | null>> = {},
): string {
  const known = Object.entries(FILE_PROBLEMS).find(([each]) => each === code)?.[1];
  // A code of another folder: people are told in words all the same.
  const text = (known ?? FILE_PROBLEMS['file.truncated']).vi;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''));
}
