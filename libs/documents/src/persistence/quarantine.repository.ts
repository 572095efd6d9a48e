import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** Who still waits for a file in quarantine: the same content may have come by several doors. */
@Injectable()
export class QuarantineRepository {
  /** @returns those of the hashes that something not yet refused refers to */
  async needed(tx: ReadTransaction, sha256s: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ sha256: string }>(
      `select sha256 from documents.upload where agency_id = $1 and sha256 = any ($2::text[]) and state <> 'refused'
       union
       select sha256 from documents.import_archive
        where agency_id = $1 and sha256 = any ($2::text[]) and state = 'received'
       union
       select scan_sha256 from documents.issuing_decision
        where agency_id = $1 and scan_sha256 = any ($2::text[]) and scan_state = 'waiting'
       union
       select file->>'sha256' from legal_register.pub_legal_text
        where steward_agency_id = $1 and file->>'sha256' = any ($2::text[]) and file->>'state' = 'waiting'
       union
       select part->>'sha256' from documents.approval_file, jsonb_array_elements(parts) as part
        where agency_id = $1 and state = 'received' and part->>'sha256' = any ($2::text[])`,
      [tx.actor.agencyId, sha256s],
    );
    return rows.map(({ sha256 }) => sha256);
  }
}
