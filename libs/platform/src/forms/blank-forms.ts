import { type TemplateValues } from './fill-template';
import { type OfficialHead } from './form-data';
import { FORM_VALUES } from './form-values';
import { DOTS } from './list-forms';
import { listHead } from './reading-forms';

/** Forms that people ask for empty, to be filled by hand. */
export const BLANK_FORMS = [
  'danh-muc-tai-lieu-noi-bo',
  'danh-muc-tai-lieu-ben-ngoai',
  'danh-muc-ho-so',
  'phieu-yeu-cau',
  'to-trinh-ban-hanh',
  'quyet-dinh-ban-hanh',
  'danh-muc-kem-theo',
  'so-phan-phoi-thu-hoi',
  'danh-sach-ky-nhan',
  'bien-ban-huy',
  'phieu-theo-doi-qua-trinh',
] as const;
export type BlankFormName = (typeof BLANK_FORMS)[number];

export const BLANK_ROWS = 15;
const FEW_ROWS = 8;
const SHORT = '.'.repeat(30);
const COUNT = '......';
const DAY = 'ngày ...... tháng ...... năm ............';
const rows = (count: number): TemplateValues[] => Array.from({ length: count }, () => ({}));
const lines = (count: number): { noi_dung: string }[] =>
  Array.from({ length: count }, () => ({ noi_dung: DOTS }));
const article = (so: string, noi_dung: string): TemplateValues[] => [{ so, noi_dung }];

/** What a blank form says: the agency's head, fixed words, dots where the hand writes. */
export function blankValues(name: BlankFormName, head: OfficialHead): TemplateValues {
  return { ...listHead({ ...head, date: null }), ...BLANKS[name](head) };
}

const BLANKS: Readonly<Record<BlankFormName, (head: OfficialHead) => TemplateValues>> = {
  'danh-muc-tai-lieu-noi-bo': () => ({}),
  'danh-muc-tai-lieu-ben-ngoai': () => ({}),
  'danh-muc-ho-so': () => ({}),
  'so-phan-phoi-thu-hoi': () => ({}),
  'danh-sach-ky-nhan': () => ({
    tai_lieu: DOTS,
    quyet_dinh: `Ban hành theo Quyết định số ${SHORT} ${DAY}.`,
    noi_dung: 'Tôi đã được phổ biến và hiểu nội dung tài liệu nêu trên.',
  }),
  'bien-ban-huy': () => ({
    ngay_huy: DAY,
    dia_diem: SHORT,
    thanh_phan: Array.from({ length: 3 }, () => ({ ten: DOTS })),
    so_luong: COUNT,
    ly_do: `${SHORT}.`,
    cach_huy: SHORT,
    ban: rows(FEW_ROWS),
  }),
  'phieu-theo-doi-qua-trinh': () => ({
    ma_hieu: SHORT,
    ten: SHORT,
    truong_hop_ten: '',
    thoi_han: SHORT,
    buoc: rows(FEW_ROWS),
  }),
  'phieu-yeu-cau': () => ({
    kinh_gui: 'Thư ký ISO',
    nguoi_yeu_cau: DOTS,
    don_vi: DOTS,
    loai: '☐ Ban hành mới   ☐ Sửa đổi   ☐ Bãi bỏ',
    ten: DOTS,
    ma_hieu: SHORT,
    vi_tri: DOTS,
    ly_do: lines(3),
    de_nghi: lines(4),
    y_kien: lines(3),
    ket_qua: '☐ Đồng ý   ☐ Không đồng ý',
    nguoi_ky: '',
    nguoi_tra_loi: '',
  }),
  'to-trinh-ban-hanh': (head) => ({
    ...FORM_VALUES['to-trinh-ban-hanh']({
      ...head,
      symbol: head.symbol.replace(/^QĐ/u, 'TTr'),
      subject: SUBJECT,
      addressee: SHORT,
      submittingUnit: 'Thư ký ISO',
      basis: [],
      documents: [],
      remarks: [DOTS, DOTS],
      effectiveOn: null,
      recipients: ['Như trên', 'Lưu: VT'],
      signatory: { formula: null, onBehalfOf: null, position: 'Thư ký ISO', name: null },
    }),
    can_cu: BASIS.slice(0, 2),
    so_luong: COUNT,
    hieu_luc: DAY,
    tai_lieu: rows(FEW_ROWS),
  }),
  'quyet-dinh-ban-hanh': decision,
  'danh-muc-kem-theo': decision,
};

/** As they are written by hand: sentences of data would lose their dots. */
const BASIS: TemplateValues[] = [
  { noi_dung: `Căn cứ ${DOTS};` },
  { noi_dung: `Căn cứ ${DOTS};` },
  { noi_dung: `Theo đề nghị của ${SHORT}.` },
];
const SUBJECT = `Về việc ${'.'.repeat(60)}`;

function decision(head: OfficialHead): TemplateValues {
  return {
    ...FORM_VALUES['quyet-dinh-ban-hanh']({
      ...head,
      subject: SUBJECT,
      authority: SHORT,
      basis: [],
      effectiveOn: null,
      replaces: [],
      documents: [],
      withdrawn: [],
      responsible: SHORT,
      recipients: ['Như Điều 3', 'Lưu: VT, thư ký ISO'],
      signatory: { formula: null, onBehalfOf: null, position: SHORT, name: null },
    }),
    can_cu: BASIS,
    dieu_ban_hanh: article(
      '1',
      `Ban hành kèm theo Quyết định này ${COUNT} tài liệu thuộc Hệ thống quản lý chất lượng theo ${head.standard} của ${head.agency} (có Danh mục kèm theo).`,
    ),
    dieu_hieu_luc: article('2', `Quyết định này có hiệu lực kể từ ${DAY}.`),
    dieu_thi_hanh: article('3', `${SHORT} chịu trách nhiệm thi hành Quyết định này./.`),
    tai_lieu: rows(BLANK_ROWS),
  };
}
