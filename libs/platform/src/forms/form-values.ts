import { formatViInWords, type LocalDate } from '@app/kernel';
import { type TemplateLine, type TemplateValues } from './fill-template';
import { procedureValues, trackingSlipValues } from './procedure-values';
import {
  type DeclarationForm,
  type FormName,
  type Forms,
  type IssuingDecisionForm,
  type ListedDocument,
  type OfficialHead,
  type Signatory,
} from './form-data';
import { changeRequestValues } from './list-forms';
import { READING_FORM_VALUES } from './reading-forms';

/** Room for a number, a day, a month and a year to be written by hand. */
const BLANK_NUMBER = '\u00a0'.repeat(10);
const BLANK_DAY = '\u00a0'.repeat(6);

/** From typed data to the words that templates name; libs/reference/templates/README.md lists them. */
export const FORM_VALUES: { readonly [Name in FormName]: (form: Forms[Name]) => TemplateValues } = {
  'quyet-dinh-ban-hanh': issuingDecision,
  'danh-muc-kem-theo': issuingDecision,
  'quy-trinh': procedureValues,
  'phieu-theo-doi-qua-trinh': trackingSlipValues,
  'to-trinh-ban-hanh': (form) => ({
    ...head(form, 'Tờ trình'),
    ...foot(form),
    trich_yeu: form.subject,
    kinh_gui: form.addressee,
    don_vi_trinh: form.submittingUnit,
    can_cu: sentences(form.basis),
    so_luong: countInWords(form.documents.length),
    tai_lieu: form.documents.map(documentLine),
    noi_dung_chinh: form.remarks.map((text) => ({ noi_dung: text })),
    hieu_luc: effectiveFrom(form.effectiveOn, 'ngày ký Quyết định ban hành'),
  }),
  'ban-cong-bo': (form) => ({
    ...head(form, 'Bản công bố'),
    ...foot(form),
    ...declaration(form, 'Bản công bố'),
  }),
  'quyet-dinh-cong-bo': (form) => ({
    ...head(form, 'Quyết định'),
    ...foot(form),
    ...declaration(form, 'Quyết định'),
    tham_quyen: form.authority.toLocaleUpperCase('vi'),
    can_cu: sentences(form.basis),
    trach_nhiem: form.responsible,
  }),
  ...READING_FORM_VALUES,
  'phieu-yeu-cau': changeRequestValues,
};

function issuingDecision(form: IssuingDecisionForm): TemplateValues {
  const { documents, withdrawn } = form;
  return {
    ...head(form, 'Quyết định'),
    ...foot(form),
    ...articles(form),
    trich_yeu: form.subject,
    tham_quyen: form.authority.toLocaleUpperCase('vi'),
    can_cu: sentences(form.basis),
    thay_the: form.replaces.map((text) => ({ noi_dung: `Quyết định này thay thế ${text}.` })),
    tai_lieu: [...documents, ...withdrawn].map(documentLine),
    bai_bo: withdrawn.map((line) => ({
      ...documentLine(line, 0),
      vi_sao: [
        line.reason === null ? '' : `; lý do: ${line.reason}`,
        line.successor === null ? '' : `; thay bằng ${line.successor}`,
      ].join(''),
    })),
  };
}

/** Only the articles that say something, numbered in turn: a decision may issue, withdraw, or do both. */
function articles({
  documents,
  withdrawn,
  effectiveOn,
  responsible,
  standard,
  agency,
}: IssuingDecisionForm): TemplateValues {
  const said: [name: string, text: string | null][] = [
    [
      'dieu_ban_hanh',
      documents.length === 0
        ? null
        : `Ban hành kèm theo Quyết định này ${countInWords(documents.length)} tài liệu thuộc Hệ thống quản lý chất lượng theo ${unbroken(standard)} của ${agency} (có Danh mục kèm theo).`,
    ],
    [
      'dieu_bai_bo',
      withdrawn.length === 0
        ? null
        : `Bãi bỏ ${countInWords(withdrawn.length)} tài liệu thuộc Hệ thống quản lý chất lượng như sau:`,
    ],
    ['dieu_hieu_luc', `Quyết định này có hiệu lực kể từ ${effectiveFrom(effectiveOn)}.`],
    ['dieu_thi_hanh', `${responsible} chịu trách nhiệm thi hành Quyết định này./.`],
  ];
  const present = said.filter(([, text]) => text !== null);
  return Object.fromEntries(
    said.map(([name, text]) => [
      name,
      text === null ? [] : [{ so: String(present.findIndex(([each]) => each === name) + 1), noi_dung: text }],
    ]),
  );
}

function head(
  { parentAgency, agency, number, symbol, place, date, standard }: OfficialHead,
  kind: string,
): TemplateValues {
  return {
    co_quan_chu_quan: parentAgency === null ? [] : [{ ten: parentAgency.toLocaleUpperCase('vi') }],
    co_quan: agency.toLocaleUpperCase('vi'),
    co_quan_thuong: agency,
    so: number ?? BLANK_NUMBER,
    ky_hieu: symbol,
    dia_danh: place,
    ngay: date === null ? `ngày${BLANK_DAY}tháng${BLANK_DAY}năm${BLANK_DAY}` : formatViInWords(date),
    tieu_chuan: unbroken(standard),
    van_ban_chinh: kind,
  };
}

function foot({
  recipients,
  signatory,
}: {
  recipients: readonly string[];
  signatory: Signatory;
}): TemplateValues {
  const lines = recipients.map((name, index) => ({
    ten: `${name}${index === recipients.length - 1 ? '.' : ';'}`,
  }));
  return {
    noi_nhan: lines,
    quyen_han: capacityOf(signatory).map((line) => ({ dong: line })),
    nguoi_ky: signatory.name ?? '',
  };
}

/** `KT. GIÁM ĐỐC` over `PHÓ GIÁM ĐỐC`; `Q. GIÁM ĐỐC` in one line; the position alone without a formula. */
export function capacityOf({ formula, onBehalfOf, position }: Signatory): string[] {
  const upper = position.toLocaleUpperCase('vi');
  if (formula === null) return [upper];
  if (formula === 'Q.' || onBehalfOf === null) return [`${formula} ${upper}`];
  return [`${formula} ${onBehalfOf.toLocaleUpperCase('vi')}`, upper];
}

/** Each ends with a semicolon, the last with a full stop, whatever was typed. */
function sentences(texts: readonly string[]): TemplateLine[] {
  return texts.map((text, index) => ({
    noi_dung: `${text.replace(/[;.,\s]+$/u, '')}${index === texts.length - 1 ? '.' : ';'}`,
  }));
}

/** Never broken over two lines. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function documentLine(
  { code, title, field, issue, revision, change = '' }: ListedDocument,
  index: number,
): TemplateLine {
  const number = String(issue).padStart(2, '0');
  return {
    stt: String(index + 1),
    ma_hieu: code,
    ten: title,
    linh_vuc: field,
    hinh_thuc: change,
    lan_ban_hanh: revision === 0 ? number : `${number}/SĐ ${String(revision).padStart(2, '0')}`,
  };
}

function declaration(form: DeclarationForm, kind: string): TemplateValues {
  const { replaces } = form;
  const since = `${kind} này có hiệu lực kể từ ngày ký`;
  return {
    dia_chi: form.address,
    linh_vuc_hoat_dong: form.fields.map((ten) => ({ ten })),
    cac_linh_vuc: form.fields.join(', '),
    so_luong: countInWords(form.scope.length),
    pham_vi: form.scope.map(({ title, field, code }, index) => ({
      stt: String(index + 1),
      ten: title,
      linh_vuc: field,
      ma_hieu: code,
    })),
    hieu_luc_va_thay_the: replaces
      ? `${since} và thay thế ${kind} số ${replaces.number} ${formatViInWords(replaces.date)} (${replaces.reason}).`
      : `${since}.`,
  };
}

function effectiveFrom(date: LocalDate | null, otherwise = 'ngày ký'): string {
  return date === null ? otherwise : formatViInWords(date);
}

/** The decree's habit for small counts: `05`. */
function countInWords(count: number): string {
  return String(count).padStart(2, '0');
}
