import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type EarlierVersion, type ImportFields } from '../../domain/imports';
import { ImportFull, ImportItemClosed, ImportNotFound } from '../../domain/refusals';

/** As many files as one grid can answer for. */
const MOST_ITEMS = 1000;

export interface NewItem {
  id: string;
  batchId: string;
  uploadId: string;
  sha256: string;
  folder: string;
}

export interface ItemChange {
  corrections?: Partial<ImportFields>;
  keepsCode?: boolean;
  state?: 'open' | 'skipped';
  earlier?: EarlierVersion | null;
}

@Injectable()
export class ImportsRepository {
  async addBatch(tx: WriteTransaction, id: string, name: string): Promise<void> {
    await tx.change(
      `insert into documents.import_batch (agency_id, id, name, created_by, created_by_name) values ($1, $2, $3, $4, $5)`,
      [tx.actor.agencyId, id, name, tx.actor.personId, tx.actor.personName],
    );
  }

  /** Locks the batch, so that its rows are taken in once. @throws ImportNotFound */
  async lock(tx: WriteTransaction, batchId: string): Promise<void> {
    const row = await tx.one(
      'select 1 from documents.import_batch where agency_id = $1 and id = $2 for update',
      [tx.actor.agencyId, batchId],
    );
    if (row === null) throw new ImportNotFound();
  }

  /** The row that has this content already; dropped again it is the same one. */
  async known(tx: WriteTransaction, batchId: string, sha256: string): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      'select id from documents.import_item where agency_id = $1 and batch_id = $2 and sha256 = $3',
      [tx.actor.agencyId, batchId, sha256],
    );
    return row?.id ?? null;
  }

  /** @throws ImportFull */
  async addItem(tx: WriteTransaction, { id, batchId, uploadId, sha256, folder }: NewItem): Promise<void> {
    const added = await tx.change(
      `insert into documents.import_item (agency_id, id, batch_id, upload_id, sha256, folder)
       select $1, $2, $3, $4, $5, $6
        where (select count(*) from documents.import_item where agency_id = $1 and batch_id = $3) < $7`,
      [tx.actor.agencyId, id, batchId, uploadId, sha256, folder, MOST_ITEMS],
    );
    if (added !== 1) throw new ImportFull();
  }

  /** @returns the id of the archive, the one that stands when the same ZIP was dropped before */
  async addArchive(
    tx: WriteTransaction,
    archive: { id: string; batchId: string; fileName: string; size: number; sha256: string },
  ): Promise<string> {
    const row = await tx.one<{ id: string }>(
      `insert into documents.import_archive (agency_id, id, batch_id, file_name, size, sha256)
       values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint import_archive_once do update set file_name = excluded.file_name
       returning id`,
      [tx.actor.agencyId, archive.id, archive.batchId, archive.fileName, archive.size, archive.sha256],
    );
    return row?.id ?? archive.id;
  }

  archive(
    tx: ReadTransaction,
    id: string,
  ): Promise<{ batchId: string; sha256: string; state: string; createdBy: string } | null> {
    return tx.one(
      `select a.batch_id as "batchId", a.sha256, a.state, b.created_by as "createdBy" from documents.import_archive a
         join documents.import_batch b on b.agency_id = a.agency_id and b.id = a.batch_id
        where a.agency_id = $1 and a.id = $2`,
      [tx.actor.agencyId, id],
    );
  }

  async finishArchive(
    tx: WriteTransaction,
    { id, problem, leftOut }: { id: string; problem: string | null; leftOut: readonly string[] },
  ): Promise<void> {
    await tx.change(
      `update documents.import_archive set state = $3, problem = $4, left_out = $5, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'received'`,
      [tx.actor.agencyId, id, problem === null ? 'opened' : 'refused', problem, leftOut],
    );
  }

  /** Lays what a person changed over what was read. @throws StaleRow, ImportItemClosed */
  async changeItem(
    tx: WriteTransaction,
    { batchId, itemId, rowVersion }: { batchId: string; itemId: string; rowVersion: number },
    { corrections, keepsCode, state, earlier }: ItemChange,
  ): Promise<void> {
    const changed = await tx.query<{ closed: boolean }>(
      `update documents.import_item
          set corrections = corrections || $5::jsonb, keeps_code = coalesce($6, keeps_code), state = coalesce($7, state),
              earlier_document_id = case when $8 then $9 else earlier_document_id end,
              earlier_item_id = case when $8 then $10 else earlier_item_id end,
              earlier_number = case when $8 then $11 else earlier_number end,
              earlier_signed_on = case when $8 then $12::date else earlier_signed_on end,
              earlier_from = case when $8 then $13::date else earlier_from end,
              earlier_until = case when $8 then $14::date else earlier_until end,
              row_version = row_version + 1
        where agency_id = $1 and batch_id = $2 and id = $3 and row_version = $4 and state <> 'accepted'
        returning false as closed`,
      [
        tx.actor.agencyId,
        batchId,
        itemId,
        rowVersion,
        JSON.stringify(corrections ?? {}),
        keepsCode ?? null,
        state ?? null,
        earlier !== undefined,
        ...earlierColumns(earlier ?? null),
      ],
    );
    if (changed.length === 0) throw await this.#whyNot(tx, batchId, itemId);
  }

  /** The same change to many rows; those taken in already stay as they are. @returns how many were changed */
  changeMany(
    tx: WriteTransaction,
    { batchId, itemIds }: { batchId: string; itemIds: readonly string[] },
    { corrections, keepsCode, state }: Omit<ItemChange, 'earlier'>,
  ): Promise<number> {
    return tx.change(
      `update documents.import_item
          set corrections = corrections || $4::jsonb, keeps_code = coalesce($5, keeps_code), state = coalesce($6, state),
              row_version = row_version + 1
        where agency_id = $1 and batch_id = $2 and id = any ($3::uuid[]) and state <> 'accepted'`,
      [
        tx.actor.agencyId,
        batchId,
        itemIds,
        JSON.stringify(corrections ?? {}),
        keepsCode ?? null,
        state ?? null,
      ],
    );
  }

  /** Notes what became of each row. */
  async accept(
    tx: WriteTransaction,
    accepted: readonly { itemId: string; documentId: string; versionId: string }[],
    at: Date,
  ): Promise<void> {
    await tx.change(
      `update documents.import_item i
          set state = 'accepted', document_id = a."documentId", version_id = a."versionId", accepted_at = $3,
              accepted_by_name = $4, row_version = i.row_version + 1
         from jsonb_to_recordset($2::jsonb) as a ("itemId" uuid, "documentId" uuid, "versionId" uuid)
        where i.agency_id = $1 and i.id = a."itemId" and i.state = 'open'`,
      [tx.actor.agencyId, JSON.stringify(accepted), at, tx.actor.personName],
    );
  }

  /** Marks versions as brought in from paper, with the names that stand on it. */
  async markImported(
    tx: WriteTransaction,
    versions: readonly { versionId: string; signers: readonly unknown[]; drafterName: string | null }[],
  ): Promise<void> {
    await tx.change(
      `update documents.version v
          set imported_from_paper = true, printed_signers = m.signers, drafter_name = coalesce(m."drafterName", v.drafter_name)
         from jsonb_to_recordset($2::jsonb) as m ("versionId" uuid, signers jsonb, "drafterName" text)
        where v.agency_id = $1 and v.id = m."versionId"`,
      [tx.actor.agencyId, JSON.stringify(versions)],
    );
  }

  async #whyNot(tx: WriteTransaction, batchId: string, itemId: string): Promise<Error> {
    const row = await tx.one<{ state: string }>(
      'select state from documents.import_item where agency_id = $1 and batch_id = $2 and id = $3',
      [tx.actor.agencyId, batchId, itemId],
    );
    if (row === null) return new ImportNotFound();
    return row.state === 'accepted' ? new ImportItemClosed() : new StaleRow();
  }
}

function earlierColumns(earlier: EarlierVersion | null): (string | null)[] {
  if (earlier === null) return [null, null, null, null, null, null];
  const { documentId, itemId, number, signedOn, from, until } = earlier;
  return [documentId, itemId, number, signedOn, from, until];
}
