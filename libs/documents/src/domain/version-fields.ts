import { type LocalDate } from '@app/kernel';

export const DOCUMENT_KINDS = ['procedure', 'policy', 'objectives', 'manual', 'form', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** R7: editorial asks for no new reading, minor notifies, major asks to be acknowledged. */
export const CHANGE_CLASSES = ['editorial', 'minor', 'major'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** A legal text cited by number; the issuer is part of what it is. */
export interface CitationFields {
  numberSymbol: string;
  kind: string | null;
  issuer: string | null;
  issuedOn: LocalDate | null;
}

/** A law cited by name and year, without a number. */
export interface NamedTextFields {
  name: string;
  year: number | null;
}

/** What a person confirms of a version: the cover, and what it rests on. */
export interface VersionFields {
  code: string;
  series: string;
  title: string;
  kind: DocumentKind;
  owningUnitId: string | null;
  drafterId: string;
  issue: number;
  revision: number;
  /** Ngày ban hành as printed on the cover. */
  issuedOn: LocalDate | null;
  changeNote: string | null;
  changeClass: ChangeClass | null;
  legalBasis: string | null;
  /** Why it was changed, and where (DI-06). */
  changeReason?: string | null;
  affectedSections?: string | null;
  citations: readonly CitationFields[];
  namedTexts: readonly NamedTextFields[];
}

/** The number after a code's own, in the same shape: "QT 09/CX-HCTP" gives "QT 10/CX-HCTP". Null when it has none. */
export function nextCode(code: string): string | null {
  const match = /^(.*?)(\d+)(\D*)$/.exec(/^[^/]*\d+/.exec(code)?.[0] ?? '');
  if (match === null) return null;
  const [head = '', before = '', digits = '', after = ''] = match;
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  return `${before}${next}${after}${code.slice(head.length)}`;
}

/** The numbers that follow by rule: a major change is a new issue, anything less a revision of the present one. */
export function nextNumbers(
  { issue, revision }: { issue: number; revision: number },
  changeClass: ChangeClass,
): { issue: number; revision: number } {
  return changeClass === 'major' ? { issue: issue + 1, revision: 0 } : { issue, revision: revision + 1 };
}
