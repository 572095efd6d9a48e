import { type CoverFields, metadataHash, sealOf, type SealedFields } from './signature-seal';

/**
 * Whether a signature still counts for what lies before the reader: `round` when the version was returned after it,
 * `content` and `metadata` when what was signed is another now, `seal` when the signature's own words were changed or it
 * was moved here from elsewhere.
 */
export type SignatureValidity = 'valid' | 'round' | 'content' | 'metadata' | 'seal';

export interface SignatureToJudge extends Omit<
  SealedFields,
  'agencyId' | 'documentId' | 'versionId' | 'signatureId' | 'drafterId'
> {
  id: string;
  round: number;
  /** As it stood when the signature was given. */
  signedDrafterId: string;
  seal: string;
}

export interface VersionToJudge extends CoverFields {
  id: string;
  agencyId: string;
  documentId: string;
  reviewRound: number;
  /** Digest of the cover that was kept when the version was sent. */
  metadataHash: string | null;
  rendition: { sha256: string | null };
}

/** Everything is computed anew from what is stored now; no flag is trusted (RI-11). */
export function judgeSignatures<Signature extends SignatureToJudge>(
  version: VersionToJudge,
  signatures: readonly Signature[],
): { signature: Signature; validity: SignatureValidity }[] {
  const coverNow = signatures.length === 0 ? '' : metadataHash(version);
  return signatures.map((signature) => ({ signature, validity: validityOf(version, signature, coverNow) }));
}

function validityOf(
  version: VersionToJudge,
  signature: SignatureToJudge,
  coverNow: string,
): SignatureValidity {
  const { id: signatureId, signedDrafterId: drafterId, ...said } = signature;
  const { agencyId, documentId, id: versionId } = version;
  if (sealOf({ ...said, signatureId, drafterId, agencyId, documentId, versionId }) !== signature.seal)
    return 'seal';
  if (signature.round !== version.reviewRound) return 'round';
  if (signature.contentHash !== version.rendition.sha256) return 'content';
  const isSameCover = signature.metadataHash === coverNow && version.metadataHash === coverNow;
  return isSameCover ? 'valid' : 'metadata';
}
