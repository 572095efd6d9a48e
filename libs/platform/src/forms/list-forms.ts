import { type TemplateValues } from './fill-template';
import { type LongTable } from './long-form';
import { type ListHead, listHead } from './reading-forms';

/** What stands above a list that an office keeps. */
export interface ListForm extends ListHead {
  /** `TCVN ISO 9001:2015`. */
  readonly standard: string;
  /** Which part of the list it is, when filters were in force. */
  readonly subject: string;
  /** What the one template names besides. */
  readonly extra?: TemplateValues;
}

/** Lists that may be as long as the agency's register: their rows are never held together. */
export const LIST_FORMS = {
  'danh-muc-tai-lieu-noi-bo': {
    loop: 'dong',
    fields: ['stt', 'ma_hieu', 'ten', 'linh_vuc', 'lan', 'ngay_hieu_luc', 'don_vi'],
  },
  'danh-muc-tai-lieu-ben-ngoai': {
    loop: 'dong',
    fields: ['stt', 'so_hieu', 'ten', 'nguon', 'ngay_ban_hanh', 'tinh_trang', 'su_dung', 'kiem_tra'],
  },
  'danh-muc-ho-so': {
    loop: 'dong',
    fields: ['stt', 'ten', 'ma_hieu', 'noi_luu', 'thoi_han', 'can_cu', 'ghi_chu'],
  },
  'so-phan-phoi-thu-hoi': {
    loop: 'ban',
    fields: [
      'stt',
      'tai_lieu',
      'lan',
      'so_ban',
      'nguoi_giu',
      'noi_de',
      'ngay_giao',
      'ngay_thu_hoi',
      'ghi_chu',
    ],
  },
  'phieu-ra-soat': {
    loop: 'dong',
    fields: ['stt', 'ma_hieu', 'ten', 'thay_doi', 'vien_dan', 'ket_luan', 'ly_do'],
  },
  'danh-sach-ky-nhan': {
    loop: 'nguoi',
    fields: ['stt', 'ho_ten', 'chuc_vu', 'don_vi', 'ky', 'ghi_chu'],
  },
  'cong-van-don-doc': {
    loop: 'dong',
    fields: ['stt', 'don_vi', 'tai_lieu', 'nguoi', 'han', 'so_ngay'],
  },
  'danh-sach-viec-tuan': {
    loop: 'dong',
    fields: ['stt', 'don_vi', 'tai_lieu', 'nguoi', 'han', 'tinh_trang'],
  },
} as const satisfies Readonly<Record<string, LongTable<string>>>;

export type ListFormName = keyof typeof LIST_FORMS;
export type ListFormRow<Name extends ListFormName> = Readonly<
  Record<(typeof LIST_FORMS)[Name]['fields'][number], string>
>;

export function listValues({ subject, standard, extra, ...head }: ListForm): TemplateValues {
  return { ...listHead(head), tieu_chuan: standard, pham_vi: subject, ...extra };
}

/** Phiếu yêu cầu ban hành, sửa đổi, bãi bỏ tài liệu. */
export interface ChangeRequestForm extends ListHead {
  readonly addressee: string;
  readonly requester: string;
  readonly position: string;
  readonly kind: string;
  readonly title: string;
  readonly code: string;
  /** Trang, phần liên quan. */
  readonly section: string;
  readonly reason: string;
  readonly proposal: string;
  readonly answer: string;
  readonly outcome: string;
  readonly answeredBy: string;
}

export function changeRequestValues(form: ChangeRequestForm): TemplateValues {
  return {
    ...listHead(form),
    kinh_gui: form.addressee,
    nguoi_yeu_cau: form.requester,
    don_vi: form.position,
    loai: form.kind,
    ten: form.title,
    ma_hieu: form.code,
    vi_tri: form.section,
    ly_do: paragraphs(form.reason),
    de_nghi: paragraphs(form.proposal),
    y_kien: paragraphs(form.answer),
    ket_qua: form.outcome,
    nguoi_ky: form.requester,
    nguoi_tra_loi: form.answeredBy,
  };
}

/** What people type in several lines stays in several lines; what they left out is for the hand. */
function paragraphs(text: string): { noi_dung: string }[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.length === 0 ? [DOTS] : lines).map((noi_dung) => ({ noi_dung }));
}

/** A line to be written on by hand. */
export const DOTS = '.'.repeat(80);
