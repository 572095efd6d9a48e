import { type FormCheck } from '../issuing-decision';

/** What a column of an amendment table can show of a version. */
export const AMENDMENT_FIELDS = [
  'ordinal',
  'request',
  'place',
  'summary',
  'basis',
  'edition',
  'revision',
  'issued-on',
] as const;
export type AmendmentField = (typeof AMENDMENT_FIELDS)[number];

export interface AmendmentColumn {
  field: AmendmentField;
  /** As printed: offices name the same thing in different words. */
  heading: string;
}

export interface IssuingSetting {
  legalBases: readonly string[];
  formCheck: FormCheck;
  amendmentColumns: readonly AmendmentColumn[];
  /** The cover prints titles in the Ban chỉ đạo ISO beside positions (OF-05). */
  printIsoTitles: boolean;
  /** Zero: the agency has set nothing and the shipped setting counts. */
  rowVersion: number;
}

/** Two forms met in practice: a page "theo dõi sửa đổi" of four columns, and one of five that begins with the request. */
export const AMENDMENT_FORMS = {
  tracking: [
    { field: 'ordinal', heading: 'STT' },
    { field: 'summary', heading: 'Tóm lược nội dung cần sửa đổi' },
    { field: 'basis', heading: 'Cơ sở pháp lý hoặc căn cứ về việc sửa đổi' },
    { field: 'revision', heading: 'Lần sửa đổi' },
  ],
  request: [
    { field: 'request', heading: 'Yêu cầu sửa đổi/bổ sung' },
    { field: 'place', heading: 'Trang/Phần liên quan' },
    { field: 'summary', heading: 'Mô tả nội dung sửa đổi' },
    { field: 'edition', heading: 'Lần ban hành/Lần sửa đổi' },
    { field: 'issued-on', heading: 'Ngày ban hành' },
  ],
} as const satisfies Record<string, readonly AmendmentColumn[]>;

/** A starter that each agency mends; its own decision on competence goes before it. */
export const SHIPPED_SETTING: IssuingSetting = {
  legalBases: [
    'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;',
    'Căn cứ Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019 của Bộ trưởng Bộ Khoa học và Công nghệ công bố Mô hình khung hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015;',
    'Theo đề nghị của thư ký ISO.',
  ],
  formCheck: 'optional',
  amendmentColumns: AMENDMENT_FORMS.tracking,
  printIsoTitles: false,
  rowVersion: 0,
};
