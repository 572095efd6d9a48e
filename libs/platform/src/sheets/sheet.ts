import { type LocalDate } from '@app/kernel';

/** Text, a number, a day, or nothing. */
export type Cell = string | number | { readonly date: LocalDate } | null;

export interface SheetColumn<Row> {
  readonly title: string;
  /** In letters; 20 unless said. */
  readonly width?: number;
  readonly value: (row: Row) => Cell;
}

/** A list to be taken away: its columns, and where it comes from. */
export interface Sheet<Row> {
  /** Of the first sheet, and the first line of "Nguồn". */
  readonly name: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly agencyName: string;
  readonly takenBy: string;
  readonly takenAt: Date;
  /** The filters in force, as they stand in the address. */
  readonly query: Readonly<Record<string, string | number | boolean | null | undefined>>;
}

/** A cell of a day; null stays empty. */
export function dayCell(date: LocalDate | null): Cell {
  return date === null ? null : { date };
}
