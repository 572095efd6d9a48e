import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The seal of a signature: one digest over all that it says, kept beside it (RI-11, ADR 0021). */
export class DocumentsSignatureSeals1763860250001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Format 1, written once in SQL for the signatures that were given before; the product computes it by itself.
    await runner.query(`
      alter table documents.signature add column seal text;
      update documents.signature g set seal = encode(sha256(convert_to(
        '{"agencyId":' || to_json(g.agency_id)
        || ',"approvalFileHash":' || coalesce(to_json(f.sha256)::text, 'null')
        || ',"approvalFileId":' || coalesce(to_json(g.approval_file_id)::text, 'null')
        || ',"contentHash":' || to_json(g.content_hash)
        || ',"delegationId":' || coalesce(to_json(g.delegation_id)::text, 'null')
        || ',"delegationLetter":' || coalesce(to_json(normalize(g.delegation_letter))::text, 'null')
        || ',"documentId":' || to_json(v.document_id)
        || ',"drafterId":' || to_json(g.drafter_id)
        || ',"format":1'
        || ',"formula":' || to_json(normalize(g.formula))
        || ',"isoTitle":' || coalesce(to_json(normalize(g.iso_title))::text, 'null')
        || ',"meaning":' || to_json(g.meaning)
        || ',"metadataHash":' || to_json(g.metadata_hash)
        || ',"onBehalfOfId":' || coalesce(to_json(g.on_behalf_of_id)::text, 'null')
        || ',"onBehalfOfName":' || coalesce(to_json(normalize(g.on_behalf_of_name))::text, 'null')
        || ',"positionTitle":' || to_json(normalize(g.position_title))
        || ',"signatureId":' || to_json(g.id)
        || ',"signedAt":' || to_json(to_char(g.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        || ',"signerId":' || to_json(g.signer_id)
        || ',"signerName":' || to_json(normalize(g.signer_name))
        || ',"stepId":' || to_json(g.step_id)
        || ',"versionId":' || to_json(g.version_id)
        || ',"way":' || to_json(g.way) || '}', 'UTF8')), 'hex')
        from documents.signature o
        join documents.version v on v.agency_id = o.agency_id and v.id = o.version_id
        left join documents.approval_file f on f.agency_id = o.agency_id and f.id = o.approval_file_id
       where o.agency_id = g.agency_id and o.id = g.id;
      alter table documents.signature alter column seal set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table documents.signature drop column seal');
  }
}
