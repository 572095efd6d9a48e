import { AdministrativeProceduresFacade, type AnnouncementFields } from '@app/administrative-procedures';
import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { RecordChange } from '../record-change';

/** Enters a quyết định công bố with its annex; it acts once its change is confirmed (TT-02). */
@Injectable()
export class RecordAnnouncement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: AdministrativeProceduresFacade,
    private readonly recordChange: RecordChange,
  ) {}

  /** @throws BadAnnouncement, BadLegalText, ProcedureNotFound, AnnouncementExists */
  execute(
    actor: Actor,
    idempotency: Idempotency | null,
    fields: AnnouncementFields,
  ): Promise<{ announcementId: string; changeId: string }> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const recorded = await this.procedures.recordAnnouncement(tx, fields);
      const changeId = await this.recordChange.announce(tx, recorded);
      return { announcementId: recorded.announcementId, changeId };
    });
  }
}
