import { type ProblemTexts } from '../http';

/** Texts of this folder's refusals; the problem catalogue joins them. */
export const PDF_PROBLEMS = {
  'pdf.encrypted': {
    status: 422,
    vi: 'Tệp PDF có mật khẩu nên không đọc được. Hãy gỡ mật khẩu rồi tải lên lại.',
    en: 'The PDF is protected by a password and cannot be read. Remove the password and upload it again.',
  },
  'pdf.unreadable': {
    status: 422,
    vi: 'Tệp PDF bị hỏng hoặc không đúng định dạng.',
    en: 'The PDF is damaged or is not a PDF.',
  },
} as const satisfies ProblemTexts;
