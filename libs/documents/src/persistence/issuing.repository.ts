import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

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
    const opened = await tx.change(
      `update documents.version
          set state = 'issued', validity = daterange($3::date, null), decision_id = $4, row_version = row_version + 1
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

  async #closeCurrent(
    tx: WriteTransaction,
    lines: readonly DecisionLine[],
    firstDay: LocalDate,
  ): Promise<void> {
    const documentIds = lines.map(({ documentId }) => documentId);
    const blocking = await tx.one(
      `select 1 from documents.version
        where agency_id = $1 and document_id = any ($2::uuid[]) and state in ('issued', 'withdrawn')
          and (lower(validity) >= $3::date or upper(validity) > $3::date)`,
      [tx.actor.agencyId, documentIds, firstDay],
    );
    if (blocking !== null) throw new EffectiveOverlap();
    const closed = await tx.query<{ documentId: string }>(
      `update documents.version
          set validity = daterange(lower(validity), $3::date), row_version = row_version + 1
        where agency_id = $1 and document_id = any ($2::uuid[]) and state = 'issued' and upper_inf(validity)
        returning document_id as "documentId"`,
      [tx.actor.agencyId, documentIds, firstDay],
    );
    // What the decision was to replace or end was ended by another one since it was drafted.
    const ended = new Set(closed.map(({ documentId }) => documentId));
    if (lines.some(({ action, documentId }) => action !== 'issue' && !ended.has(documentId)))
      throw new VersionNotApproved();
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
