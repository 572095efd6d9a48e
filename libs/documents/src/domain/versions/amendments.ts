import { formatVi, type LocalDate } from '@app/kernel';

import { type AmendmentColumn, type AmendmentField } from '../issuing/issuing-setting';

/** What a version adds to the amendment table of its document. */
export interface Amendment {
  issue: number;
  revision: number;
  issuedOn: LocalDate | null;
  changeNote: string | null;
  changeReason: string | null;
  affectedSections: string | null;
  legalBasis: string | null;
}

export interface AmendmentTable {
  columns: readonly AmendmentColumn[];
  rows: readonly (readonly string[])[];
}

const FIRST_ISSUE = 'Ban hành lần đầu';

const CELLS: Readonly<Record<AmendmentField, (amendment: Amendment, index: number) => string>> = {
  ordinal: (_, index) => String(index + 1),
  request: ({ changeReason }) => changeReason ?? '',
  place: ({ affectedSections }) => affectedSections ?? '',
  summary: ({ changeNote }, index) => changeNote ?? (index === 0 ? FIRST_ISSUE : ''),
  basis: ({ legalBasis }) => legalBasis ?? '',
  edition: ({ issue, revision }) => `${pad(issue)}/${pad(revision)}`,
  revision: ({ revision }) => pad(revision),
  'issued-on': ({ issuedOn }) => (issuedOn === null ? '' : formatVi(issuedOn)),
};

/** The table "theo dõi sửa đổi" over all versions, the oldest first, in the agency's own form (DI-06). */
export function amendmentTable(
  amendments: readonly Amendment[],
  columns: readonly AmendmentColumn[],
): AmendmentTable {
  return {
    columns,
    rows: amendments.map((amendment, index) => columns.map(({ field }) => CELLS[field](amendment, index))),
  };
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}
