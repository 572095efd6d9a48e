import { type Citation, type LocalDate, type NamedText } from '@app/kernel';
import { type ProcedureContent } from '../content';

/** What the reader proposes for an uploaded document; a person confirms each field. Unknown fields are null. */
export interface Proposal {
  /** Mã hiệu as printed. */
  readonly code: string | null;
  /** Lĩnh vực, guessed. */
  readonly series: string | null;
  readonly title: string | null;
  readonly unit: string | null;
  /** Lần ban hành. */
  readonly issue: number | null;
  /** Lần sửa đổi. */
  readonly revision: number | null;
  readonly issuedOn: LocalDate | null;
  readonly effectiveOn: LocalDate | null;
  readonly signers: readonly Signer[];
  readonly footers: readonly FooterFields[];
  readonly citations: readonly Citation[];
  readonly namedTexts: readonly NamedText[];
  /** Sections, steps per case, forms, records and amendments. */
  readonly content: ProcedureContent;
  readonly problems: readonly ReaderProblem[];
}

export interface FooterFields {
  readonly issue: number | null;
  readonly revision: number | null;
  readonly effectiveOn: LocalDate | null;
}

export interface Signer {
  /** Soạn thảo, Xem xét, Phê duyệt, as the table of signatures heads its columns. */
  readonly role: string;
  readonly name: string;
  readonly position: string | null;
}

export type ProblemLevel = 'error' | 'warning' | 'information';

/** Something that does not agree or is missing; the person decides, nothing is corrected silently. */
export interface ReaderProblem {
  readonly code: string;
  readonly level: ProblemLevel;
  readonly message: string;
  readonly where: string;
  /** Page of the rendition, where it is known: the screen jumps there. */
  readonly page?: number;
  /** Words at the place: they find its page in the rendition of a Word file. */
  readonly quote?: string;
}
