import { foldVietnamese, type LocalDate } from '@app/kernel';

import { type DocumentKind } from '../version-fields';

/** What a row of the review grid proposes and a person may change. Null: still to be filled in. */
export interface ImportFields {
  code: string | null;
  series: string | null;
  title: string | null;
  kind: DocumentKind;
  issue: number | null;
  revision: number | null;
  issuedOn: LocalDate | null;
  owningUnitId: string | null;
  /** As printed; a person of the agency only where the name is one of theirs. */
  drafterName: string | null;
}

/** R17: a version that was in force before the one in force; matched by a person, never by its code alone (DI-01). */
export interface EarlierVersion {
  documentId: string | null;
  itemId: string | null;
  number: string;
  signedOn: LocalDate;
  from: LocalDate;
  /** First day no longer in force. */
  until: LocalDate;
}

/** A name and position as they stand on the paper. They are text: nobody signed here. */
export interface PrintedSigner {
  role: string;
  name: string;
  position: string | null;
}

/** What the reader found, as far as the grid needs it. */
export interface ReadFields {
  code: string | null;
  series: string | null;
  title: string | null;
  issue: number | null;
  revision: number | null;
  issuedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  signers: PrintedSigner[];
}

const NOTHING_READ: ReadFields = {
  code: null,
  series: null,
  title: null,
  issue: null,
  revision: null,
  issuedOn: null,
  effectiveOn: null,
  signers: [],
};

/** The proposal with what a person changed laid over it. */
export function fieldsOf(
  read: ReadFields | null,
  corrections: Partial<ImportFields>,
  hint: string | null,
): ImportFields {
  const { code, series, title, issue, revision, issuedOn, signers } = read ?? NOTHING_READ;
  return {
    code,
    series: series ?? hint,
    title,
    kind: 'procedure',
    issue,
    // A cover that names no revision is the first of its issue.
    revision: revision ?? 0,
    issuedOn,
    owningUnitId: null,
    drafterName: drafterOf(signers),
    ...corrections,
  };
}

function drafterOf(signers: readonly PrintedSigner[]): string | null {
  return signers.find(({ role }) => foldVietnamese(role).includes('soan'))?.name ?? null;
}

/** Codes are compared without accents, case and spaces, as the database does. */
export function codeKey(code: string): string {
  return foldVietnamese(code).replace(/\s+/g, '');
}
