import { formatVi } from '@app/kernel';
import { type TemplateValues } from './fill-template';
import { type ProcedureForm, type StepTable, type TrackingSlipForm } from './form-data';

/** What the template of a procedure names. */
export function procedureValues(form: ProcedureForm): TemplateValues {
  return {
    co_quan: form.agency.toLocaleUpperCase('vi'),
    ma_hieu: form.code,
    ten: form.title,
    lan_ban_hanh: twoDigits(form.issue),
    lan_sua_doi: twoDigits(form.revision),
    ngay_ban_hanh: form.issuedOn === null ? '' : formatVi(form.issuedOn),
    nguoi_soan_thao: form.drafted.name,
    chuc_vu_soan_thao: form.drafted.position,
    sua_doi: form.amendments.map(({ summary, basis, edition }, index) => ({
      stt: String(index + 1),
      noi_dung: summary,
      can_cu: basis,
      lan: edition,
    })),
    muc: form.sections.map(({ heading, paragraphs }) => ({
      tieu_de: heading,
      doan: paragraphs.map((text) => ({ noi_dung: text })),
    })),
    truong_hop: form.cases.map(caseValues),
    bieu_mau: form.forms.map(({ code, name }, index) => ({
      stt: String(index + 1),
      ma_hieu: code,
      ten: name,
    })),
    ho_so: form.records.map(({ name, place, retention }, index) => ({
      stt: String(index + 1),
      ten: name,
      noi_luu: place,
      thoi_gian: retention,
    })),
  };
}

/** What the template of the blank tracking slip names. */
export function trackingSlipValues(form: TrackingSlipForm): TemplateValues {
  return {
    co_quan: form.agency.toLocaleUpperCase('vi'),
    ma_hieu: form.code,
    ten: form.title,
    ...caseValues(form.case),
  };
}

function caseValues({ name, limit, steps }: StepTable): TemplateValues {
  return {
    truong_hop_ten: name === '' ? '' : `Trường hợp: ${name}`,
    thoi_han: limit,
    buoc: steps.map(({ no, name: step, responsible, time }) => ({
      tt: no,
      ten: step,
      trach_nhiem: responsible,
      thoi_gian: time,
    })),
  };
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
