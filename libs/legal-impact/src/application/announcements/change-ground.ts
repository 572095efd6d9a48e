import { AdministrativeProceduresFacade } from '@app/administrative-procedures';
import { LegalRegisterFacade } from '@app/legal-register';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ChangeSnapshot } from '../../domain/legal-change';

/** What a change rests on: a legal text, and the annex of a quyết định công bố where it is one. */
@Injectable()
export class ChangeGround {
  constructor(
    private readonly register: LegalRegisterFacade,
    private readonly procedures: AdministrativeProceduresFacade,
  ) {}

  /** The text counts for its whole audience; TTHC of its annex are made, changed and ended. */
  async confirm(tx: WriteTransaction, { textId, kind, deadlineOn }: ChangeSnapshot): Promise<void> {
    await this.register.confirm(tx, textId);
    if (kind === 'announces') await this.procedures.confirmAnnouncement(tx, textId, deadlineOn);
  }

  /** What the text does to others counts no more; an error would else stay in force. */
  async withdraw(tx: WriteTransaction, { textId, kind }: ChangeSnapshot, reason: string): Promise<void> {
    await this.register.unconfirm(tx, textId);
    if (kind === 'announces') await this.procedures.withdrawAnnouncement(tx, textId, reason);
  }
}
