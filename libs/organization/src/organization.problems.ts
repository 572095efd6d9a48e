import { type ProblemTexts } from '@app/platform/http';

export const ORGANIZATION_PROBLEMS = {
  'organization.bad-calendar': {
    status: 422,
    vi: 'Khoảng ngày không hợp lệ: ngày cuối không trước ngày đầu, tối đa 31 ngày; ngày làm bù phải rơi vào thứ Bảy hoặc Chủ nhật.',
    en: 'The days do not hold: the last is not before the first, 31 at most, and a day worked in exchange is a weekend day.',
  },
  'organization.calendar-day-not-found': {
    status: 404,
    vi: 'Cơ quan không tự nhập ngày này.',
    en: 'This agency has entered no such day.',
  },
  'organization.list-not-text': {
    status: 422,
    vi: 'Tệp không phải văn bản CSV mã UTF-8. Hãy lưu lại bằng "CSV UTF-8" rồi tải lên.',
    en: 'The file is not CSV text in UTF-8. Save it as "CSV UTF-8" and upload it again.',
  },
  'organization.list-not-csv': {
    status: 422,
    vi: 'Tệp CSV bị hỏng: dấu ngoặc kép hoặc số cột không khớp.',
    en: 'The CSV is broken: its quotes or columns do not match.',
  },
  'organization.list-empty': {
    status: 422,
    vi: 'Tệp không có dòng nào.',
    en: 'The file has no line.',
  },
  'organization.list-no-heading': {
    status: 422,
    vi: 'Không tìm thấy cột "Tên đơn vị" và "Đơn vị chủ quản" ở dòng đầu.',
    en: 'The first line names no column for the unit and for its superior body.',
  },
  'organization.list-too-many-lines': {
    status: 422,
    vi: 'Danh sách quá dài (tối đa 20.000 dòng). Hãy chia thành nhiều tệp.',
    en: 'The list is too long (at most 20,000 lines). Split it.',
  },
  'organization.file-missing': {
    status: 400,
    vi: 'Chưa chọn tệp danh sách (CSV).',
    en: 'No list (CSV) was sent.',
  },
  'organization.list-too-large': {
    status: 413,
    vi: 'Tệp danh sách quá lớn (tối đa 5 MB).',
    en: 'The list is too large (at most 5 MB).',
  },
  'organization.bad-list': {
    status: 422,
    vi: 'Cần có tên danh sách và ngày mà danh sách phản ánh.',
    en: 'A list needs a title and the day that it shows.',
  },
  'organization.list-not-found': {
    status: 404,
    vi: 'Không tìm thấy danh sách hoặc đơn vị này.',
    en: 'There is no such list or unit.',
  },
  'organization.agency-not-found': {
    status: 422,
    vi: 'Không tìm thấy cơ quan hiện nay được chọn.',
    en: 'There is no such present agency.',
  },
  'organization.bad-administrative-units': {
    status: 422,
    vi: 'Danh sách đơn vị hành chính không đúng tại {place}.',
    en: 'The list of administrative units is wrong at {place}.',
  },
  'organization.line-without-name': {
    status: 422,
    vi: 'Dòng thiếu tên đơn vị.',
    en: 'The line names no unit.',
  },
  'organization.line-without-parent': {
    status: 422,
    vi: 'Dòng thiếu đơn vị chủ quản.',
    en: 'The line names no superior body.',
  },
  'organization.line-too-long': {
    status: 422,
    vi: 'Tên quá dài (hơn 300 ký tự).',
    en: 'A name has over 300 letters.',
  },
  'organization.line-bad-year': {
    status: 422,
    vi: 'Năm không phải số từ 1900 đến 2200.',
    en: 'The year is no number from 1900 to 2200.',
  },
  'organization.line-bad-ordinal': {
    status: 422,
    vi: 'Số thứ tự không phải số.',
    en: 'The ordinal is no number.',
  },
  'organization.line-bad-columns': { status: 422, vi: 'Dòng thiếu cột.', en: 'The line lacks columns.' },
  'organization.line-repeated': {
    status: 422,
    vi: 'Trùng đơn vị với dòng {repeats}.',
    en: 'The same unit stands on line {repeats}.',
  },
  'organization.succession-impossible': {
    status: 422,
    vi: 'Chọn cơ quan kế thừa và các cơ quan còn hoạt động đến ngày sắp xếp, mỗi cơ quan một lần.',
    en: 'Choose a successor, and agencies that exist until that day, each once.',
  },
  'organization.not-over-agencies': {
    status: 403,
    vi: 'Cấp tỉnh chỉ ghi việc sắp xếp các cơ quan thuộc tỉnh.',
    en: 'A province records mergers of its own agencies alone.',
  },
  'organization.succession-recorded': {
    status: 409,
    vi: 'Việc sắp xếp này đã được ghi.',
    en: 'This merger is recorded already.',
  },
  'organization.delegation-not-found': {
    status: 404,
    vi: 'Không tìm thấy văn bản ủy quyền, hoặc đã chấm dứt.',
    en: 'Delegation not found, or ended already.',
  },
} as const satisfies ProblemTexts;

/** Constraint of the database → the refusal that it stands for, when two people race. */
export const ORGANIZATION_CONSTRAINTS: Readonly<Record<string, string>> = {
  succession_pkey: 'organization.succession-recorded',
};
