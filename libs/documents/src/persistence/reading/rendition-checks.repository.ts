import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface RenditionToCheck {
  versionId: string;
  documentId: string;
  sha256: string;
  code: string;
  title: string;
}

export interface RenditionCheck {
  format: string;
  checkedAt: string;
  problem: string | null;
}

@Injectable()
export class RenditionChecksRepository {
  /** PDFs of what is or was in force that were not looked at for so many days, the longest unseen first. */
  due(tx: ReadTransaction, days: number, limit: number): Promise<RenditionToCheck[]> {
    return tx.query<RenditionToCheck>(
      `select v.id as "versionId", v.document_id as "documentId", v.rendition_sha256 as sha256, v.code, v.title
         from documents.version v
         left join documents.rendition_check c on c.agency_id = v.agency_id and c.version_id = v.id
        where v.agency_id = $1 and v.state in ('issued', 'withdrawn') and v.rendition_sha256 is not null
          and (c.checked_at is null or c.checked_at < clock_timestamp() - make_interval(days => $2))
        order by c.checked_at nulls first limit $3`,
      [tx.actor.agencyId, days, limit],
    );
  }

  async keep(
    tx: WriteTransaction,
    versionId: string,
    { format, problem, at }: { format: string; problem: string | null; at: Date },
  ): Promise<void> {
    await tx.change(
      `insert into documents.rendition_check (agency_id, version_id, checked_at, format, problem)
       values ($1, $2, $3, $4, $5)
       on conflict (agency_id, version_id) do update
         set checked_at = excluded.checked_at, format = excluded.format, problem = excluded.problem`,
      [tx.actor.agencyId, versionId, at, format, problem],
    );
  }

  find(tx: ReadTransaction, versionId: string): Promise<RenditionCheck | null> {
    return tx.one<RenditionCheck>(
      `select format, checked_at as "checkedAt", problem from documents.rendition_check
        where agency_id = any ($1::uuid[]) and version_id = $2`,
      [tx.actor.readable, versionId],
    );
  }
}
