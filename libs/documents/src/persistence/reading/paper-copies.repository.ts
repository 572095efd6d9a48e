import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PaperCopy, type PaperCopySnapshot, type PaperCopyState } from '../../domain/reading/paper-copy';
import { PaperCopyNotFound } from '../../domain/reading/refusals';

export interface PaperCopyRow {
  id: string;
  versionId: string;
  documentId: string;
  code: string;
  title: string;
  issue: number;
  revision: number;
  number: number;
  holderName: string;
  unitId: string | null;
  unitName: string | null;
  place: string;
  issuedOn: LocalDate;
  state: PaperCopyState;
  recallReason: string | null;
  recallSince: LocalDate | null;
  recalledOn: LocalDate | null;
  condition: string | null;
  destructionId: string | null;
  rowVersion: number;
  createdAt: string;
}

export interface NewPaperCopy {
  id: string;
  versionId: string;
  ownerAgencyId: string;
  documentId: string;
  holderName: string;
  unitId: string | null;
  place: string;
  issuedOn: LocalDate;
}

export interface LoadedPaperCopy {
  copy: PaperCopy;
  versionId: string;
  documentId: string;
  number: number;
  rowVersion: number;
}

export interface PaperCopyFilter {
  versionId: string | null;
  state: PaperCopyState | null;
  after: readonly [createdAt: string, id: string] | null;
  limit: number;
}

const COLUMNS = `c.id, c.version_id as "versionId", c.document_id as "documentId", v.code, v.title, v.issue, v.revision,
  c.number, c.holder_name as "holderName", c.unit_id as "unitId", u.name as "unitName", c.place,
  c.issued_on as "issuedOn", c.state, c.recall_reason as "recallReason", c.recall_since as "recallSince",
  c.recalled_on as "recalledOn", c.condition, c.destruction_id as "destructionId", c.row_version as "rowVersion",
  c.created_at::text as "createdAt"`;
const FROM = `documents.paper_copy c
  join documents.version v on v.agency_id = c.owner_agency_id and v.id = c.version_id
  left join organization.pub_unit u on u.agency_id = c.agency_id and u.id = c.unit_id`;

@Injectable()
export class PaperCopiesRepository {
  /** The register, the newest first. */
  list(tx: ReadTransaction, { versionId, state, after, limit }: PaperCopyFilter): Promise<PaperCopyRow[]> {
    return tx.query<PaperCopyRow>(
      `select ${COLUMNS} from ${FROM}
        where c.agency_id = $1 and ($2::uuid is null or c.version_id = $2) and ($3::text is null or c.state = $3)
          and ($4::timestamptz is null or (c.created_at, c.id) < ($4, $5::uuid))
        order by c.created_at desc, c.id desc limit $6`,
      [tx.actor.agencyId, versionId, state, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** Every copy ever handed out, the first one first: the book as an office keeps it. */
  register(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<PaperCopyRow[]> {
    return tx.query<PaperCopyRow>(
      `select ${COLUMNS} from ${FROM}
        where c.agency_id = $1 and ($2::timestamptz is null or (c.created_at, c.id) > ($2, $3::uuid))
        order by c.created_at, c.id limit $4`,
      [tx.actor.agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** Numbers run per version: the next after the highest, also when copies were destroyed. */
  async add(tx: WriteTransaction, copy: NewPaperCopy): Promise<number> {
    const [row] = await tx.query<{ number: number }>(
      `insert into documents.paper_copy (agency_id, id, version_id, owner_agency_id, document_id, number, holder_name,
         unit_id, place, issued_on)
       select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, $6, $7, $8, $9
         from documents.paper_copy where agency_id = $1 and version_id = $3
       returning number`,
      [
        tx.actor.agencyId,
        copy.id,
        copy.versionId,
        copy.ownerAgencyId,
        copy.documentId,
        copy.holderName,
        copy.unitId,
        copy.place,
        copy.issuedOn,
      ],
    );
    return row?.number ?? 0;
  }

  /** @throws PaperCopyNotFound */
  async get(tx: ReadTransaction, id: string): Promise<PaperCopyRow> {
    const row = await tx.one<PaperCopyRow>(
      `select ${COLUMNS} from ${FROM} where c.agency_id = $1 and c.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new PaperCopyNotFound();
    return row;
  }

  /** Locked in the order of their ids. @throws PaperCopyNotFound when one is not of this agency */
  async getForUpdate(tx: WriteTransaction, ids: readonly string[]): Promise<LoadedPaperCopy[]> {
    const rows = await tx.query<PaperCopySnapshot & Omit<LoadedPaperCopy, 'copy'>>(
      `select id, state, issued_on as "issuedOn", recalled_on as "recalledOn", condition,
              destruction_id as "destructionId", version_id as "versionId", document_id as "documentId", number,
              row_version as "rowVersion"
         from documents.paper_copy where agency_id = $1 and id = any ($2::uuid[]) order by id for update`,
      [tx.actor.agencyId, ids],
    );
    if (rows.length !== new Set(ids).size) throw new PaperCopyNotFound();
    return rows.map(({ versionId, documentId, number, rowVersion, ...snapshot }) => ({
      copy: PaperCopy.restore(snapshot),
      versionId,
      documentId,
      number,
      rowVersion,
    }));
  }

  /** @throws StaleRow */
  async save(tx: WriteTransaction, loaded: readonly LoadedPaperCopy[]): Promise<void> {
    const rows = loaded.map(({ copy, rowVersion }) => ({ ...copy.snapshot, rowVersion }));
    const changed = await tx.change(
      `update documents.paper_copy c
          set state = n.state, recalled_on = n."recalledOn", condition = n.condition,
              destruction_id = n."destructionId", row_version = c.row_version + 1
         from jsonb_to_recordset($2::jsonb) as n (id uuid, state text, "recalledOn" date, condition text,
           "destructionId" uuid, "rowVersion" int)
        where c.agency_id = $1 and c.id = n.id and c.row_version = n."rowVersion"`,
      [tx.actor.agencyId, JSON.stringify(rows)],
    );
    if (changed !== rows.length) throw new StaleRow();
  }

  /** Copies of versions that are over are called back. @returns how many, per version */
  callBack(
    tx: WriteTransaction,
    {
      documentIds,
      except,
      reason,
    }: { documentIds: readonly string[]; except: readonly string[]; reason: string },
  ): Promise<{ versionId: string; copies: number }[]> {
    return tx.query<{ versionId: string; copies: number }>(
      `with called as (
         update documents.paper_copy
            set state = 'to-recall', recall_since = app.today(), recall_reason = $4, row_version = row_version + 1
          where agency_id = $1 and document_id = any ($2::uuid[]) and version_id <> all ($3::uuid[]) and state = 'held'
         returning version_id)
       select version_id as "versionId", count(*)::int as copies from called group by version_id`,
      [tx.actor.agencyId, documentIds, except, reason],
    );
  }

  /** Whether a version still has copies outside that were called back. */
  async isOutstanding(tx: ReadTransaction, versionId: string): Promise<boolean> {
    const row = await tx.one(
      `select 1 from documents.paper_copy where agency_id = $1 and version_id = $2 and state = 'to-recall'`,
      [tx.actor.agencyId, versionId],
    );
    return row !== null;
  }

  /** Names of versions, for what is said of them. */
  named(
    tx: ReadTransaction,
    versionIds: readonly string[],
  ): Promise<{ versionId: string; documentId: string; code: string; title: string }[]> {
    return tx.query(
      `select id as "versionId", document_id as "documentId", code, title from documents.version
        where id = any ($1::uuid[]) order by id`,
      [versionIds],
    );
  }
}
