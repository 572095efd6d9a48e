import { type Actor, type Role } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentNotFound } from '../../domain/refusals';
import { RecipientUnknown } from '../../domain/reading/refusals';

/** Null: công khai nội bộ. */
export interface Restriction {
  unitIds: string[];
  roles: Role[];
}

@Injectable()
export class ClassifyDocument {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Công khai nội bộ, or hạn chế to units and roles (DI-16); it holds for all versions. The ISO secretary, the head and
   * those who work on a version see it in any case. @throws DocumentNotFound, RecipientUnknown
   */
  async execute(actor: Actor, documentId: string, restriction: Restriction | null): Promise<void> {
    const units = restriction?.unitIds ?? null;
    const roles = restriction?.roles ?? null;
    await this.unitOfWork.write(actor, null, async (tx) => {
      const before = await tx.one<{ unitIds: string[] | null; roles: string[] | null }>(
        `select reading_units as "unitIds", reading_roles as roles from documents.document
          where agency_id = $1 and id = $2 for update`,
        [actor.agencyId, documentId],
      );
      if (before === null) throw new DocumentNotFound();
      const known = await tx.query(
        'select 1 from organization.pub_unit where agency_id = $1 and id = any ($2::uuid[])',
        [actor.agencyId, units ?? []],
      );
      if (known.length !== (units ?? []).length) throw new RecipientUnknown();
      for (const table of ['document', 'version'] as const) {
        await tx.change(
          `update documents.${table} set reading_units = $3::uuid[], reading_roles = $4::text[]
            where agency_id = $1 and ${table === 'document' ? 'id' : 'document_id'} = $2`,
          [actor.agencyId, documentId, units, roles],
        );
      }
      tx.record({
        action: 'documents.document-classified',
        subjectType: 'document',
        subjectId: documentId,
        old: before,
        new: { unitIds: units, roles },
      });
    });
  }
}
