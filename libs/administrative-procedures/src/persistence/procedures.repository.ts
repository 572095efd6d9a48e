import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Keeper } from '../domain/entitlement';
import { type InternalProcess } from '../domain/internal-process';
import { type Procedure } from '../domain/procedure';
import { NotTheKeeper, ProcedureExists, ProcedureNotFound } from '../domain/refusals';

interface KeptProcedure extends Procedure {
  id: string;
  rowVersion: number;
}

const FIELDS = `code, name, name_key as "nameKey", field, field_key as "fieldKey", level, executing_body as "executingBody",
  time_limit as "timeLimit", fee, status, note, lower(valid) as "validFrom"`;
const SHAPE = `p(code text, name text, "nameKey" text, field text, "fieldKey" text, level text, "executingBody" text,
  "timeLimit" text, fee text, status text, note text, "validFrom" date)`;

@Injectable()
export class ProceduresRepository {
  /** @throws ProcedureExists */
  async add(
    tx: WriteTransaction,
    procedure: Procedure,
    { id, madeById = null }: { id: string; madeById?: string | null },
  ): Promise<void> {
    const added = await tx.change(
      `insert into administrative_procedures.procedure (id, steward_agency_id, audience, code, name, name_key, field,
         field_key, level, executing_body, time_limit, fee, status, note, made_by_id, valid)
       select $1, $2, $3::ltree, p.code, p.name, p."nameKey", p.field, p."fieldKey", p.level, p."executingBody",
              p."timeLimit", p.fee, p.status, p.note, $4, daterange(p."validFrom", null)
         from jsonb_to_record($5::jsonb) as ${SHAPE}
       on conflict on constraint procedure_identity do nothing`,
      [id, tx.actor.agencyId, tx.actor.agencyPath, madeById, JSON.stringify(procedure)],
    );
    if (added === 0) throw new ProcedureExists(procedure.name);
  }

  /** Locks a row of the acting agency. @throws ProcedureNotFound, NotTheKeeper */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<KeptProcedure> {
    const row = await tx.one<KeptProcedure>(
      `select id, ${FIELDS}, row_version as "rowVersion" from administrative_procedures.procedure
        where id = $1 and steward_agency_id = $2 for update`,
      [id, tx.actor.agencyId],
    );
    if (row !== null) return row;
    await this.assertSeen(tx, id);
    throw new NotTheKeeper();
  }

  /** @throws ProcedureNotFound */
  async assertSeen(tx: ReadTransaction, id: string): Promise<void> {
    const seen = await tx.one('select 1 from administrative_procedures.procedure where id = $1', [id]);
    if (seen === null) throw new ProcedureNotFound();
  }

  /** @throws StaleRow */
  async save(
    tx: WriteTransaction,
    procedure: Procedure,
    { id, rowVersion }: { id: string; rowVersion: number },
  ): Promise<void> {
    await tx.changeOne(
      `update administrative_procedures.procedure k
          set code = p.code, name = p.name, name_key = p."nameKey", field = p.field, field_key = p."fieldKey",
              level = p.level, executing_body = p."executingBody", time_limit = p."timeLimit", fee = p.fee,
              status = p.status, note = p.note, valid = daterange(p."validFrom", upper(k.valid)),
              row_version = k.row_version + 1
         from jsonb_to_record($3::jsonb) as ${SHAPE}
        where k.id = $1 and k.steward_agency_id = $2 and k.row_version = $4`,
      [id, tx.actor.agencyId, JSON.stringify(procedure), rowVersion],
    );
  }

  /** What the own agency says about its duty goes before the rule; null lets the rule decide again. */
  async setDuty(
    tx: WriteTransaction,
    procedureId: string,
    { applies, reason }: { applies: boolean | null; reason: string | null },
  ): Promise<void> {
    const { agencyId, personName } = tx.actor;
    if (applies === null) {
      await tx.change(
        'delete from administrative_procedures.duty where agency_id = $1 and procedure_id = $2',
        [agencyId, procedureId],
      );
      return;
    }
    await tx.change(
      `insert into administrative_procedures.duty (agency_id, procedure_id, since, applies, reason, set_by_name)
       values ($1, $2, app.today(), $3, $4, $5)
       on conflict (agency_id, procedure_id) do update
         set applies = excluded.applies, reason = excluded.reason, set_by_name = excluded.set_by_name,
             since = excluded.since, row_version = duty.row_version + 1`,
      [agencyId, procedureId, applies, reason, personName],
    );
  }

  /** The process before it ends on the day on which this one begins; a later one keeps its own days. */
  async addProcess(
    tx: WriteTransaction,
    procedureId: string,
    { id, process }: { id: string; process: InternalProcess },
  ): Promise<void> {
    await tx.change(
      `update administrative_procedures.internal_process
          set valid = daterange(lower(valid), $3), row_version = row_version + 1
        where procedure_id = $1 and steward_agency_id = $2 and valid @> $3::date and lower(valid) < $3::date`,
      [procedureId, tx.actor.agencyId, process.validFrom],
    );
    await tx.change(
      `insert into administrative_procedures.internal_process (id, steward_agency_id, audience, procedure_id, steps, valid,
         decision_number, decision_issuer, decision_on, time_limit, note)
       select $1, $2, $3::ltree, $4, p.steps,
              daterange(p."validFrom", (select min(lower(n.valid)) from administrative_procedures.internal_process n
                where n.procedure_id = $4 and n.steward_agency_id = $2 and lower(n.valid) > p."validFrom")),
              p."decisionNumber", p."decisionIssuer", p."decisionOn", p."timeLimit", p.note
         from jsonb_to_record($5::jsonb) as p(steps jsonb, "validFrom" date, "decisionNumber" text, "decisionIssuer" text,
           "decisionOn" date, "timeLimit" text, note text)`,
      [id, tx.actor.agencyId, tx.actor.agencyPath, procedureId, JSON.stringify(process)],
    );
  }

  /** The acting agency and person, as far as they decide what may be entered. */
  async keeper(tx: ReadTransaction): Promise<Keeper> {
    const row = await tx.one<{ agencyKind: string; entitledFields: string[] | null }>(
      `select a.kind as "agencyKind", m.entitled_fields as "entitledFields"
         from organization.pub_agency a
         left join identity.pub_membership m on m.agency_id = a.id and m.person_id = $2 and m.valid @> app.today()
        where a.id = $1`,
      [tx.actor.agencyId, tx.actor.personId],
    );
    return {
      agencyKind: row?.agencyKind ?? '',
      roles: tx.actor.roles,
      entitledFields: row?.entitledFields ?? [],
    };
  }
}
