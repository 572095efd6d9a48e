import { formatVi, type LocalDate } from '@app/kernel';
import { type Place } from './content/flow';
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
  'dated-clause-past': [
    'warning',
    ({ date }) => `Có quy định chỉ áp dụng đến ngày ${day(date)}, nay đã hết thời hạn.`,
  ],
  'retired-body': [
    'warning',
    ({ text, date, other }) =>
      `Nhắc đến cơ quan không còn từ ${day(date)}: “${text ?? ''}”${other === undefined ? '' : ` (nay là ${other})`}.`,
  ],
  'text-not-in-force': ['warning', ({ text, other }) => `Văn bản viện dẫn ${text ?? ''} ${other ?? ''}.`],
  'steps-exceed-limit': [
    'error',
    ({ text, other }) => `Tổng thời gian các bước là ${text ?? ''}, quá thời hạn ${other ?? ''}.`,
  ],
  'steps-may-exceed-limit': [
    'warning',
    ({ text, other }) =>
      `Tổng thời gian các bước là ${text ?? ''}, thời hạn là ${other ?? ''}: khác đơn vị tính, tính theo lịch có thể quá hạn.`,
  ],
  'units-mixed': [
    'information',
    ({ text, other }) =>
      `Tổng thời gian các bước là ${text ?? ''}, thời hạn là ${other ?? ''}: khác đơn vị tính, tính theo lịch không quá hạn.`,
  ],
  'limit-unknown': ['information', ({ text }) => `Không tìm thấy thời hạn giải quyết${text ?? ''}.`],
  'limits-differ': [
    'warning',
    ({ text, other }) =>
      `Bảng các bước ghi thời hạn ${text ?? ''}, phần thời hạn giải quyết ghi ${other ?? ''}.`,
  ],
  'separate-clocks': [
    'information',
    ({ text }) => `Bước ${text ?? ''} có thời điểm bắt đầu tính riêng, không cộng vào tổng thời gian.`,
  ],
  'step-number-repeated': ['warning', ({ text }) => `Số thứ tự bước ${text ?? ''} bị lặp.`],
  'step-number-skipped': [
    'warning',
    ({ text, other }) => `Thiếu bước ${text ?? ''} trước bước ${other ?? ''}.`,
  ],
  'step-time-empty': ['information', ({ text }) => `Bước ${text ?? ''} không ghi thời gian.`],
  'step-time-unread': [
    'information',
    ({ text, other }) => `Thời gian của bước ${other ?? ''} ghi “${text ?? ''}”, không tính được.`,
  ],
  'step-time-range': [
    'warning',
    ({ text, other }) => `Thời gian của bước ${other ?? ''} ghi khoảng “${text ?? ''}”, lấy mức dài nhất.`,
  ],
  'annex-absent': ['warning', ({ text }) => `Nhắc đến ${text ?? ''} nhưng tệp không có.`],
  'form-absent': [
    'warning',
    ({ text }) => `Nhắc đến biểu mẫu ${text ?? ''} nhưng tệp và danh mục biểu mẫu không có.`,
  ],
  'section-number-repeated': ['warning', ({ text }) => `Số mục ${text ?? ''} bị lặp.`],
  'section-number-skipped': [
    'warning',
    ({ text, other }) => `Số mục nhảy từ ${other ?? ''} sang ${text ?? ''}.`,
  ],
  'contents-differ': [
    'warning',
    ({ text, other }) => `Mục “${text ?? ''}” trong mục lục ghi số ${other ?? ''}.`,
  ],
  'no-text': ['error', () => 'Tệp không có chữ đọc được (có thể là bản quét ảnh).'],
} as const satisfies Record<string, readonly [ProblemLevel, Message]>;

export type ProblemCode = keyof typeof CATALOGUE;

/** Words one finding. */
export function problem(code: ProblemCode, where: string | Place, detail: ProblemDetail = {}): ReaderProblem {
  const [level, message]: readonly [ProblemLevel, Message] = CATALOGUE[code];
  const place: Place = typeof where === 'string' ? { where, page: null } : where;
  return {
    code: `reader.${code}`,
    level,
    message: message(detail),
    where: place.where,
    ...(place.page === null ? {} : { page: place.page }),
    ...(place.quote === undefined ? {} : { quote: place.quote }),
  };
}
