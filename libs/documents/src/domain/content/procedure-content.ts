import { type LocalDate } from '@app/kernel';

/**
 * What a procedure says, as fields: read from a file, or written in the structured editor. One shape for the reader,
 * the editor, comparison, search, printed forms and checks. Every list keeps the order of the paper; what is not stated is null.
 */
export interface ProcedureContent {
  /** Sections 1 to 7 and their parts in the order of the paper, without the tables that have fields of their own. */
  readonly sections: readonly Section[];
  /** One per column of times ("không xác minh", "có xác minh"); a procedure with one column has one case. */
  readonly cases: readonly ProcedureCase[];
  /** Phí, lệ phí, as written. */
  readonly fee: string | null;
  /** Thành phần hồ sơ. */
  readonly dossier: readonly string[];
  /** Section 6 and the forms named in the text. */
  readonly forms: readonly FormLine[];
  /** Section 7: hồ sơ lưu. */
  readonly records: readonly RecordLine[];
  /** Trang theo dõi sửa đổi tài liệu. */
  readonly amendments: readonly AmendmentLine[];
}

export interface Section {
  /** As numbered on the paper: "1", "5", "5.1", "k"; null where the paper has no number. */
  readonly number: string | null;
  readonly heading: string;
  /** Paragraphs, one per line. */
  readonly text: string;
}

export type DurationUnit = 'working-day' | 'day' | 'hour' | 'same-day';

/** `½ ngày`, `0,5`, `04 giờ`; "trong ngày" has the value 1 and the unit `same-day`. */
export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
}

export interface ProcedureCase {
  /** "Không xác minh"; empty where there is one case only. */
  readonly name: string;
  readonly limit: Duration | null;
  /** From when the limit runs, as written ("kể từ ngày nhận đủ hồ sơ hợp lệ"). */
  readonly limitFrom: string | null;
  readonly steps: readonly ProcedureStep[];
}

export interface ProcedureStep {
  /** As printed, or counted where Word numbers by itself: "1", "B2", "3.1". */
  readonly no: string;
  readonly name: string;
  readonly responsible: string | null;
  /** Null where the cell is empty or belongs to a merged time that an earlier step carries. */
  readonly duration: Duration | null;
  /** From when this step's own clock runs ("kể từ ngày hết hạn thay đổi ý kiến"), where it has one. */
  readonly durationFrom?: string | null;
  /** The cell of the time as written, for what is no single length of time ("Giờ hành chính", "02 - 03 ngày"). */
  readonly timeAsWritten?: string | null;
  /** Biểu mẫu, kết quả of the step, where the table has such a column. */
  readonly result?: string | null;
}

export interface FormLine {
  readonly code: string | null;
  readonly name: string;
}

export interface RecordLine {
  readonly name: string;
  /** Nơi lưu, người lưu trữ. */
  readonly place: string | null;
  /** Thời gian lưu, as written ("Vĩnh viễn", "01 năm"). */
  readonly retention: string | null;
}

export interface AmendmentLine {
  readonly summary: string;
  readonly basis: string | null;
  /** Trang, phần liên quan. */
  readonly place: string | null;
  readonly issue: number | null;
  readonly revision: number | null;
  readonly date: LocalDate | null;
}

export const EMPTY_CONTENT: ProcedureContent = {
  sections: [],
  cases: [],
  fee: null,
  dossier: [],
  forms: [],
  records: [],
  amendments: [],
};
