import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DisposalNotFound } from '../../domain/upkeep/refusals';

export type DisposalMethod = 'destroy' | 'transfer';
export type DisposalState = 'proposed' | 'approved' | 'declined' | 'executed';

export interface DisposableRow {
  id: string;
  title: string;
  reference: string | null;
  typeName: string;
  closedOn: LocalDate;
  disposeAfter: LocalDate;
  place: string | null;
}

export interface DisposalRow {
  id: string;
  method: DisposalMethod;
  reason: string;
  state: DisposalState;
  records: number;
  proposedBy: string;
  proposedName: string;
  proposedAt: string;
  proposedKey: string;
  approverName: string | null;
  approverPosition: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  executedOn: LocalDate | null;
  executedPlace: string | null;
  witnesses: string[];
  rowVersion: number;
}

const COLUMNS = `d.id, d.method, d.reason, d.state, d.proposed_by as "proposedBy", d.proposed_name as "proposedName",
  d.proposed_at as "proposedAt", d.proposed_at::text as "proposedKey", d.approver_name as "approverName",
  d.approver_position as "approverPosition", d.decided_at as "decidedAt", d.decision_reason as "decisionReason",
  d.executed_on as "executedOn", d.executed_place as "executedPlace", d.witnesses, d.row_version as "rowVersion",
  (select count(*)::int from documents.disposal_line l where l.agency_id = d.agency_id and l.disposal_id = d.id) as records`;

/** May be disposed of: completed, past its retention, on no hold and on no open list. */
const DISPOSABLE = `r.state = 'completed' and r.dispose_after < app.today() and r.hold_reason is null
  and not exists (select 1 from documents.disposal_line l
    join documents.disposal d on d.agency_id = l.agency_id and d.id = l.disposal_id and d.state in ('proposed', 'approved')
   where l.agency_id = r.agency_id and l.record_id = r.id)`;

/** Danh mục hồ sơ hết giá trị: proposed, approved by another person, executed with proof (DI-18). */
@Injectable()
export class DisposalsRepository {
  candidates(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<DisposableRow[]> {
    const [day = null, id = null] = after ?? [];
    return tx.query<DisposableRow>(
      `select r.id, r.title, r.reference, t.name as "typeName", r.closed_on as "closedOn",
              r.dispose_after as "disposeAfter", coalesce(r.place, t.place) as place
         from documents.kept_record r
         join documents.record_type t on t.agency_id = r.agency_id and t.id = r.type_id
        where r.agency_id = $1 and ${DISPOSABLE} and ($2::date is null or (r.dispose_after, r.id) > ($2, $3::uuid))
        order by r.dispose_after, r.id limit $4`,
      [tx.actor.agencyId, day, id, limit + 1],
    );
  }

  /** Locks the records and tells which of them may be disposed of. */
  async disposable(tx: WriteTransaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `select r.id from documents.kept_record r where r.agency_id = $1 and r.id = any ($2::uuid[]) and ${DISPOSABLE}
        order by r.id for no key update of r`,
      [tx.actor.agencyId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async add(
    tx: WriteTransaction,
    disposal: { id: string; method: DisposalMethod; reason: string; recordIds: readonly string[]; at: Date },
  ): Promise<void> {
    await tx.change(
      `insert into documents.disposal (agency_id, id, method, reason, proposed_by, proposed_name, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.actor.agencyId,
        disposal.id,
        disposal.method,
        disposal.reason,
        tx.actor.personId,
        tx.actor.personName,
        disposal.at,
      ],
    );
    await tx.change(
      `insert into documents.disposal_line (agency_id, disposal_id, record_id, ordinal)
       select $1, $2, record_id, ordinal from unnest($3::uuid[]) with ordinality as line (record_id, ordinal)`,
      [tx.actor.agencyId, disposal.id, disposal.recordIds],
    );
  }

  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<DisposalRow[]> {
    const [proposedAt = null, id = null] = after ?? [];
    return tx.query<DisposalRow>(
      `select ${COLUMNS} from documents.disposal d
        where d.agency_id = $1 and ($2::timestamptz is null or (d.proposed_at, d.id) < ($2, $3::uuid))
        order by d.proposed_at desc, d.id desc limit $4`,
      [tx.actor.agencyId, proposedAt, id, limit + 1],
    );
  }

  /** @throws DisposalNotFound */
  async get(tx: ReadTransaction, id: string): Promise<DisposalRow> {
    const row = await tx.one<DisposalRow>(
      `select ${COLUMNS} from documents.disposal d where d.agency_id = $1 and d.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new DisposalNotFound();
    return row;
  }

  /** @throws DisposalNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<DisposalRow> {
    const row = await tx.one<DisposalRow>(
      `select ${COLUMNS} from documents.disposal d where d.agency_id = $1 and d.id = $2 for no key update of d`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new DisposalNotFound();
    return row;
  }

  lines(tx: ReadTransaction, id: string): Promise<DisposableRow[]> {
    return tx.query<DisposableRow>(
      `select r.id, r.title, r.reference, t.name as "typeName", r.closed_on as "closedOn",
              r.dispose_after as "disposeAfter", coalesce(r.place, t.place) as place
         from documents.disposal_line l
         join documents.kept_record r on r.agency_id = l.agency_id and r.id = l.record_id
         join documents.record_type t on t.agency_id = r.agency_id and t.id = r.type_id
        where l.agency_id = $1 and l.disposal_id = $2 order by l.ordinal limit 2000`,
      [tx.actor.agencyId, id],
    );
  }

  async decide(
    tx: WriteTransaction,
    id: string,
    decision: {
      state: 'approved' | 'declined';
      approver: { signerId: string; signerName: string; positionTitle: string };
      reason: string | null;
      at: Date;
    },
  ): Promise<void> {
    const { approver } = decision;
    await tx.changeOne(
      `update documents.disposal set state = $3, approver_id = $4, approver_name = $5, approver_position = $6,
         decision_reason = $7, decided_at = $8, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'proposed'`,
      [
        tx.actor.agencyId,
        id,
        decision.state,
        approver.signerId,
        approver.signerName,
        approver.positionTitle,
        decision.reason,
        decision.at,
      ],
    );
  }

  /** The records become tombstones: their rows stay, their state says what became of them (RI-17). */
  async execute(
    tx: WriteTransaction,
    { id, method }: Pick<DisposalRow, 'id' | 'method'>,
    proof: { executedOn: LocalDate; place: string; witnesses: readonly string[] },
  ): Promise<number> {
    await tx.changeOne(
      `update documents.disposal set state = 'executed', executed_on = $3, executed_place = $4, witnesses = $5,
         row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'approved'`,
      [tx.actor.agencyId, id, proof.executedOn, proof.place, proof.witnesses],
    );
    return tx.change(
      `update documents.kept_record r set state = $3, row_version = r.row_version + 1
         from documents.disposal_line l
        where l.agency_id = $1 and l.disposal_id = $2 and r.agency_id = l.agency_id and r.id = l.record_id
          and r.state = 'completed' and r.hold_reason is null`,
      [tx.actor.agencyId, id, method === 'destroy' ? 'destroyed' : 'transferred'],
    );
  }
}
