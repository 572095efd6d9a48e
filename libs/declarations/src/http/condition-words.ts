import { type ConditionCode } from '../domain/readiness';

interface Words {
  vi: string;
  en: string;
}

const NOT_RECORDED: Words = { vi: 'Chưa ghi nhận trong hệ thống', en: 'Not recorded in the system yet' };

/** What each condition is called, what to do when it is not met, and where. */
export const CONDITION_WORDS: Readonly<
  Record<ConditionCode, { label: Words; detail: Words; link: string | null }>
> = {
  'effective-procedures': {
    label: {
      vi: 'Phạm vi có ít nhất một quy trình đang hiệu lực',
      en: 'The scope has at least one procedure in force',
    },
    detail: { vi: 'Chưa có quy trình nào trong phạm vi', en: 'There is no procedure in the scope' },
    link: '/documents',
  },
  'scope-current': {
    label: {
      vi: 'Mọi quy trình trong phạm vi là bản đang hiệu lực',
      en: 'Every procedure of the scope is the version in force',
    },
    detail: {
      vi: 'Có quy trình đã ban hành bản mới hoặc đã bãi bỏ sau khi lập phạm vi: hãy cập nhật phạm vi',
      en: 'A procedure was reissued or withdrawn since the scope was made: renew the scope',
    },
    link: null,
  },
  'standard-declarable': {
    label: {
      vi: 'Phiên bản tiêu chuẩn còn được dùng để công bố',
      en: 'Conformity with this edition may be declared',
    },
    detail: { vi: 'Chọn phiên bản tiêu chuẩn khác', en: 'Choose another edition' },
    link: null,
  },
  'internal-audit': {
    label: { vi: 'Đánh giá nội bộ trong 12 tháng', en: 'Internal audit within 12 months' },
    detail: NOT_RECORDED,
    link: null,
  },
  'management-review': {
    label: { vi: 'Xem xét của lãnh đạo trong 12 tháng', en: 'Management review within 12 months' },
    detail: NOT_RECORDED,
    link: null,
  },
  'tthc-coverage': {
    label: {
      vi: 'Quy trình phủ hết thủ tục hành chính của cơ quan',
      en: 'Procedures cover all administrative procedures of the agency',
    },
    detail: NOT_RECORDED,
    link: null,
  },
};

export const WAITING_WORDS: Words = {
  vi: 'Đã vào số. Đang chờ máy chủ có LibreOffice để tạo bản PDF; khi có, hệ thống tự đăng lên cổng công khai.',
  en: 'Registered. It waits for LibreOffice on the server to make the PDF; it will then be posted by itself.',
};
