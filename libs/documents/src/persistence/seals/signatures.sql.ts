/** A signature as it stands in its row, with what its seal covers (RI-11). */
export interface SignatureRow {
  id: string;
  stepId: string;
  meaning: 'reviewed' | 'approved';
  way: 'inside' | 'outside' | 'paper';
  signerId: string;
  signerName: string;
  positionTitle: string;
  formula: string;
  isoTitle: string | null;
  signedDrafterId: string;
  signedAt: string;
  contentHash: string;
  metadataHash: string;
  seal: string;
  round: number;
  onBehalfOfId: string | null;
  onBehalfOfName: string | null;
  delegationId: string | null;
  delegationLetter: string | null;
  approvalFileId: string | null;
  approvalFileHash: string | null;
  /** Who vouched for a signature that was not given here, and when (OF-03). */
  vouchedByName: string | null;
  vouchedAt: string | null;
}

/** The signatures of version `v`, in the order in which they were given. */
export const SIGNATURES_OF_VERSION = `(select jsonb_agg(jsonb_build_object('id', g.id, 'stepId', g.step_id,
      'meaning', g.meaning, 'way', g.way, 'signerId', g.signer_id, 'signerName', g.signer_name,
      'positionTitle', g.position_title, 'formula', g.formula, 'isoTitle', g.iso_title,
      'signedDrafterId', g.drafter_id, 'signedAt', g.signed_at, 'contentHash', g.content_hash,
      'metadataHash', g.metadata_hash, 'seal', g.seal, 'round', s.round,
      'onBehalfOfId', g.on_behalf_of_id, 'onBehalfOfName', g.on_behalf_of_name, 'delegationId', g.delegation_id,
      'delegationLetter', g.delegation_letter, 'approvalFileId', g.approval_file_id, 'approvalFileHash', f.sha256,
      'vouchedByName', f.decided_by_name, 'vouchedAt', f.decided_at) order by g.signed_at, g.id)
     from documents.signature g
     join documents.route_step s on s.agency_id = g.agency_id and s.id = g.step_id
     left join documents.approval_file f on f.agency_id = g.agency_id and f.id = g.approval_file_id
    where g.agency_id = v.agency_id and g.version_id = v.id)`;
