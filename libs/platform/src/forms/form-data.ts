import { type LocalDate } from '@app/kernel';

import { type ChangeRequestForm } from './list-forms';
import { type ReadingForms } from './reading-forms';

/** What stands above every official text. Number and date stay blank until văn thư gives them. */
export interface OfficialHead {
  /** Cơ quan chủ quản; null for an agency without one. */
  readonly parentAgency: string | null;
  /** As written in a sentence: `Sở Tư pháp`. */
  readonly agency: string;
  readonly number: string | null;
  /** `QĐ-STP`: what follows the number. */
  readonly symbol: string;
  /** Địa danh. */
  readonly place: string;
  readonly date: LocalDate | null;
  /** `TCVN ISO 9001:2015`. */
  readonly standard: string;
}

export type SigningFormula = 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.';

export interface Signatory {
  readonly formula: SigningFormula | null;
  /** For whom: `Ủy ban nhân dân`, `Giám đốc`. Not used with `Q.` or without a formula. */
  readonly onBehalfOf: string | null;
  readonly position: string;
  /** Null leaves the name blank. Never a picture of a signature. */
  readonly name: string | null;
}

export interface ListedDocument {
  readonly code: string;
  readonly title: string;
  readonly field: string;
  readonly issue: number;
  readonly revision: number;
  /** What the decision does with it: `Ban hành mới`, `Sửa đổi`, `Bãi bỏ`. */
  readonly change?: string;
}

/** A document that the decision ends. */
export interface WithdrawnDocument extends ListedDocument {
  readonly reason: string | null;
  /** As cited: `QT 12/CX-HCTP “Đăng ký khai sinh”`. */
  readonly successor: string | null;
}

/** Quyết định ban hành, sửa đổi, thay thế, bãi bỏ tài liệu HTQLCL. */
export interface IssuingDecisionForm extends OfficialHead {
  /** Trích yếu, from `Về việc`. */
  readonly subject: string;
  /** `Giám đốc Sở Tư pháp`. */
  readonly authority: string;
  /** Each from `Căn cứ` or `Theo đề nghị của`. */
  readonly basis: readonly string[];
  /** Null: from the day of signing. */
  readonly effectiveOn: LocalDate | null;
  /** Decisions that this one replaces, as cited: `Quyết định số 12/QĐ-STP ngày 05/01/2024`. */
  readonly replaces: readonly string[];
  readonly documents: readonly ListedDocument[];
  readonly withdrawn: readonly WithdrawnDocument[];
  /** Who carries it out, as the subject of Điều 3. */
  readonly responsible: string;
  readonly recipients: readonly string[];
  readonly signatory: Signatory;
}

/** Tờ trình đề nghị ban hành. */
export interface SubmissionForm extends OfficialHead {
  readonly subject: string;
  readonly addressee: string;
  readonly submittingUnit: string;
  readonly basis: readonly string[];
  readonly documents: readonly ListedDocument[];
  /** What changed and why, a paragraph each. */
  readonly remarks: readonly string[];
  readonly effectiveOn: LocalDate | null;
  readonly recipients: readonly string[];
  readonly signatory: Signatory;
}

export interface ScopeLine {
  readonly title: string;
  readonly field: string;
  readonly code: string;
}

export interface ReplacedDeclaration {
  readonly number: string;
  readonly date: LocalDate;
  /** Why it is declared again: `mở rộng phạm vi áp dụng`. */
  readonly reason: string;
}

/** Bản công bố HTQLCL with its scope as annex. */
export interface DeclarationForm extends OfficialHead {
  readonly address: string;
  /** Lĩnh vực hoạt động, in the order of the annex. */
  readonly fields: readonly string[];
  readonly scope: readonly ScopeLine[];
  readonly replaces: ReplacedDeclaration | null;
  readonly recipients: readonly string[];
  readonly signatory: Signatory;
}

/** Quyết định công bố HTQLCL. */
export interface DeclarationDecisionForm extends DeclarationForm {
  readonly authority: string;
  readonly basis: readonly string[];
  readonly responsible: string;
}

export interface NamedPosition {
  readonly name: string;
  readonly position: string;
}

export interface StepLine {
  readonly no: string;
  readonly name: string;
  readonly responsible: string;
  readonly time: string;
}

/** One run of the steps, with the time that the whole may take. */
export interface StepTable {
  /** Empty where the procedure has one case only. */
  readonly name: string;
  readonly limit: string;
  readonly steps: readonly StepLine[];
}

/** A procedure as its fields say it: cover, amendments, sections, step tables, forms, records (domain: khuôn quy trình). */
export interface ProcedureForm {
  readonly agency: string;
  readonly code: string;
  readonly title: string;
  readonly issue: number;
  readonly revision: number;
  readonly issuedOn: LocalDate | null;
  readonly drafted: NamedPosition;
  readonly amendments: readonly { summary: string; basis: string; edition: string }[];
  readonly sections: readonly { heading: string; paragraphs: readonly string[] }[];
  readonly cases: readonly StepTable[];
  readonly forms: readonly { code: string; name: string }[];
  readonly records: readonly { name: string; place: string; retention: string }[];
}

/** Phiếu theo dõi quá trình xử lý công việc of one case, blank (OF-13). */
export interface TrackingSlipForm {
  readonly agency: string;
  readonly code: string;
  readonly title: string;
  readonly case: StepTable;
}

/** The forms by the name of their template. */
export interface Forms extends ReadingForms {
  'quy-trinh': ProcedureForm;
  'phieu-theo-doi-qua-trinh': TrackingSlipForm;
  'quyet-dinh-ban-hanh': IssuingDecisionForm;
  'danh-muc-kem-theo': IssuingDecisionForm;
  'to-trinh-ban-hanh': SubmissionForm;
  'ban-cong-bo': DeclarationForm;
  'quyet-dinh-cong-bo': DeclarationDecisionForm;
  'phieu-yeu-cau': ChangeRequestForm;
}
export type FormName = keyof Forms;
