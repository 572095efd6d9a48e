import { type SignerCopy } from '@app/identity';

import { type VersionSnapshot } from '../../domain/document-version';
import { type NewSignature } from '../../persistence/signatures.repository';
import { type SealedFields, sealOf } from './signature-seal';

/** A signature over a version as it lies before its signer, sealed before it is kept. */
export function sealedSignature(
  agencyId: string,
  version: VersionSnapshot,
  given: Omit<NewSignature, 'versionId' | 'drafterId' | 'contentHash' | 'metadataHash' | 'seal'> & {
    approvalFileHash?: string | null;
  },
): NewSignature {
  const { approvalFileHash = null, ...kept } = given;
  const signature = {
    ...kept,
    versionId: version.id,
    drafterId: version.drafterId,
    contentHash: version.renditionSha256 ?? '',
    metadataHash: version.metadataHash ?? '',
  };
  const seal = sealOf({
    ...signature,
    agencyId,
    documentId: version.documentId,
    signatureId: signature.id,
    way: signature.way ?? 'inside',
    ...saidOf(given.signer),
    approvalFileId: signature.approvalFileId ?? null,
    approvalFileHash,
  });
  return { ...signature, seal };
}

type SignerFields =
  | ('signerId' | 'signerName' | 'positionTitle' | 'formula' | 'isoTitle')
  | ('onBehalfOfId' | 'onBehalfOfName' | 'delegationId' | 'delegationLetter');

function saidOf({
  signerId,
  signerName,
  positionTitle,
  formula,
  ...signer
}: SignerCopy): Pick<SealedFields, SignerFields> {
  const { isoTitle = null, actingFor: by = null } = signer;
  const acting = by ?? { personId: null, personName: null, delegationId: null, letter: null };
  return {
    ...{ signerId, signerName, positionTitle, formula, isoTitle },
    onBehalfOfId: acting.personId,
    onBehalfOfName: acting.personName,
    delegationId: acting.delegationId,
    delegationLetter: acting.letter,
  };
}
