import { foldVietnamese, type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type RecordLine } from '../../domain/content';
import { RecordNotFound, RecordTypeNotFound } from '../../domain/upkeep/refusals';

export interface RecordTypeFields {
  documentId: string | null;
  name: string;
  place: string | null;
  /** Null: for ever. */
  retentionMonths: number | null;
  legalBasis: string | null;
}

export interface RecordTypeRow extends RecordTypeFields {
  id: string;
  code: string | null;
  retired: boolean;
  records: number;
  rowVersion: number;
  nameKey: string;
}

export type RecordState = 'open' | 'completed' | 'destroyed' | 'transferred';

export interface RecordRow {
  id: string;
  typeId: string;
  typeName: string;
  code: string | null;
  title: string;
  reference: string | null;
  place: string | null;
  state: RecordState;
  openedOn: LocalDate;
  closedOn: LocalDate | null;
  disposeAfter: LocalDate | null;
  retentionMonths: number | null;
  holdReason: string | null;
  keeperName: string;
  createdAt: string;
  rowVersion: number;
}

export interface EntryRow {
  id: string;
  text: string;
  correctsId: string | null;
  authorName: string;
  enteredAt: string;
}

export interface NewRecord {
  id: string;
  typeId: string;
  title: string;
  reference: string | null;
  place: string | null;
  openedOn: LocalDate;
}

const TYPE_COLUMNS = `t.id, t.document_id as "documentId", d.code, t.name, t.place, t.retention_months as "retentionMonths",
  t.legal_basis as "legalBasis", t.retired, t.row_version as "rowVersion", t.name_key as "nameKey",
  (select count(*)::int from documents.kept_record r where r.agency_id = t.agency_id and r.type_id = t.id) as records`;
const TYPES = `documents.record_type t
  left join documents.document d on d.agency_id = t.agency_id and d.id = t.document_id`;
const COLUMNS = `r.id, r.type_id as "typeId", t.name as "typeName", d.code, r.title, r.reference,
  coalesce(r.place, t.place) as place, r.state, r.opened_on as "openedOn", r.closed_on as "closedOn",
  r.dispose_after as "disposeAfter", t.retention_months as "retentionMonths", r.hold_reason as "holdReason",
  r.keeper_name as "keeperName", r.created_at::text as "createdAt", r.row_version as "rowVersion"`;
const RECORDS = `documents.kept_record r
  join documents.record_type t on t.agency_id = r.agency_id and t.id = r.type_id
  left join documents.document d on d.agency_id = t.agency_id and d.id = t.document_id`;

/** Hồ sơ and the list of what is kept (7.5.3; DI-18, DI-19). */
@Injectable()
export class RecordsRepository {
  types(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<RecordTypeRow[]> {
    const [nameKey = null, id = null] = after ?? [];
    return tx.query<RecordTypeRow>(
      `select ${TYPE_COLUMNS} from ${TYPES}
        where t.agency_id = $1 and not t.retired and ($2::text is null or (t.name_key, t.id) > ($2, $3::uuid))
        order by t.name_key, t.id limit $4`,
      [tx.actor.agencyId, nameKey, id, limit + 1],
    );
  }

  /** @throws RecordTypeNotFound */
  async type(tx: ReadTransaction, id: string): Promise<RecordTypeRow> {
    const row = await tx.one<RecordTypeRow>(
      `select ${TYPE_COLUMNS} from ${TYPES} where t.agency_id = $1 and t.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new RecordTypeNotFound();
    return row;
  }

  async hasDocument(tx: ReadTransaction, documentId: string): Promise<boolean> {
    const found = await tx.one('select 1 from documents.document where agency_id = $1 and id = $2', [
      tx.actor.agencyId,
      documentId,
    ]);
    return found !== null;
  }

  async addType(tx: WriteTransaction, id: string, fields: RecordTypeFields): Promise<void> {
    await tx.change(
      `insert into documents.record_type (agency_id, id, document_id, name, place, retention_months, legal_basis)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.actor.agencyId,
        id,
        fields.documentId,
        fields.name,
        fields.place,
        fields.retentionMonths,
        fields.legalBasis,
      ],
    );
  }

  /** By compare-and-set. @throws StaleRow */
  async changeType(
    tx: WriteTransaction,
    { id, rowVersion, retired }: { id: string; rowVersion: number; retired: boolean },
    fields: Omit<RecordTypeFields, 'documentId'>,
  ): Promise<void> {
    await tx.changeOne(
      `update documents.record_type set name = $4, place = $5, retention_months = $6, legal_basis = $7, retired = $8,
         row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        id,
        rowVersion,
        fields.name,
        fields.place,
        fields.retentionMonths,
        fields.legalBasis,
        retired,
      ],
    );
  }

  /** What section 7 of the effective procedures says is kept, and no type stands for yet. */
  printed(tx: ReadTransaction): Promise<{ documentId: string; line: RecordLine }[]> {
    return tx.query(
      `select v.document_id as "documentId", line.value as line
         from documents.version v
         join documents.version_content c on c.agency_id = v.agency_id and c.version_id = v.id
        cross join lateral jsonb_array_elements(c.content -> 'records') with ordinality as line (value, ordinal)
        where v.agency_id = $1 and v.state in ('issued', 'withdrawn') and v.starts_on <= app.today()
          and v.ends_before > app.today()
          and not exists (select 1 from documents.record_type t where t.agency_id = v.agency_id
            and t.document_id = v.document_id and t.name_key = app.fold(line.value ->> 'name') and not t.retired)
        order by v.series_key, v.code_key, line.ordinal limit 2000`,
      [tx.actor.agencyId],
    );
  }

  list(
    tx: ReadTransaction,
    filter: {
      typeId: string | null;
      state: RecordState | null;
      q: string | null;
      after: readonly SqlValue[] | null;
      limit: number;
    },
  ): Promise<RecordRow[]> {
    const [createdAt = null, id = null] = filter.after ?? [];
    return tx.query<RecordRow>(
      `select ${COLUMNS} from ${RECORDS}
        where r.agency_id = $1 and ($2::uuid is null or r.type_id = $2) and ($3::text is null or r.state = $3)
          and ($4::text is null or position($4 in r.title_key) > 0)
          and ($5::timestamptz is null or (r.created_at, r.id) < ($5, $6::uuid))
        order by r.created_at desc, r.id desc limit $7`,
      [
        tx.actor.agencyId,
        filter.typeId,
        filter.state,
        filter.q === null ? null : foldVietnamese(filter.q),
        createdAt,
        id,
        filter.limit + 1,
      ],
    );
  }

  /** @throws RecordNotFound */
  async get(tx: ReadTransaction, id: string): Promise<RecordRow> {
    const row = await tx.one<RecordRow>(
      `select ${COLUMNS} from ${RECORDS} where r.agency_id = $1 and r.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new RecordNotFound();
    return row;
  }

  /** @throws RecordNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<RecordRow> {
    const row = await tx.one<RecordRow>(
      `select ${COLUMNS} from ${RECORDS} where r.agency_id = $1 and r.id = $2 for no key update of r`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new RecordNotFound();
    return row;
  }

  entries(tx: ReadTransaction, recordId: string): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select id, text, corrects_id as "correctsId", author_name as "authorName", entered_at as "enteredAt"
         from documents.record_entry where agency_id = $1 and record_id = $2 order by entered_at, id limit 1000`,
      [tx.actor.agencyId, recordId],
    );
  }

  async add(tx: WriteTransaction, record: NewRecord): Promise<void> {
    await tx.change(
      `insert into documents.kept_record (agency_id, id, type_id, title, reference, place, opened_on, keeper_id, keeper_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.actor.agencyId,
        record.id,
        record.typeId,
        record.title,
        record.reference,
        record.place,
        record.openedOn,
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
  }

  async addEntry(
    tx: WriteTransaction,
    entry: { id: string; recordId: string; text: string; correctsId: string | null; at: Date },
  ): Promise<void> {
    await tx.change(
      `insert into documents.record_entry (agency_id, id, record_id, text, corrects_id, author_id, author_name, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.actor.agencyId,
        entry.id,
        entry.recordId,
        entry.text,
        entry.correctsId,
        tx.actor.personId,
        tx.actor.personName,
        entry.at,
      ],
    );
  }

  async hasEntry(tx: ReadTransaction, recordId: string, entryId: string): Promise<boolean> {
    const found = await tx.one(
      'select 1 from documents.record_entry where agency_id = $1 and record_id = $2 and id = $3',
      [tx.actor.agencyId, recordId, entryId],
    );
    return found !== null;
  }

  /** Closes it; the day from which it may be disposed of is fixed now. */
  async complete(tx: WriteTransaction, id: string, closedOn: LocalDate): Promise<void> {
    await tx.changeOne(
      `update documents.kept_record r set state = 'completed', closed_on = $3, row_version = r.row_version + 1,
         dispose_after = ($3::date + make_interval(months => t.retention_months))::date
        from documents.record_type t
        where r.agency_id = $1 and r.id = $2 and r.state = 'open' and t.agency_id = r.agency_id and t.id = r.type_id`,
      [tx.actor.agencyId, id, closedOn],
    );
  }

  async hold(tx: WriteTransaction, id: string, reason: string | null): Promise<void> {
    await tx.changeOne(
      `update documents.kept_record set hold_reason = $3, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state in ('open', 'completed')`,
      [tx.actor.agencyId, id, reason],
    );
  }
}
