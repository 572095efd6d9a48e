import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AnnouncementRow } from '../domain/announcement/announcement';
import { type RegisteredProcedure } from '../domain/announcement/match-rows';

export interface KeptAnnouncement {
  id: string;
  audience: string;
  state: 'recorded' | 'confirmed' | 'withdrawn';
  effectiveOn: LocalDate;
}

const ROW_SHAPE = `r(id uuid, act text, "procedureId" uuid, code text, name text, "nameKey" text, field text,
  "fieldKey" text, level text, "executingBody" text, "timeLimit" text, fee text)`;
/** Another steward's TTHC is not ours to change: what concerns it makes tasks, and leaves the register as it is. */
const OWN = `p.steward_agency_id = $2`;
const BEFORE = `jsonb_build_object('code', p.code, 'name', p.name, 'nameKey', p.name_key, 'field', p.field,
  'fieldKey', p.field_key, 'level', p.level, 'executingBody', p.executing_body, 'timeLimit', p.time_limit, 'fee', p.fee,
  'status', p.status, 'from', lower(p.valid), 'until', upper(p.valid))`;

@Injectable()
export class AnnouncementsRepository {
  async add(
    tx: WriteTransaction,
    announcement: { id: string; textId: string; effectiveOn: LocalDate; fileId: string | null },
    rows: readonly (AnnouncementRow & { id: string })[],
  ): Promise<void> {
    const { agencyId, agencyPath, personName } = tx.actor;
    await tx.change(
      `insert into administrative_procedures.announcement (id, steward_agency_id, audience, text_id, effective_on,
         recorded_by_name, file_id) values ($1, $2, $3::ltree, $4, $5, $6, $7)`,
      [
        announcement.id,
        agencyId,
        agencyPath,
        announcement.textId,
        announcement.effectiveOn,
        personName,
        announcement.fileId,
      ],
    );
    await tx.change(
      `insert into administrative_procedures.announcement_row (id, steward_agency_id, audience, announcement_id, ordinal, act,
         procedure_id, code, name, name_key, field, field_key, level, executing_body, time_limit, fee)
       select r.id, $2, $3::ltree, $1, row_number() over (), r.act, r."procedureId", r.code, r.name, r."nameKey", r.field,
              r."fieldKey", r.level, r."executingBody", r."timeLimit", r.fee
         from jsonb_to_recordset($4::jsonb) as ${ROW_SHAPE}`,
      [announcement.id, agencyId, agencyPath, JSON.stringify(rows)],
    );
  }

  /** TTHC that rows with these codes and names may mean. */
  candidates(
    tx: ReadTransaction,
    { heads, names }: { heads: readonly string[]; names: readonly string[] },
  ): Promise<RegisteredProcedure[]> {
    return tx.query<RegisteredProcedure>(
      `select p.id, p.code, p.name, p.name_key as "nameKey", p.field, p.field_key as "fieldKey", p.level,
              p.status = 'ended' as "isEnded"
         from administrative_procedures.pub_procedure p
        where p.code_head = any ($1::text[]) or p.name_key = any ($2::text[])`,
      [heads, names],
    );
  }

  /** How many of these the caller may see: a foreign key would find those of others too. */
  async countSeen(tx: ReadTransaction, ids: readonly string[]): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*)::integer as count from administrative_procedures.procedure where id = any ($1::uuid[])',
      [ids],
    );
    return row?.count ?? 0;
  }

  /** Locks the announcement that stands for a text of the acting agency. */
  ofText(tx: WriteTransaction, textId: string): Promise<KeptAnnouncement | null> {
    return tx.one<KeptAnnouncement>(
      `select id, audience::text as audience, state, effective_on as "effectiveOn"
         from administrative_procedures.announcement
        where text_id = $1 and steward_agency_id = $2 and state <> 'withdrawn' for update`,
      [textId, tx.actor.agencyId],
    );
  }

  /** A text of the acting agency that was recorded before, by number and day. */
  async recordedText(
    tx: ReadTransaction,
    { numberKey, issuerKey, issuedOn }: { numberKey: string; issuerKey: string; issuedOn: string },
  ): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      `select id from legal_register.pub_legal_text
        where steward_agency_id = $1 and number_key = $2 and issuer_key = $3 and issued_on = $4 limit 1`,
      [tx.actor.agencyId, numberKey, issuerKey, issuedOn],
    );
    return row?.id ?? null;
  }

  /** What rows did to the register until now stands in them as `before`. */
  async act(tx: WriteTransaction, { id, effectiveOn }: KeptAnnouncement): Promise<void> {
    await this.#makeNew(tx, id, effectiveOn);
    await tx.change(
      `with acting as (
         update administrative_procedures.announcement_row r set before = ${BEFORE}
           from administrative_procedures.procedure p
          where r.announcement_id = $1 and r.act in ('amended', 'replaced') and p.id = r.procedure_id and ${OWN}
         returning r.*)
       update administrative_procedures.procedure p
          set code = coalesce(a.code, p.code), name = a.name, name_key = a.name_key, field = coalesce(a.field, p.field),
              field_key = coalesce(a.field_key, p.field_key), level = coalesce(a.level, p.level),
              executing_body = coalesce(a.executing_body, p.executing_body),
              time_limit = coalesce(a.time_limit, p.time_limit), fee = coalesce(a.fee, p.fee),
              row_version = p.row_version + 1
         from acting a where p.id = a.procedure_id`,
      [id, tx.actor.agencyId],
    );
    await tx.change(
      `with acting as (
         update administrative_procedures.announcement_row r set before = ${BEFORE}
           from administrative_procedures.procedure p
          where r.announcement_id = $1 and r.act = 'abolished' and p.id = r.procedure_id and ${OWN}
         returning r.procedure_id)
       update administrative_procedures.procedure p
          set valid = daterange(case when lower(p.valid) < $3::date then lower(p.valid) end, $3::date), ended_by_id = $1,
              row_version = p.row_version + 1
         from acting a where p.id = a.procedure_id`,
      [id, tx.actor.agencyId, effectiveOn],
    );
  }

  /** A TTHC that the register has under the same name already comes to life again. */
  async #makeNew(tx: WriteTransaction, id: string, effectiveOn: LocalDate): Promise<void> {
    await tx.change(
      `update administrative_procedures.announcement_row r set procedure_id = p.id, before = ${BEFORE}
         from administrative_procedures.procedure p
        where r.announcement_id = $1 and r.act = 'new' and ${OWN}
          and (p.id = r.procedure_id or (r.procedure_id is null and p.field_key = r.field_key and p.name_key = r.name_key
               and p.level = r.level and p.code is not distinct from r.code))`,
      [id, tx.actor.agencyId],
    );
    await tx.change(
      `update administrative_procedures.procedure p
          set code = coalesce(r.code, p.code), executing_body = coalesce(r.executing_body, p.executing_body),
              time_limit = coalesce(r.time_limit, p.time_limit), fee = coalesce(r.fee, p.fee), status = 'in-force',
              made_by_id = $1, ended_by_id = null, valid = daterange($3::date, null), row_version = p.row_version + 1
         from administrative_procedures.announcement_row r
        where r.announcement_id = $1 and r.act = 'new' and p.id = r.procedure_id and ${OWN}`,
      [id, tx.actor.agencyId, effectiveOn],
    );
    await tx.change(
      `insert into administrative_procedures.procedure (id, steward_agency_id, audience, code, name, name_key, field,
         field_key, level, executing_body, time_limit, fee, status, made_by_id, valid)
       select r.id, $2, r.audience, r.code, r.name, r.name_key, r.field, r.field_key, r.level, r.executing_body, r.time_limit,
              r.fee, 'in-force', $1, daterange($3::date, null)
         from administrative_procedures.announcement_row r
        where r.announcement_id = $1 and r.act = 'new' and r.procedure_id is null
       on conflict on constraint procedure_identity do nothing`,
      [id, tx.actor.agencyId, effectiveOn],
    );
    await tx.change(
      `update administrative_procedures.announcement_row r set procedure_id = r.id
        where r.announcement_id = $1 and r.act = 'new' and r.procedure_id is null and r.steward_agency_id = $2
          and exists (select from administrative_procedures.procedure p where p.id = r.id)`,
      [id, tx.actor.agencyId],
    );
  }

  /** Puts the register back to what it said; what this decision made is ended. */
  async undo(tx: WriteTransaction, { id }: KeptAnnouncement): Promise<void> {
    await tx.change(
      `update administrative_procedures.procedure p
          set code = b.code, name = b.name, name_key = b."nameKey", field = b.field, field_key = b."fieldKey",
              level = b.level, executing_body = b."executingBody", time_limit = b."timeLimit", fee = b.fee,
              status = b.status, valid = daterange(b."from", b."until"),
              ended_by_id = case when p.ended_by_id = $1 then null else p.ended_by_id end,
              row_version = p.row_version + 1
         from administrative_procedures.announcement_row r
         cross join lateral jsonb_to_record(r.before) as b(code text, name text, "nameKey" text, field text, "fieldKey" text,
           level text, "executingBody" text, "timeLimit" text, fee text, status text, "from" date, "until" date)
        where r.announcement_id = $1 and r.before is not null and p.id = r.procedure_id and ${OWN}`,
      [id, tx.actor.agencyId],
    );
    await tx.change(
      `update administrative_procedures.procedure p set status = 'ended', row_version = p.row_version + 1
         from administrative_procedures.announcement_row r
        where r.announcement_id = $1 and r.act = 'new' and r.before is null and p.id = r.procedure_id and ${OWN}`,
      [id, tx.actor.agencyId],
    );
  }

  async move(
    tx: WriteTransaction,
    id: string,
    { state, at, deadlineOn }: { state: 'confirmed' | 'withdrawn'; at: Date; deadlineOn: LocalDate | null },
  ): Promise<void> {
    await tx.changeOne(
      `update administrative_procedures.announcement
          set state = $3, confirmed_at = coalesce(confirmed_at, $4), deadline_on = coalesce($5, deadline_on),
              row_version = row_version + 1
        where id = $1 and steward_agency_id = $2`,
      [id, tx.actor.agencyId, state, at, deadlineOn],
    );
  }

  /** One fact for each agency that is to build a procedure, or need not any more. @returns how many */
  async tell(tx: WriteTransaction, id: string, fact: 'announced' | 'withdrawn'): Promise<number> {
    const name =
      fact === 'announced'
        ? 'administrative-procedures.procedures-announced.v1'
        : 'administrative-procedures.announcement-withdrawn.v1';
    const row = await tx.one<{ told: number }>(
      'select administrative_procedures.tell_announced($1, $2, $3) as told',
      [id, name, tx.actor.correlationId],
    );
    return row?.told ?? 0;
  }
}
