import { type Actor, ROLES } from '@app/kernel';
import { type ReadTransaction, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { RecipientUnknown } from '../../domain/reading/refusals';
import { DocumentNotFound } from '../../domain/refusals';

/** Null stands for công khai nội bộ. */
export interface Restriction {
  unitIds: string[];
  roles: string[];
}

@Injectable()
export class ClassifyDocument {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DocumentNotFound */
  async get(tx: ReadTransaction, documentId: string): Promise<Restriction | null> {
    const row = await tx.one<{ unitIds: string[] | null; roles: string[] | null }>(
      `select reading_units as "unitIds", reading_roles as roles from documents.document
        where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, documentId],
    );
    if (row === null) throw new DocumentNotFound();
    return row.unitIds === null ? null : { unitIds: row.unitIds, roles: row.roles ?? [] };
  }

  /**
   * Công khai nội bộ, or hạn chế to units and roles (DI-16); it holds for all versions. The ISO secretary, the head and
   * those who work on a version see it in any case. @throws DocumentNotFound, RecipientUnknown
   */
  async execute(actor: Actor, documentId: string, restriction: Restriction | null): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const before = await this.get(tx, documentId);
      if (restriction !== null) await this.#assertKnown(tx, restriction);
      await this.#restrict(tx, documentId, restriction);
      tx.record({
        action: 'documents.document-classified',
        subjectType: 'document',
        subjectId: documentId,
        old: before,
        new: restriction,
      });
    });
  }

  async #assertKnown(tx: WriteTransaction, { unitIds, roles }: Restriction): Promise<void> {
    const known = await tx.query(
      'select 1 from organization.pub_unit where agency_id = $1 and id = any ($2::uuid[])',
      [tx.actor.agencyId, unitIds],
    );
    const isRole = (role: string): boolean => (ROLES as readonly string[]).includes(role);
    if (known.length !== new Set(unitIds).size || !roles.every(isRole)) throw new RecipientUnknown();
  }

  async #restrict(tx: WriteTransaction, documentId: string, restriction: Restriction | null): Promise<void> {
    const values = [tx.actor.agencyId, documentId, restriction?.unitIds ?? null, restriction?.roles ?? null];
    await tx.change(
      `update documents.document set reading_units = $3::uuid[], reading_roles = $4::text[]
        where agency_id = $1 and id = $2`,
      values,
    );
    await tx.change(
      `update documents.version set reading_units = $3::uuid[], reading_roles = $4::text[]
        where agency_id = $1 and document_id = $2`,
      values,
    );
  }
}
