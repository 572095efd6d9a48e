import { type SignerCopy } from '@app/identity';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface NewSignature {
  id: string;
  versionId: string;
  stepId: string;
  meaning: 'reviewed' | 'approved';
  signer: SignerCopy;
  drafterId: string;
  contentHash: string;
  metadataHash: string;
  /** Over all of this, and the version that it stands under (RI-11). */
  seal: string;
  signedAt: Date;
  /** `inside` when left out. */
  way?: 'inside' | 'outside' | 'paper';
  /** What carries a signature that was not given here. */
  approvalFileId?: string;
}

@Injectable()
export class SignaturesRepository {
  async add(tx: WriteTransaction, { signer, ...signature }: NewSignature): Promise<void> {
    await tx.change(
      `insert into documents.signature (agency_id, id, version_id, step_id, meaning, signer_id, signer_name,
          position_title, formula, drafter_id, content_hash, metadata_hash, signed_at, way, approval_file_id,
          iso_title, on_behalf_of_id, on_behalf_of_name, delegation_id, delegation_letter, seal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        tx.actor.agencyId,
        signature.id,
        signature.versionId,
        signature.stepId,
        signature.meaning,
        signer.signerId,
        signer.signerName,
        signer.positionTitle,
        signer.formula,
        signature.drafterId,
        signature.contentHash,
        signature.metadataHash,
        signature.signedAt,
        signature.way ?? 'inside',
        signature.approvalFileId ?? null,
        signer.isoTitle ?? null,
        ...actingFor(signer),
        signature.seal,
      ],
    );
  }
}

function actingFor({ actingFor: by }: SignerCopy): (string | null)[] {
  return by == null ? [null, null, null, null] : [by.personId, by.personName, by.delegationId, by.letter];
}
