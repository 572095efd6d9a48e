import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentNotFound } from '../../domain/refusals';
import { type Amendment } from '../../domain/versions/amendments';

export interface AmendedDocument {
  code: string;
  series: string;
  title: string;
  amendments: Amendment[];
}

@Injectable()
export class AmendmentsQuery {
  /**
   * Issued versions of a document, the oldest first, up to the given one; that one is in it even while it is a draft.
   * @throws DocumentNotFound
   */
  async upTo(tx: ReadTransaction, documentId: string, versionId: string | null): Promise<AmendedDocument> {
    const row = await tx.one<AmendedDocument>(
      `select d.code, d.series, d.title,
              coalesce((select jsonb_agg(jsonb_build_object('issue', v.issue, 'revision', v.revision,
                  'issuedOn', coalesce(q.signed_on, v.printed_issued_on), 'changeNote', v.change_note,
                  'changeReason', v.change_reason, 'affectedSections', v.affected_sections,
                  'legalBasis', v.legal_basis) order by v.issue, v.revision)
                from documents.version v
                left join documents.issuing_decision q on q.agency_id = v.agency_id and q.id = v.decision_id
                left join documents.version t on t.agency_id = v.agency_id and t.id = $3
               where v.agency_id = d.agency_id and v.document_id = d.id
                 and (v.state in ('issued', 'withdrawn') or v.id = $3)
                 and (t.id is null or (v.issue, v.revision) <= (t.issue, t.revision))), '[]') as amendments
         from documents.document d where d.agency_id = any ($1::uuid[]) and d.id = $2`,
      [tx.actor.readable, documentId, versionId],
    );
    if (row === null) throw new DocumentNotFound();
    return row;
  }

  /** The highest issue and revision of a document: what the next numbers follow. @throws DocumentNotFound */
  async latest(tx: ReadTransaction, documentId: string): Promise<{ issue: number; revision: number }> {
    const row = await tx.one<{ issue: number; revision: number }>(
      `select issue, revision from documents.version where agency_id = $1 and document_id = $2
        order by issue desc, revision desc limit 1`,
      [tx.actor.agencyId, documentId],
    );
    if (row === null) throw new DocumentNotFound();
    return row;
  }

  /** To whom a version goes, as its distribution list names them. */
  async distributedTo(tx: ReadTransaction, versionId: string): Promise<string[]> {
    const rows = await tx.query<{ name: string }>(
      `select name from documents.distribution_line where agency_id = $1 and version_id = $2 order by ordinal`,
      [tx.actor.agencyId, versionId],
    );
    return rows.map(({ name }) => name);
  }
}
