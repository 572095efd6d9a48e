/** Shapes of the API until the generated client replaces this copy; names are equal. */

export interface Action {
  allowed: boolean;
  code: string | null;
  reason: string | null;
}
export interface SignInRequest {
  login: string;
  password: string;
}
export interface AgencyOption {
  id: string;
  name: string;
  shortName: string;
  kind: 'province' | 'department' | 'commune' | 'installation';
  roles: string[];
}
export interface Me {
  person: { id: string; fullName: string; email: string };
  agencies: AgencyOption[];
  agency: AgencyOption & { provinceName: string | null };
  permissions: string[];
  counters: { work: number; overdue: number; notices: number };
}
export interface SystemInfo {
  version: string;
  officeConversion: boolean;
  scanner: 'off' | 'on';
  portalUrl: string;
}
export interface PersonOption {
  personId: string;
  fullName: string;
  positionTitle: string;
  unitId: string | null;
  unitName: string | null;
  roles: string[];
}
export interface UnitOption {
  id: string;
  name: string;
}
export interface AgencyLine {
  id: string;
  name: string;
  kind: string;
  parentName: string | null;
  code: string | null;
  historical: boolean;
  validFrom: string | null;
  validUntil: string | null;
  presentAgencyName: string | null;
}

export interface CitationView {
  numberSymbol: string;
  kind: string | null;
  issuer: string | null;
  issuedOn: string | null;
  legalTextId?: string | null;
  legalTextState?: string | null;
}
export interface NamedTextView {
  name: string;
  year: number | null;
  legalTextId?: string | null;
}
export interface ProblemView {
  code: string;
  level: 'error' | 'warning' | 'information';
  message: string;
  where: string | null;
}
export interface ProposalView {
  code: string | null;
  series: string | null;
  title: string | null;
  issue: number | null;
  revision: number | null;
  issuedOn: string | null;
  effectiveOn: string | null;
  footers: { issue: number | null; revision: number | null; effectiveOn: string | null }[];
  citations: CitationView[];
  namedTexts: NamedTextView[];
  problems: ProblemView[];
}
export interface UploadView {
  id: string;
  fileName: string;
  size: number;
  mediaType: string | null;
  state: 'received' | 'reading' | 'ready' | 'unread' | 'refused' | 'linked'; // unread = reading failed: fill by hand, nothing lost
  progress: number;
  problem: ProblemView | null;
  proposal: ProposalView | null;
}
export type DisplayState =
  | 'draft'
  | 'waiting-review'
  | 'waiting-approval'
  | 'returned'
  | 'approved'
  | 'scheduled'
  | 'effective'
  | 'superseded'
  | 'withdrawn';
export interface VersionFields {
  code: string;
  series: string;
  title: string;
  kind: 'procedure' | 'policy' | 'objectives' | 'manual' | 'form' | 'other';
  owningUnitId: string | null;
  drafterId: string;
  issue: number;
  revision: number;
  issuedOn: string | null;
  changeNote: string | null;
  changeClass: 'editorial' | 'minor' | 'major' | null;
  legalBasis: string | null;
  citations: CitationView[];
  namedTexts: NamedTextView[];
}
export interface CreateDocument extends VersionFields {
  uploadId: string;
  keepRepeatedCode?: boolean;
}
export interface CreateVersion extends VersionFields {
  uploadId: string;
}
export interface DocumentLine {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  kind: string;
  state: DisplayState;
  issue: number;
  revision: number;
  effectiveOn: string | null;
  unitName: string | null;
  agencyId: string;
  agencyName: string;
  holderName: string | null;
  holdingSince: string | null;
}
export interface RouteStepView {
  id: string;
  kind: 'review' | 'approve';
  assigneeId: string;
  assigneeName: string;
  state: 'waiting' | 'current' | 'done' | 'returned' | 'cancelled';
  decidedAt: string | null;
  comment: string | null;
}
export interface SignatureView {
  id: string;
  meaning: 'reviewed' | 'approved';
  signerName: string;
  positionTitle: string;
  formula: string | null;
  signedAt: string;
  contentHash: string;
  valid: boolean;
}
export interface VersionDetail extends VersionFields {
  id: string;
  documentId: string;
  agencyId: string;
  state: DisplayState;
  rowVersion: number;
  drafterName: string;
  uploaderName: string;
  unitName: string | null;
  effectiveOn: string | null;
  endedOn: string | null;
  decision: { id: string; number: string | null; signedOn: string | null } | null;
  master: { fileName: string; size: number; sha256: string; mediaType: string };
  rendition: {
    state: 'none' | 'waiting' | 'ready' | 'failed';
    pages: number | null;
    sha256: string | null;
    message: string | null;
  };
  route: RouteStepView[];
  signatures: SignatureView[];
  problems: ProblemView[];
  holderName: string | null;
  holdingSince: string | null;
  effectiveVersionId: string | null;
  actions: {
    edit: Action;
    submit: Action;
    review: Action;
    approve: Action;
    return: Action;
    copy: Action;
    newVersion: Action;
  };
}
export interface VersionLine {
  versionId: string;
  issue: number;
  revision: number;
  state: DisplayState;
  effectiveOn: string | null;
  endedOn: string | null;
  drafterName: string;
  changeNote: string | null;
  decisionNumber: string | null;
}
