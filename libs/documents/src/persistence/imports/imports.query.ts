import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type EarlierVersion,
  fieldsOf,
  type ImportFields,
  type ItemProblem,
  type ItemToReview,
  type PrintedSigner,
  type ReadFields,
  reviewBatch,
  type ReviewedItem,
  type StandingCode,
} from '../../domain/imports';
import { guessSeries } from '../../domain/reader';
import { ImportNotFound } from '../../domain/refusals';

export interface BatchRow {
  id: string;
  name: string;
  createdByName: string;
  createdAt: string;
  files: number;
  accepted: number;
}

export interface ArchiveRow {
  id: string;
  fileName: string;
  state: 'received' | 'opened' | 'refused';
  problem: string | null;
  leftOut: string[];
}

export interface ImportItem extends ItemToReview {
  uploadId: string;
  folder: string;
  progress: number;
  pages: number | null;
  previewSha256: string | null;
  previewSize: number | null;
  effectiveOn: string | null;
  signers: PrintedSigner[];
  documentId: string | null;
  versionId: string | null;
  rowVersion: number;
}

interface ItemRow {
  id: string;
  uploadId: string;
  fileName: string;
  folder: string;
  state: ItemToReview['state'];
  uploadState: ItemToReview['uploadState'];
  progress: number;
  corrections: Partial<ImportFields>;
  keepsCode: boolean;
  earlier: EarlierVersion | null;
  read: (ReadFields & { problems: ItemProblem[] }) | null;
  uploadProblem: ItemProblem | null;
  previewSha256: string | null;
  previewSize: number | null;
  pages: number | null;
  documentId: string | null;
  versionId: string | null;
  rowVersion: number;
}

/** Only what the grid shows: a proposal holds the whole content of a file, which stays where it is. */
const ITEMS = `
  select i.id, i.upload_id as "uploadId", u.file_name as "fileName", i.folder, i.state, u.state as "uploadState",
         u.progress, i.corrections, i.keeps_code as "keepsCode",
         case when i.earlier_from is not null then jsonb_build_object('documentId', i.earlier_document_id,
           'itemId', i.earlier_item_id, 'number', i.earlier_number, 'signedOn', i.earlier_signed_on,
           'from', i.earlier_from, 'until', i.earlier_until) end as earlier,
         case when u.proposal is not null then jsonb_build_object('code', u.proposal->'code', 'series', u.proposal->'series',
           'title', u.proposal->'title', 'issue', u.proposal->'issue', 'revision', u.proposal->'revision',
           'issuedOn', u.proposal->'issuedOn', 'effectiveOn', u.proposal->'effectiveOn',
           'signers', coalesce(u.proposal->'signers', '[]'), 'problems', coalesce(u.proposal->'problems', '[]')) end as read,
         u.problem as "uploadProblem", u.rendition_sha256 as "previewSha256", u.rendition_size::int as "previewSize",
         u.rendition_pages as pages, i.document_id as "documentId", i.version_id as "versionId",
         i.row_version as "rowVersion"
    from documents.import_item i
    join documents.upload u on u.agency_id = i.agency_id and u.id = i.upload_id
   where i.agency_id = $1 and i.batch_id = $2`;

/** What the screens of an import read; each is a fixed number of statements, however many files. */
@Injectable()
export class ImportsQuery {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<BatchRow[]> {
    const [createdAt = null, id = null] = after ?? [];
    return tx.query<BatchRow>(
      `select b.id, b.name, b.created_by_name as "createdByName", b.created_at::text as "createdAt",
              count(i.id)::int as files, (count(*) filter (where i.state = 'accepted'))::int as accepted
         from (select * from documents.import_batch
                where agency_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
                order by created_at desc, id desc limit $4) b
         left join documents.import_item i on i.agency_id = b.agency_id and i.batch_id = b.id
        group by b.id, b.name, b.created_by_name, b.created_at
        order by b.created_at desc, b.id desc`,
      [tx.actor.agencyId, createdAt, id, limit + 1],
    );
  }

  /** @throws ImportNotFound */
  async get(
    tx: ReadTransaction,
    id: string,
  ): Promise<{ id: string; name: string; createdByName: string; createdAt: string; archives: ArchiveRow[] }> {
    const row = await tx.one<{
      id: string;
      name: string;
      createdByName: string;
      createdAt: string;
      archives: ArchiveRow[];
    }>(
      `select b.id, b.name, b.created_by_name as "createdByName", b.created_at::text as "createdAt",
              coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'fileName', a.file_name, 'state', a.state,
                  'problem', a.problem, 'leftOut', a.left_out) order by a.created_at)
                from documents.import_archive a where a.agency_id = b.agency_id and a.batch_id = b.id), '[]') as archives
         from documents.import_batch b where b.agency_id = $1 and b.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new ImportNotFound();
    return row;
  }

  /** Every item of a batch, judged against the others and against what stands in the agency, by folder and name. */
  async review(tx: ReadTransaction, batchId: string): Promise<ReviewedItem<ImportItem>[]> {
    const rows = await tx.query<ItemRow>(
      `${ITEMS} order by i.folder collate "vi-x-icu", u.file_name collate "vi-x-icu", i.id`,
      [tx.actor.agencyId, batchId],
    );
    const items = rows.map(itemOf);
    const codes = items.flatMap(({ fields: { code } }) => (code === null ? [] : [code]));
    const standing = await tx.query<StandingCode>(
      `select code, series, title from documents.document
        where agency_id = $1 and code_key in (select documents.code_key(code) from unnest($2::text[]) as code)`,
      [tx.actor.agencyId, codes],
    );
    return reviewBatch(items, standing);
  }

  /** What the files of these rows are called in the store. */
  async hashes(tx: ReadTransaction, batchId: string, itemIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ sha256: string }>(
      `select sha256 from documents.import_item
        where agency_id = $1 and batch_id = $2 and id = any ($3::uuid[]) and state = 'open'`,
      [tx.actor.agencyId, batchId, itemIds],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** @throws ImportNotFound */
  async item(tx: ReadTransaction, batchId: string, itemId: string): Promise<ImportItem> {
    const row = await tx.one<ItemRow>(`${ITEMS} and i.id = $3`, [tx.actor.agencyId, batchId, itemId]);
    if (row === null) throw new ImportNotFound();
    return itemOf(row);
  }
}

function itemOf({ read, uploadProblem, corrections, ...row }: ItemRow): ImportItem {
  const hint = guessSeries(null, `${row.folder} ${row.fileName}`);
  return {
    ...row,
    hasRendition: row.previewSha256 !== null,
    fields: fieldsOf(read, corrections, hint),
    effectiveOn: read?.effectiveOn ?? null,
    signers: (read?.signers ?? []).map(({ role, name, position }) => ({ role, name, position })),
    problems: [...(uploadProblem === null ? [] : [uploadProblem]), ...(read?.problems ?? [])],
  };
}
