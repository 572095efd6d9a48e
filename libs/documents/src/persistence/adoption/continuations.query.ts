import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface PredecessorRow {
  agencyId: string;
  agencyName: string;
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  effectiveOn: LocalDate;
  /** The own document that continues it, or null. */
  continuedBy: string | null;
  seriesKey: string;
  codeKey: string;
}

export interface PredecessorVersion extends PredecessorRow {
  kind: string;
  changeNote: string | null;
  master: { sha256: string; name: string; size: number; type: string };
  rendition: { sha256: string; size: number; pages: number | null };
  metadataHash: string | null;
}

const COLUMNS = `v.agency_id as "agencyId", a.name as "agencyName", v.document_id as "documentId", v.id as "versionId",
  v.code, v.series, v.title, v.issue, v.revision, v.starts_on as "effectiveOn", v.series_key as "seriesKey",
  v.code_key as "codeKey", d.id as "continuedBy"`;
const FROM = `from documents.version v
  join organization.agency a on a.id = v.agency_id
  left join documents.document d on d.agency_id = $1 and d.origin_agency_id = v.agency_id
   and d.origin_document_id = v.document_id
 where v.agency_id = any ($2::uuid[]) and v.agency_id <> $1 and v.state = 'issued'
   and v.starts_on <= app.today() and v.ends_before > app.today()`;

/** What predecessors in the agency's custody left in force (OF-11, R12). */
@Injectable()
export class ContinuationsQuery {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<PredecessorRow[]> {
    const [series = null, code = null, id = null] = after ?? [];
    return tx.query<PredecessorRow>(
      `select ${COLUMNS} ${FROM}
          and ($3::text is null or (v.series_key, v.code_key, v.id) > ($3, $4::text, $5::uuid))
        order by v.series_key, v.code_key, v.id limit $6`,
      [tx.actor.agencyId, tx.actor.readable, series, code, id, limit + 1],
    );
  }

  versions(tx: ReadTransaction, ids: readonly string[]): Promise<PredecessorVersion[]> {
    return tx.query<PredecessorVersion>(
      `select ${COLUMNS}, v.kind, v.change_note as "changeNote", v.metadata_hash as "metadataHash",
              jsonb_build_object('sha256', v.master_sha256, 'name', v.master_name, 'size', v.master_size,
                'type', v.master_type) as master,
              jsonb_build_object('sha256', v.rendition_sha256, 'size', v.rendition_size,
                'pages', v.rendition_pages) as rendition
         ${FROM} and v.id = any ($3::uuid[]) and v.rendition_sha256 is not null
        order by array_position($3::uuid[], v.id)`,
      [tx.actor.agencyId, tx.actor.readable, ids],
    );
  }
}
