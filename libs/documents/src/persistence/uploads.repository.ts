import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { UploadNotFound } from '../domain/refusals';

export type UploadState = 'received' | 'reading' | 'ready' | 'unread' | 'refused' | 'linked';

export interface UploadRow {
  id: string;
  uploaderId: string;
  fileName: string;
  mediaType: string | null;
  size: number;
  sha256: string;
  state: UploadState;
  progress: number;
  problem: unknown;
  proposal: unknown;
  rendition: { sha256: string; size: number; pages: number } | null;
  renditionMessage: string | null;
}

export interface ReadingResult {
  state: 'ready' | 'unread' | 'refused';
  mediaType: string | null;
  problem: unknown;
  proposal: unknown;
  rendition: { sha256: string; size: number; pages: number } | null;
  renditionMessage: string | null;
}

export type NewUpload = Pick<UploadRow, 'id' | 'fileName' | 'size' | 'sha256'> & {
  /** For whom the worker adds it; the acting person when left out. */
  uploaderId?: string;
};

const COLUMNS = `id, uploader_id as "uploaderId", file_name as "fileName", media_type as "mediaType", size, sha256, state,
  progress, problem, proposal, rendition_message as "renditionMessage",
  case when rendition_sha256 is not null then jsonb_build_object('sha256', rendition_sha256, 'size', rendition_size,
    'pages', rendition_pages) end as rendition`;

@Injectable()
export class UploadsRepository {
  async add(tx: WriteTransaction, { id, fileName, size, sha256, uploaderId }: NewUpload): Promise<void> {
    await tx.change(
      `insert into documents.upload (agency_id, id, uploader_id, file_name, size, sha256, state)
       values ($1, $2, $3, $4, $5, $6, 'received')`,
      [tx.actor.agencyId, id, uploaderId ?? tx.actor.personId, fileName, size, sha256],
    );
  }

  /** One's own upload; nobody sees another person's file before it belongs to a document. @throws UploadNotFound */
  async get(tx: ReadTransaction, id: string): Promise<UploadRow> {
    const row = await tx.one<UploadRow>(
      `select ${COLUMNS} from documents.upload
        where agency_id = $1 and id = $2 and ($3::uuid is null or uploader_id = $3)`,
      [tx.actor.agencyId, id, tx.actor.personId],
    );
    if (row === null) throw new UploadNotFound();
    return row;
  }

  /** Locks the upload, so that it becomes part of one version only. @throws UploadNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<UploadRow> {
    await tx.one('select 1 from documents.upload where agency_id = $1 and id = $2 for update', [
      tx.actor.agencyId,
      id,
    ]);
    return this.get(tx, id);
  }

  /** Locks many uploads of the agency, whoever sent them: rows of an import belong to the office. By their ids. */
  async lockAll(tx: WriteTransaction, ids: readonly string[]): Promise<Map<string, UploadRow>> {
    const rows = await tx.query<UploadRow>(
      `select ${COLUMNS} from documents.upload where agency_id = $1 and id = any ($2::uuid[]) order by id for update`,
      [tx.actor.agencyId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async progress(tx: WriteTransaction, id: string, progress: number): Promise<void> {
    await tx.change(
      `update documents.upload set state = 'reading', progress = $3, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state in ('received', 'reading')`,
      [tx.actor.agencyId, id, progress],
    );
  }

  async finish(tx: WriteTransaction, id: string, result: ReadingResult): Promise<void> {
    await tx.change(
      `update documents.upload
          set state = $3, progress = 100, media_type = $4, problem = $5::jsonb, proposal = $6::jsonb,
              rendition_sha256 = $7, rendition_size = $8, rendition_pages = $9, rendition_message = $10,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and state in ('received', 'reading')`,
      [
        tx.actor.agencyId,
        id,
        result.state,
        result.mediaType,
        storable(result.problem),
        storable(result.proposal),
        result.rendition?.sha256 ?? null,
        result.rendition?.size ?? null,
        result.rendition?.pages ?? null,
        result.renditionMessage,
      ],
    );
  }

  async link(tx: WriteTransaction, id: string): Promise<void> {
    await tx.changeOne(
      `update documents.upload set state = 'linked', row_version = row_version + 1
        where agency_id = $1 and id = $2 and state in ('ready', 'unread')`,
      [tx.actor.agencyId, id],
    );
  }
}

/** As JSON of PostgreSQL, which keeps no NUL and no half of a surrogate pair: a PDF may say that its letters are such. */
function storable(value: unknown): string | null {
  if (value === null) return null;
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\0', '').toWellFormed() : each,
  );
}
