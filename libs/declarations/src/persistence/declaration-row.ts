import { type LocalDate } from '@app/kernel';

import { type DeclarationKind, type DeclarationSnapshot, type DeclarationState } from '../domain/declaration';

/** A declaration with the one that it replaces named. */
export interface DeclarationRow {
  id: string;
  agencyId: string;
  state: DeclarationState;
  kind: DeclarationKind;
  reason: string | null;
  standardId: string;
  standardLabel: string;
  verificationCode: string;
  supersedesId: string | null;
  supersedesNumber: string | null;
  supersedesSignedOn: LocalDate | null;
  agencyName: string | null;
  superiorName: string | null;
  seat: string | null;
  signerId: string | null;
  signerName: string | null;
  signerPosition: string | null;
  signerFormula: string | null;
  contentHash: string | null;
  signedAt: Date | null;
  number: string | null;
  signedOn: LocalDate | null;
  publishedAt: Date | null;
  waitingFor: string | null;
  pdfSha256: string | null;
  pdfSize: number | null;
  withdrawalReason: string | null;
  createdBy: string;
  rowVersion: number;
}

/** A version in the scope, as it was when the scope was fixed. */
export interface ScopeLineRow {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  effectiveOn: LocalDate;
  renditionSha256: string;
  verificationCode: string;
}

export const DECLARATION_COLUMNS = `d.id, d.agency_id as "agencyId", d.state, d.kind, d.reason,
  d.standard_id as "standardId", d.standard_label as "standardLabel", d.verification_code as "verificationCode",
  d.supersedes_id as "supersedesId", p.number as "supersedesNumber", p.signed_on as "supersedesSignedOn",
  d.agency_name as "agencyName", d.superior_name as "superiorName", d.seat, d.signer_id as "signerId",
  d.signer_name as "signerName", d.signer_position as "signerPosition", d.signer_formula as "signerFormula",
  d.content_hash as "contentHash", d.signed_at as "signedAt", d.number, d.signed_on as "signedOn",
  d.published_at as "publishedAt", d.waiting_for as "waitingFor", d.pdf_sha256 as "pdfSha256",
  d.pdf_size as "pdfSize", d.withdrawal_reason as "withdrawalReason", d.created_by as "createdBy",
  d.row_version as "rowVersion"`;

export const DECLARATION_FROM = `declarations.declaration d
  left join declarations.declaration p on p.agency_id = d.agency_id and p.id = d.supersedes_id`;

export const LINE_COLUMNS = `document_id as "documentId", version_id as "versionId", code, series, title, issue, revision,
  effective_on as "effectiveOn", rendition_sha256 as "renditionSha256", verification_code as "verificationCode"`;

export function snapshotOf(row: DeclarationRow): DeclarationSnapshot {
  const { state, kind, reason, number, signedOn, withdrawalReason } = row;
  return { state, kind, reason, number, signedOn, withdrawalReason, signature: signatureOf(row) };
}

function signatureOf(row: DeclarationRow): DeclarationSnapshot['signature'] {
  const { signerId, signerName, signerPosition, signerFormula, contentHash, signedAt } = row;
  if (signerId === null || signerName === null || contentHash === null || signedAt === null) return null;
  return {
    signerId,
    signerName,
    contentHash,
    signedAt,
    signerPosition: signerPosition ?? '',
    signerFormula: signerFormula ?? '',
  };
}
