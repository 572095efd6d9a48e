/** What stands above an official text of an agency. */
export interface Letterhead {
  name: string;
  shortName: string;
  kind: string;
  /** Cơ quan chủ quản; null for an agency without one. */
  superiorName: string | null;
  /** Địa danh of the date line. */
  seat: string | null;
  provinceName: string | null;
}
