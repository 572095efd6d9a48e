import { formatVi, type LocalDate } from '@app/kernel';
import { type ProblemLevel, type ReaderProblem } from './proposal';

/** Values that a message may name. */
export interface ProblemDetail {
  readonly text?: string;
  readonly other?: string;
  readonly date?: LocalDate | string;
  readonly dates?: readonly LocalDate[];
  readonly number?: number;
  readonly expected?: number;
}

type Message = (detail: ProblemDetail) => string;

const day = (date: LocalDate | string | undefined): string =>
  date === undefined ? '' : /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatVi(date as LocalDate) : date;
const days = (dates: readonly LocalDate[] = []): string => dates.map(day).join(', ');

/** Everything the reader may find wrong, in the words that people see. */
const CATALOGUE = {
  'code-missing': ['warning', () => 'Không tìm thấy mã hiệu trên trang bìa.'],
  'title-missing': ['warning', () => 'Không tìm thấy tên tài liệu trên trang bìa.'],
  'issue-missing': ['warning', () => 'Không tìm thấy lần ban hành trên trang bìa.'],
  'issued-on-missing': ['warning', () => 'Không tìm thấy ngày ban hành trên trang bìa.'],
  'footer-missing': ['information', () => 'Không có chân trang ghi lần ban hành hoặc ngày hiệu lực.'],
  'date-impossible': ['error', ({ date }) => `Ngày “${day(date)}” không có trong lịch.`],
  'effective-before-issued': [
    'error',
    ({ date, text }) => `Ngày hiệu lực ${day(date)} trước ngày ban hành ${day(text)}.`,
  ],
  'footer-issue-differs': [
    'warning',
    ({ number, expected }) =>
      `Chân trang ghi lần ban hành ${String(number)}, trang bìa ghi lần ban hành ${String(expected)}.`,
  ],
  'footer-revision-differs': [
    'warning',
    ({ number, expected }) =>
      `Chân trang ghi lần sửa đổi ${String(number)}, trang bìa ghi lần sửa đổi ${String(expected)}.`,
  ],
  'footer-date-differs': [
    'warning',
    ({ date, text }) => `Chân trang ghi ngày hiệu lực ${day(date)}, trang bìa ghi ngày ${day(text)}.`,
  ],
  'footers-differ': ['warning', ({ text }) => `Các chân trang không thống nhất: ${text ?? ''}.`],
  'header-title-differs': [
    'warning',
    ({ text, other }) => `Đầu trang ghi tên “${text ?? ''}”, trang bìa ghi “${other ?? ''}”.`,
  ],
  'header-code-differs': [
    'warning',
    ({ text, other }) => `Đầu trang ghi mã hiệu “${text ?? ''}”, trang bìa ghi “${other ?? ''}”.`,
  ],
  'drafter-approves': ['error', ({ text }) => `Người soạn thảo và người phê duyệt là một: ${text ?? ''}.`],
  'citation-date-impossible': [
    'warning',
    ({ text, date }) => `Văn bản ${text ?? ''} được ghi ngày “${day(date)}” không có trong lịch.`,
  ],
  'citation-dates-differ': [
    'warning',
    ({ text, dates }) => `Văn bản ${text ?? ''} được ghi nhiều ngày khác nhau: ${days(dates)}.`,
  ],
  'citation-year-differs': [
    'warning',
    ({ text, date }) => `Năm trong số, ký hiệu ${text ?? ''} khác năm của ngày ban hành ${day(date)}.`,
  ],
  'dated-clause': ['information', ({ date }) => `Có quy định chỉ áp dụng đến ngày ${day(date)}.`],
  'retired-body': ['information', ({ text }) => `Nhắc đến cơ quan không còn từ 01/7/2025: “${text ?? ''}”.`],
  'no-text': ['error', () => 'Tệp không có chữ đọc được (có thể là bản quét ảnh).'],
} as const satisfies Record<string, readonly [ProblemLevel, Message]>;

export type ProblemCode = keyof typeof CATALOGUE;

/** Words one finding. */
export function problem(code: ProblemCode, where: string, detail: ProblemDetail = {}): ReaderProblem {
  const [level, message]: readonly [ProblemLevel, Message] = CATALOGUE[code];
  return { code: `reader.${code}`, level, message: message(detail), where };
}
