/** Text and tables of a file, in reading order: what the platform takes out of Word, PDF and text and the rules of the reader look at. */
export interface ExtractedDocument {
  readonly format: 'word' | 'pdf' | 'text';
  readonly blocks: readonly ExtractedBlock[];
  /** Page headers and footers that are shown on some page, in the order of their sections. */
  readonly headers: readonly ExtractedMargin[];
  readonly footers: readonly ExtractedMargin[];
  readonly pages: number | null;
}

export type ExtractedBlock = ExtractedParagraph | ExtractedTable;

export interface ExtractedParagraph {
  readonly kind: 'paragraph';
  /** Soft line breaks are `\n`; deleted (tracked) text is left out. */
  readonly text: string;
  /** The number that Word prints by itself before the text (`1.`, `5.2`, `b)`), which is no part of it. */
  readonly label?: string;
  /** Page on which it begins, where the format knows it. */
  readonly page: number | null;
}

export interface ExtractedTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly ExtractedCell[])[];
  readonly page: number | null;
}

export interface ExtractedCell {
  /** Paragraphs of the cell, joined by `\n`. */
  readonly text: string;
  /** Number of grid columns that the cell covers. */
  readonly span: number;
  /** The number that Word prints by itself at the cell's first numbered paragraph. */
  readonly label?: string;
  /** A cell that goes over several rows: its text stands where it begins. */
  readonly merged?: 'begins' | 'continues';
  /** Tables drawn inside the cell; their text is also part of the cell's own. */
  readonly tables?: readonly ExtractedTable[];
}

export interface ExtractedMargin {
  /** Counted from 1 in document order. */
  readonly section: number;
  readonly text: string;
}
