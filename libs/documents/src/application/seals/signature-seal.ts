import { createHash } from 'node:crypto';

import { canonicalJson } from '@app/platform/database';

import { type VersionFields } from '../../domain/version-fields';

/** Raised when the fields of a seal change; older seals are then read by the fields of their own format. */
export const SEAL_FORMAT = 1;

/** All that a signature says, and of what it says it: the fields that its seal covers (RI-11, ADR 0021). */
export interface SealedFields {
  agencyId: string;
  documentId: string;
  versionId: string;
  signatureId: string;
  stepId: string;
  meaning: string;
  way: string;
  contentHash: string;
  metadataHash: string;
  drafterId: string;
  signerId: string;
  signerName: string;
  positionTitle: string;
  formula: string;
  isoTitle: string | null;
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  delegationId: string | null;
  delegationLetter: string | null;
  /** What carries a signature that was not given here, and the hash of its bytes. */
  approvalFileId: string | null;
  approvalFileHash: string | null;
  signedAt: Date | string;
}

/** SHA-256 of the canonical JSON of the fields: keys in order, text in NFC, the time in UTC to the millisecond. */
export function sealOf(fields: SealedFields): string {
  const { signedAt } = fields;
  const said = {
    format: SEAL_FORMAT,
    agencyId: fields.agencyId,
    documentId: fields.documentId,
    versionId: fields.versionId,
    signatureId: fields.signatureId,
    stepId: fields.stepId,
    meaning: fields.meaning,
    way: fields.way,
    contentHash: fields.contentHash,
    metadataHash: fields.metadataHash,
    drafterId: fields.drafterId,
    signerId: fields.signerId,
    signerName: fields.signerName,
    positionTitle: fields.positionTitle,
    formula: fields.formula,
    isoTitle: fields.isoTitle,
    onBehalfOfId: fields.onBehalfOfId,
    onBehalfOfName: fields.onBehalfOfName,
    delegationId: fields.delegationId,
    delegationLetter: fields.delegationLetter,
    approvalFileId: fields.approvalFileId,
    approvalFileHash: fields.approvalFileHash,
    signedAt: new Date(signedAt),
  };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

export type CoverFields = Pick<
  VersionFields,
  | 'code'
  | 'series'
  | 'title'
  | 'kind'
  | 'issue'
  | 'revision'
  | 'drafterId'
  | 'changeNote'
  | 'changeClass'
  | 'citations'
  | 'namedTexts'
  | 'changeReason'
  | 'affectedSections'
>;

/** Digest of what is signed beside the content: cover fields, drafter, what it rests on (RI-11). */
export function metadataHash(fields: CoverFields): string {
  const { code, series, title, kind, issue, revision, drafterId, changeNote, changeClass } = fields;
  const { citations, namedTexts, changeReason, affectedSections } = fields;
  return createHash('sha256')
    .update(
      canonicalJson({
        code,
        series,
        title,
        kind,
        issue,
        revision,
        drafterId,
        changeNote,
        changeClass,
        citations,
        namedTexts,
        // Only where they are said: what was signed before they were asked for keeps its digest.
        ...(changeReason ? { changeReason } : {}),
        ...(affectedSections ? { affectedSections } : {}),
      }),
    )
    .digest('hex');
}
