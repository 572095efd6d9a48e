import { type ProblemTexts } from '@app/platform/http';

export const READING_PROBLEMS = {
  'documents.distribution-fixed': {
    status: 409,
    vi: 'Danh sách phân phối đã chốt khi ban hành, không sửa được nữa.',
    en: 'The distribution list was fixed when the version was issued.',
  },
  'documents.nothing-to-distribute': {
    status: 409,
    vi: 'Chỉ phân phối phiên bản đã ban hành và còn hiệu lực.',
    en: 'Only an issued version that has not ended is distributed.',
  },
  'documents.distribution-empty': {
    status: 422,
    vi: 'Danh sách phân phối chưa có nơi nhận nào.',
    en: 'The distribution list names nobody.',
  },
  'documents.recipient-unknown': {
    status: 422,
    vi: 'Nơi nhận không phải đơn vị hoặc người của cơ quan.',
    en: 'A recipient is not a unit or person of the agency.',
  },
  'documents.not-a-reader': {
    status: 403,
    vi: 'Bạn không có trong danh sách nhận tài liệu này.',
    en: 'You are not on the distribution list of this document.',
  },
  'documents.reading-ended': {
    status: 409,
    vi: 'Phiên bản này không còn hiệu lực nên không cần xác nhận đọc nữa.',
    en: 'This version is no longer in force; it need not be acknowledged.',
  },
  'documents.test-first': {
    status: 409,
    vi: 'Cần đạt bài kiểm tra ngắn trước khi xác nhận đã đọc.',
    en: 'Pass the short test before you acknowledge.',
  },
  'documents.test-unsound': {
    status: 422,
    vi: 'Mỗi câu hỏi cần ít nhất hai phương án khác nhau và một phương án đúng.',
    en: 'Each question needs at least two different options and one right answer.',
  },
  'documents.no-test': {
    status: 404,
    vi: 'Phiên bản này không có bài kiểm tra.',
    en: 'This version has no test.',
  },
  'documents.test-taken': {
    status: 409,
    vi: 'Đã có người làm bài kiểm tra, không sửa câu hỏi được nữa.',
    en: 'Somebody has taken the test; it cannot be changed.',
  },
  'documents.meeting-not-found': {
    status: 404,
    vi: 'Không tìm thấy buổi phổ biến.',
    en: 'Meeting not found.',
  },
  'documents.meeting-incomplete': {
    status: 422,
    vi: 'Cần ngày họp, bản quét danh sách ký nhận (PDF hoặc ảnh) và ít nhất một người đã ký.',
    en: 'A meeting needs its day, the scanned list (PDF or picture) and at least one signer.',
  },
  'documents.paper-copy-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản giấy.',
    en: 'Paper copy not found.',
  },
  'documents.recall-before-issue': {
    status: 422,
    vi: 'Ngày thu hồi không được trước ngày giao bản giấy.',
    en: 'A copy cannot come back before it was handed out.',
  },
  'documents.destruction-not-found': {
    status: 404,
    vi: 'Không tìm thấy biên bản hủy.',
    en: 'Minutes of destruction not found.',
  },
  'documents.restricted': {
    status: 403,
    vi: 'Tài liệu này hạn chế theo đơn vị, vai trò. Lần mở này đã được ghi nhật ký; cần đọc thì đề nghị thư ký ISO.',
    en: 'This document is restricted to some units and roles. The attempt was journalled; ask the ISO secretary.',
  },
} as const satisfies ProblemTexts;

export const READING_CONSTRAINTS: Readonly<Record<string, string>> = {
  paper_copy_number_once: 'platform.stale',
};
