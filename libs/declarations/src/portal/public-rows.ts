export type PublicState = 'valid' | 'superseded' | 'withdrawn';
export type PublicProcedureState = 'effective' | 'superseded' | 'ended' | 'out-of-scope';

/** An agency in a list, with the declaration that is valid now. */
export interface AgencyRow {
  slug: string;
  name: string;
  superiorName: string | null;
  provinceName: string | null;
  number: string | null;
  signedOn: string | null;
  standard: string | null;
  scopeSize: number | null;
}

export interface DeclarationRow {
  code: string;
  state: PublicState;
  kind: 'first' | 'again';
  number: string;
  signedOn: string;
  standard: string;
  scopeSize: number;
  /** Instants as ISO 8601 text. */
  publishedAt: string;
  endedAt: string | null;
}

export interface ListedDeclarationRow extends DeclarationRow {
  agencySlug: string;
  agencyName: string;
}

export interface ScopeRow {
  versionId: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  effectiveOn: string | null;
  /** Size of the public PDF, or null when there is none (any more). */
  pdfSize: number | null;
}

export interface AgencyPage {
  slug: string;
  name: string;
  superiorName: string | null;
  provinceName: string | null;
  seat: string | null;
  declarations: DeclarationRow[];
  procedures: ScopeRow[];
}

export interface DeclarationPage extends ListedDeclarationRow {
  superiorName: string | null;
  signerName: string;
  signerPosition: string;
  signerFormula: string;
  contentHash: string;
  pdfSize: number | null;
  pdfSha256: string | null;
  scope: ScopeRow[];
  history: DeclarationRow[];
}

export interface ProcedureRow {
  versionId: string;
  state: PublicProcedureState;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  effectiveOn: string | null;
  endedAt: string | null;
  pdfSize: number | null;
  agencySlug: string;
  agencyName: string;
  declarationCode: string;
}

/** What a verification code stands for. */
export type CheckedPaper =
  | { kind: 'declaration'; declaration: ListedDeclarationRow; validCode: string | null }
  | { kind: 'procedure'; procedure: ProcedureRow };

export interface PublicFileRow {
  agencyId: string;
  sha256: string;
  size: number;
  name: string;
}

export interface HeadRow {
  agencySlug: string;
  agencyName: string;
  day: string;
  seq: number;
  hash: string;
}

export interface Overview {
  agencies: number;
  declarations: number;
  procedures: number;
  newest: ListedDeclarationRow[];
}

export interface SitemapRow {
  path: string;
  changedAt: string;
}
