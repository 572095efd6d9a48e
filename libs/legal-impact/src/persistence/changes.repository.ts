import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type ActingKind,
  type ChangeKind,
  type ChangeSnapshot,
  type ChangeState,
  type ChangeScope,
  type Confirmer,
  LegalChange,
  type Reach,
} from '../domain/legal-change';
import { ChangeNotFound, NotTheSteward } from '../domain/refusals';

/** A change as it is first recorded, with the texts that it does something to. */
export interface NewChange {
  id: string;
  audience: string;
  scope: ChangeScope;
  textId: string;
  kind: ChangeKind;
  source: 'text' | 'announcement';
  field: string | null;
  effectiveOn: LocalDate | null;
  recordedAt: Date;
  targets: readonly { targetId: string; kind: ActingKind; partly: boolean; note: string | null }[];
}

/** What the opening of tasks did, in numbers. */
export interface Opened {
  documents: number;
  agencies: number;
  /** SHA-256 over the ids of the assessments, for the journal. */
  hash: string;
}

interface ChangeRow {
  id: string;
  stewardAgencyId: string;
  audience: string;
  scope: ChangeScope;
  textId: string;
  kind: ChangeKind;
  field: string | null;
  effectiveOn: LocalDate | null;
  state: ChangeState;
  firstBy: string | null;
  firstByName: string | null;
  firstAt: Date | null;
  by: string | null;
  byName: string | null;
  at: Date | null;
  withdrawn: ChangeSnapshot['withdrawn'];
  deadlineOn: LocalDate | null;
  deadlineBasis: ChangeSnapshot['deadlineBasis'];
  reach: Reach | null;
  rowVersion: number;
}

@Injectable()
export class ChangesRepository {
  async add(tx: WriteTransaction, change: NewChange): Promise<void> {
    await tx.change(
      `insert into legal_impact.change (id, steward_agency_id, audience, scope, text_id, kind, field, effective_on,
         recorded_by, recorded_by_name, recorded_at, source)
       values ($1, $2, $3::ltree, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        change.id,
        tx.actor.agencyId,
        change.audience,
        change.scope,
        change.textId,
        change.kind,
        change.field,
        change.effectiveOn,
        tx.actor.personId,
        tx.actor.personName,
        change.recordedAt,
        change.source,
      ],
    );
    await tx.change(
      `insert into legal_impact.change_target (change_id, target_id, steward_agency_id, audience, kind, partly, note)
       select $1, t."targetId", $2, $3::ltree, t.kind, t.partly, t.note
         from jsonb_to_recordset($4::jsonb) as t("targetId" uuid, kind text, partly boolean, note text)`,
      [change.id, tx.actor.agencyId, change.audience, JSON.stringify(change.targets)],
    );
  }

  /**
   * Locks the change: two confirmations of it run one after the other. Only its steward may.
   * @throws ChangeNotFound, NotTheSteward
   */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<LegalChange> {
    const row = await tx.one<ChangeRow>(
      `${SELECT} where id = $1 and steward_agency_id = (select app.agency_id()) for update`,
      [id],
    );
    if (row) return LegalChange.restore(snapshotOf(row));
    if (await tx.one("select 1 from legal_impact.change where id = $1 and state <> 'recorded'", [id]))
      throw new NotTheSteward();
    throw new ChangeNotFound();
  }

  /** A change that the caller may see: an unconfirmed one is its steward's business. */
  async find(tx: ReadTransaction, id: string): Promise<LegalChange | null> {
    const row = await tx.one<ChangeRow>(
      `${SELECT} where id = $1 and (state <> 'recorded' or steward_agency_id = (select app.agency_id()))`,
      [id],
    );
    return row && LegalChange.restore(snapshotOf(row));
  }

  async save(tx: WriteTransaction, { snapshot }: LegalChange): Promise<void> {
    await tx.changeOne(
      `update legal_impact.change c
          set state = s.state, deadline_on = s."deadlineOn", deadline_basis = s."deadlineBasis", reach = s.reach,
              first_confirmed_by = (s."firstConfirmed" ->> 'by')::uuid,
              first_confirmed_by_name = s."firstConfirmed" ->> 'byName',
              first_confirmed_at = (s."firstConfirmed" ->> 'at')::timestamptz,
              confirmed_by = (s.confirmed ->> 'by')::uuid, confirmed_by_name = s.confirmed ->> 'byName',
              confirmed_at = (s.confirmed ->> 'at')::timestamptz,
              withdrawn_by = (s.withdrawn ->> 'by')::uuid, withdrawn_by_name = s.withdrawn ->> 'byName',
              withdrawn_at = (s.withdrawn ->> 'at')::timestamptz, withdraw_reason = s.withdrawn ->> 'reason', row_version = c.row_version + 1
         from jsonb_to_record($2::jsonb) as s(state text, "deadlineOn" date, "deadlineBasis" jsonb, reach jsonb, "firstConfirmed" jsonb,
           confirmed jsonb, withdrawn jsonb, "rowVersion" integer)
        where c.id = $1 and c.row_version = s."rowVersion"`,
      [snapshot.id, JSON.stringify(snapshot)],
    );
  }

  /** How far the change would reach today. */
  async reach(tx: ReadTransaction, id: string): Promise<Reach> {
    const row = await tx.one<{ reach: Reach }>('select legal_impact.reach($1) as reach', [id]);
    return row?.reach ?? { agencies: 0, documents: 0, people: 0 };
  }

  /** Opens the assessments in every agency that is reached, and keeps their digest. */
  async open(tx: WriteTransaction, id: string): Promise<Opened> {
    const row = await tx.one<{ opened: Opened }>('select legal_impact.open($1, $2) as opened', [
      id,
      tx.actor.correlationId,
    ]);
    const opened = row?.opened ?? { documents: 0, agencies: 0, hash: '' };
    await tx.change('update legal_impact.change set reach_hash = $2 where id = $1', [id, opened.hash]);
    return opened;
  }

  /** Ends what a withdrawn change opened, in every agency at once. */
  async withdraw(tx: WriteTransaction, id: string): Promise<Opened> {
    const row = await tx.one<{ ended: Opened }>('select legal_impact.withdraw($1, $2) as ended', [
      id,
      tx.actor.correlationId,
    ]);
    return row?.ended ?? { documents: 0, agencies: 0, hash: '' };
  }

  /** Gives an agency more time. @returns how many deadlines moved */
  async extend(
    tx: WriteTransaction,
    id: string,
    { agencyId, until, reason }: { agencyId: string; until: LocalDate; reason: string },
  ): Promise<number> {
    const row = await tx.one<{ moved: number }>('select legal_impact.extend($1, $2, $3, $4, $5) as moved', [
      id,
      agencyId,
      until,
      reason,
      tx.actor.correlationId,
    ]);
    return row?.moved ?? 0;
  }

  /** The acting person, with the fields of law for which their agency has entitled them. */
  async confirmer(tx: ReadTransaction): Promise<Confirmer> {
    const { agencyId, personId, personName, roles } = tx.actor;
    const row = await tx.one<{ fields: string[] }>(
      `select entitled_fields as fields from identity.pub_membership
        where agency_id = $1 and person_id = $2 and valid @> app.today()`,
      [agencyId, personId],
    );
    return { agencyId, personId: personId ?? '', personName, roles, entitledFields: row?.fields ?? [] };
  }
}

const SELECT = `select id, steward_agency_id as "stewardAgencyId", audience::text as audience, scope, text_id as "textId", kind,
  field, effective_on as "effectiveOn", state, first_confirmed_by as "firstBy", first_confirmed_by_name as "firstByName",
  first_confirmed_at as "firstAt", confirmed_by as "by", confirmed_by_name as "byName", confirmed_at as "at",
  case when withdrawn_at is not null then jsonb_build_object('by', withdrawn_by, 'byName', withdrawn_by_name,
    'at', withdrawn_at, 'reason', withdraw_reason) end as withdrawn,
  deadline_on as "deadlineOn", deadline_basis as "deadlineBasis", reach, row_version as "rowVersion" from legal_impact.change`;

function snapshotOf({ firstBy, firstByName, firstAt, by, byName, at, ...rest }: ChangeRow): ChangeSnapshot {
  return {
    ...rest,
    firstConfirmed: confirmationOf(firstBy, firstByName, firstAt),
    confirmed: confirmationOf(by, byName, at),
  };
}

function confirmationOf(
  by: string | null,
  byName: string | null,
  at: Date | null,
): ChangeSnapshot['confirmed'] {
  return by === null || at === null ? null : { by, byName: byName ?? '', at };
}
