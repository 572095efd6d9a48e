import { formatVi, formatViInWords, type LocalDate } from '@app/kernel';

import { type TemplateValues } from './fill-template';

/** Above the lists of an office that bear no number of văn thư. */
export interface ListHead {
  readonly parentAgency: string | null;
  readonly agency: string;
  readonly place: string;
  readonly date: LocalDate | null;
}

export interface SignSheetRow {
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  /** What is known already: `Tự xác nhận ngày 05/03/2026`. */
  readonly note: string;
}

/** Danh sách ký nhận (OF-09). */
export interface SignSheetForm extends ListHead {
  readonly document: string;
  readonly decision: string;
  readonly wording: string;
  readonly people: readonly SignSheetRow[];
}

export interface PaperRow {
  readonly document: string;
  readonly edition: string;
  readonly number: number;
  readonly holder: string;
  readonly place: string;
  readonly issuedOn: LocalDate;
  readonly recalledOn: LocalDate | null;
  readonly note: string;
}

/** Sổ phân phối, thu hồi tài liệu. */
export interface PaperRegisterForm extends ListHead {
  readonly copies: readonly PaperRow[];
}

export interface DestroyedRow {
  readonly document: string;
  readonly edition: string;
  readonly number: number;
  readonly note: string;
}

/** Biên bản hủy tài liệu lỗi thời. */
export interface DestructionForm extends ListHead {
  readonly heldOn: LocalDate;
  readonly at: string;
  readonly members: readonly string[];
  readonly method: string;
  readonly reason: string;
  readonly copies: readonly DestroyedRow[];
}

export interface ReadingForms {
  'danh-sach-ky-nhan': SignSheetForm;
  'so-phan-phoi-thu-hoi': PaperRegisterForm;
  'bien-ban-huy': DestructionForm;
}

const BLANK = '\u00a0'.repeat(6);

export function listHead({ parentAgency, agency, place, date }: ListHead): TemplateValues {
  return {
    co_quan_chu_quan: parentAgency === null ? [] : [{ ten: parentAgency.toLocaleUpperCase('vi') }],
    co_quan: agency.toLocaleUpperCase('vi'),
    co_quan_thuong: agency,
    dia_danh: place,
    ngay: date === null ? `ngày${BLANK}tháng${BLANK}năm${BLANK}` : formatViInWords(date),
  };
}

const row = (index: number): { stt: string } => ({ stt: String(index + 1) });
const two = (count: number): string => String(count).padStart(2, '0');

export const READING_FORM_VALUES: {
  readonly [Name in keyof ReadingForms]: (form: ReadingForms[Name]) => TemplateValues;
} = {
  'danh-sach-ky-nhan': (form) => ({
    ...listHead(form),
    tai_lieu: form.document,
    quyet_dinh: form.decision,
    noi_dung: form.wording,
    nguoi: form.people.map(({ name, position, unit, note }, index) => ({
      ...row(index),
      ho_ten: name,
      chuc_vu: position,
      don_vi: unit,
      ghi_chu: note,
    })),
  }),
  'so-phan-phoi-thu-hoi': (form) => ({
    ...listHead(form),
    ban: form.copies.map((copy, index) => ({
      ...row(index),
      tai_lieu: copy.document,
      lan: copy.edition,
      so_ban: two(copy.number),
      nguoi_giu: copy.holder,
      noi_de: copy.place,
      ngay_giao: formatVi(copy.issuedOn),
      ngay_thu_hoi: copy.recalledOn === null ? '' : formatVi(copy.recalledOn),
      ghi_chu: copy.note,
    })),
  }),
  'bien-ban-huy': (form) => ({
    ...listHead(form),
    ngay_huy: formatViInWords(form.heldOn),
    dia_diem: form.at,
    thanh_phan: form.members.map((ten) => ({ ten })),
    cach_huy: form.method,
    ly_do: form.reason,
    so_luong: two(form.copies.length),
    ban: form.copies.map(({ document, edition, number, note }, index) => ({
      ...row(index),
      tai_lieu: document,
      lan: edition,
      so_ban: two(number),
      ghi_chu: note,
    })),
  }),
};
