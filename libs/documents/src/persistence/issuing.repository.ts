import { formatVi, type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { LimitPassed } from '../domain/adoption/refusals';
import { EffectiveOverlap, VersionNotApproved } from '../domain/refusals';
import { type DecisionLine } from './decisions.repository';

/** Switches validity: everything on a decision's list begins, and what it replaces ends, in one transaction (OF-01). */
@Injectable()
export class IssuingRepository {
  /**
   * Locks the documents in a fixed order, closes what is in force, opens what is issued.
   * @throws VersionNotApproved, EffectiveOverlap
   */
  async switch(
    tx: WriteTransaction,
    { id, firstDay, lines }: { id: string; firstDay: LocalDate; lines: readonly DecisionLine[] },
  ): Promise<void> {
    const documentIds = lines.map(({ documentId }) => documentId);
    // One after the other: of two decisions that end the same version, the second finds it ended.
    await tx.query(
      'select 1 from documents.document where agency_id = $1 and id = any ($2::uuid[]) order by id for update',
      [tx.actor.agencyId, documentIds],
    );
    await this.#closeCurrent(tx, lines, firstDay);
    await this.#withdraw(
      tx,
      lines.filter(({ action }) => action === 'withdraw').map(({ versionId }) => versionId),
    );
    const issued = lines.filter(({ action }) => action !== 'withdraw').map(({ versionId }) => versionId);
    await this.#assertStillToBegin(tx, issued, firstDay);
    const opened = await tx.change(
      `update documents.version
          set state = 'issued', validity = daterange($3::date, limited_until), decision_id = $4, row_version = row_version + 1
        where agency_id = $1 and id = any ($2::uuid[]) and state = 'approved'`,
      [tx.actor.agencyId, issued, firstDay, id],
    );
    if (opened !== issued.length) throw new VersionNotApproved();
    await tx.change(
      `update documents.document d
          set code = v.code, series = v.series, title = v.title, kind = v.kind, owning_unit_id = v.owning_unit_id,
              row_version = d.row_version + 1
         from documents.version v
        where d.agency_id = $1 and v.agency_id = d.agency_id and v.document_id = d.id and v.id = any ($2::uuid[])`,
      [tx.actor.agencyId, issued],
    );
  }

  /** A version that applies until a day cannot begin after it (OF-11). @throws LimitPassed */
  async #assertStillToBegin(
    tx: WriteTransaction,
    versionIds: readonly string[],
    firstDay: LocalDate,
  ): Promise<void> {
    const over = await tx.one(
      `select 1 from documents.version
        where agency_id = $1 and id = any ($2::uuid[]) and limited_until <= $3::date`,
      [tx.actor.agencyId, versionIds, firstDay],
    );
    if (over !== null) throw new LimitPassed();
  }

  /**
   * Ends what is open. A version that is withdrawn on the very day it begins was in force on no day: its validity is
   * empty, which overlaps nothing (DI-04). A replacement must begin later than what it replaces.
   */
  async #closeCurrent(
    tx: WriteTransaction,
    lines: readonly DecisionLine[],
    firstDay: LocalDate,
  ): Promise<void> {
    const documentIds = lines.map(({ documentId }) => documentId);
    const withdrawn = lines.filter(({ action }) => action === 'withdraw').map(({ versionId }) => versionId);
    const blocking = await tx.one<{ code: string; date: LocalDate }>(
      `select code, greatest(starts_on, upper(validity)) as date from documents.version
        where agency_id = $1 and document_id = any ($2::uuid[]) and state in ('issued', 'withdrawn')
          and (starts_on > $3::date or upper(validity) > $3::date and upper(validity) is distinct from limited_until
            or (starts_on = $3::date and not (id = any ($4::uuid[]) and upper_inf(validity))))
        order by date desc limit 1`,
      [tx.actor.agencyId, documentIds, firstDay, withdrawn],
    );
    if (blocking !== null) throw new EffectiveOverlap({ code: blocking.code, date: formatVi(blocking.date) });
    const closed = await tx.query<{ id: string; documentId: string }>(
      `update documents.version
          set validity = daterange(lower(validity), $3::date), row_version = row_version + 1
        where agency_id = $1 and document_id = any ($2::uuid[]) and state = 'issued'
          and (upper_inf(validity) or upper(validity) = limited_until and upper(validity) > $3::date)
        returning id, document_id as "documentId"`,
      [tx.actor.agencyId, documentIds, firstDay],
    );
    // What the decision was to replace or end was ended by another one since it was drafted.
    const ended = new Set(closed.flatMap(({ id, documentId }) => [id, documentId]));
    const isMissed = ({ action, versionId, documentId }: DecisionLine): boolean =>
      action === 'withdraw' ? !ended.has(versionId) : action === 'replace' && !ended.has(documentId);
    if (lines.some(isMissed)) throw new VersionNotApproved();
  }

  async #withdraw(tx: WriteTransaction, versionIds: readonly string[]): Promise<void> {
    if (versionIds.length === 0) return;
    const withdrawn = await tx.change(
      `update documents.version set state = 'withdrawn', row_version = row_version + 1
        where agency_id = $1 and id = any ($2::uuid[]) and state = 'issued'`,
      [tx.actor.agencyId, versionIds],
    );
    if (withdrawn !== versionIds.length) throw new VersionNotApproved();
  }
}
