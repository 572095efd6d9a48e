/** Shapes of the API until the generated client replaces this copy; names are equal. */
import type { Action, ProblemView } from './types-documents';

export interface JournalLine {
  seq: number;
  at: string;
  actorName: string;
  action: string;
  subjectType: string;
  summary: string;
  reason: string | null;
}
export interface DecisionFields {
  abstract: string;
  legalBases: string[];
  signerId: string;
  formula: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.' | '';
  effectiveFrom: string | null /* null = kể từ ngày ký */;
  versionIds: string[];
  withdrawDocumentIds: string[];
}
export interface DecisionLineView {
  versionId: string;
  documentId: string;
  action: 'issue' | 'replace' | 'withdraw';
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
}
export interface DecisionLine {
  id: string;
  abstract: string;
  state: 'draft' | 'registered';
  number: string | null;
  signedOn: string | null;
  effectiveOn: string | null;
  documents: number;
  signerName: string;
}
export interface DecisionDetail extends DecisionFields {
  id: string;
  rowVersion: number;
  state: 'draft' | 'registered';
  number: string | null;
  signedOn: string | null;
  effectiveOn: string | null;
  enteredAt: string | null;
  lateReason: string | null;
  signerName: string;
  signerPosition: string;
  lines: DecisionLineView[];
  warnings: ProblemView[];
  actions: { edit: Action; register: Action };
}
export interface WorkItemLine {
  id: string;
  kind:
    | 'review'
    | 'approve'
    | 'confirm-drafting'
    | 'register-decision'
    | 'revise'
    | 'assess'
    | 'register-declaration'
    | 'sign-declaration'
    | 'fix-returned';
  title: string;
  detail: string | null;
  link: string;
  dueOn: string | null;
  openedAt: string;
  group: 'overdue' | 'this-week' | 'later';
  following: boolean;
}
export interface NoticeLine {
  id: string;
  kind: string;
  title: string;
  body: string | null;
  link: string | null;
  at: string;
  readAt: string | null;
}
export type RelationKind = 'replaces' | 'amends' | 'repeals' | 'corrects' | 'guides';
export interface LegalTextLine {
  id: string;
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string | null;
  effectiveOn: string | null;
  title: string;
  status: 'recorded' | 'in-force' | 'not-yet' | 'partly-expired' | 'expired';
  confirmed: boolean;
  stewardName: string;
  citedBy: number;
}
export interface LegalTextFields {
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string | null;
  title: string;
  aliases: { name: string; year: number | null }[];
  relations: { kind: RelationKind; targetId: string; partly: boolean; note: string | null }[];
}
export interface LegalTextDetail extends LegalTextLine {
  rowVersion: number;
  aliases: { name: string; year: number | null }[];
  relations: {
    kind: RelationKind;
    direction: 'to' | 'from';
    textId: string;
    numberSymbol: string;
    title: string;
    partly: boolean;
    note: string | null;
  }[];
  citedByDocuments: { documentId: string; code: string; title: string; agencyName: string }[];
  changeId: string | null;
}
export interface Reach {
  agencies: number;
  documents: number;
  people: number;
}
export interface ChangeLine {
  id: string;
  textNumberSymbol: string;
  textTitle: string;
  kind: RelationKind;
  targets: string[];
  state: 'recorded' | 'confirmed' | 'withdrawn';
  effectiveOn: string | null;
  reach: Reach | null;
  done: number;
  total: number;
  recordedByAgency: string;
}
export interface ChangeDetail extends ChangeLine {
  rowVersion: number;
  textId: string;
  scope: 'agency' | 'province' | 'installation';
  deadlineOn: string | null;
  needsSecondPerson: boolean;
  confirmedAt: string | null;
  confirmedByName: string | null;
  byAgency: { agencyId: string; agencyName: string; open: number; done: number; overdue: number }[];
  actions: { confirm: Action };
}
export interface AssessmentLine {
  id: string;
  changeId: string;
  documentId: string;
  code: string;
  title: string;
  cites: string;
  via: 'number' | 'name';
  changeText: string;
  unitName: string | null;
  state: 'open' | 'must-revise' | 'not-needed' | 'done';
  deadlineOn: string;
  overdue: boolean;
}
export interface AssessmentDetail extends AssessmentLine {
  rowVersion: number;
  reason: string | null;
  concludedByName: string | null;
  concludedAt: string | null;
  effectiveVersionId: string | null;
  actions: { conclude: Action };
}
export interface DeclarationLine {
  id: string;
  state: 'draft' | 'signed' | 'registered' | 'published' | 'superseded' | 'withdrawn';
  kind: 'first' | 'again';
  standard: string;
  number: string | null;
  signedOn: string | null;
  publishedAt: string | null;
  procedures: number;
}
export interface ScopeLine {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
}
export interface ConditionView {
  code: string;
  label: string;
  state: 'met' | 'unmet' | 'information';
  detail: string | null;
  link: string | null;
}
export interface DeclarationDetail extends DeclarationLine {
  rowVersion: number;
  reason: string | null;
  scope: ScopeLine[];
  conditions: ConditionView[];
  signerName: string | null;
  signerPosition: string | null;
  portalUrl: string | null;
  withdrawalReason: string | null;
  actions: { sign: Action; register: Action; withdraw: Action; edit: Action };
}
export interface UnitListLine {
  id: string;
  title: string;
  asOf: string;
  legalBasis: string | null;
  entries: number;
  matched: number;
  importedAt: string;
}
export interface UnitListImport {
  listId: string | null;
  dryRun: boolean;
  created: number;
  existing: number;
  parents: { name: string; aliases: string[]; entries: number }[];
  refused: { line: number; text: string; code: string; reason: string }[];
}
export interface UnitListEntry {
  id: string;
  year: number | null;
  ordinal: number | null;
  name: string;
  parentName: string;
  presentAgencyId: string | null;
  presentAgencyName: string | null;
  rowVersion: number;
}
