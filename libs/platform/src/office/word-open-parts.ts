import { type ExtractedCell, type ExtractedTable } from '@app/kernel';

/** Parts of a Word document whose end tag has not come yet. */
export interface OpenTable {
  rows: ExtractedCell[][];
  row: ExtractedCell[] | null;
  rowIsDeleted: boolean;
  cell: OpenCell | null;
}

export interface OpenCell {
  lines: string[];
  span: number;
  merged: 'begins' | 'continues' | null;
  label: string | null;
  tables: ExtractedTable[];
}

export interface OpenParagraph {
  text: string;
  isMarkDeleted: boolean;
  style: string | null;
  list: { id: string | null; level: number | null } | null;
}

/** The cell as it is handed on; what Word does not say is left out. */
export function closedCell({ lines, span, merged, label, tables }: OpenCell): ExtractedCell {
  const isContinued = merged === 'continues';
  return {
    text: isContinued ? '' : lines.join('\n').trim(),
    span,
    ...(label === null || isContinued ? {} : { label }),
    ...(merged === null ? {} : { merged }),
    ...(tables.length === 0 ? {} : { tables }),
  };
}
