export type * from './types-documents';
export type * from './types-registers';
import type { VersionDetail, VersionLine } from './types-documents';

/** Answer of GET /documents/:id. */
export interface DocumentPage {
  document: {
    id: string;
    code: string;
    series: string;
    title: string;
    kind: VersionDetail['kind'];
    agencyId: string;
    unitName: string | null;
  };
  current: VersionDetail;
  versions: VersionLine[];
}
