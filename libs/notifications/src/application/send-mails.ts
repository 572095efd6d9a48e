import { type AgencyId, systemActor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { MailPort, MailRefused } from '@app/platform/mail';
import { Injectable, Logger } from '@nestjs/common';

import { afterTry, type TryOutcome } from '../domain/dispatch-outcome';
import { mailText } from '../domain/mail-text';
import { type ClaimedDispatch, Dispatches, type MailToSend } from '../persistence/dispatches';

const AT_ONCE = 8;
/** Longer than all time limits of one SMTP conversation together. */
const CLAIM_SECONDS = 120;

/** Where the links of a mail lead. */
export abstract class StaffAppAddress {
  abstract readonly url: string;
}

/** Hands planned mails to the server, and keeps what became of each. */
@Injectable()
export class SendMails {
  readonly #logger = new Logger(SendMails.name);

  constructor(
    private readonly dispatches: Dispatches,
    private readonly unitOfWork: UnitOfWork,
    private readonly mail: MailPort,
    private readonly address: StaffAppAddress,
  ) {}

  /** @returns how many mails were tried */
  async execute(): Promise<number> {
    const claimed = await this.dispatches.claim(AT_ONCE, CLAIM_SECONDS);
    await Promise.all(claimed.map((dispatch) => this.#send(dispatch)));
    return claimed.length;
  }

  async #send(dispatch: ClaimedDispatch): Promise<void> {
    const actor = systemActor(dispatch.agencyId as AgencyId, dispatch.id, dispatch.agencyPath);
    const content = await this.unitOfWork.read(actor, (tx) => this.dispatches.contentOf(tx, dispatch.id));
    if (content === null) {
      const { unsureTries } = dispatch;
      await this.dispatches.keep(
        dispatch,
        { state: 'cancelled', unsureTries, retryAfter: null },
        'nothing to say',
      );
      return;
    }
    const { outcome, reason } = await this.#try(dispatch, content);
    await this.dispatches.keep(dispatch, afterTry(outcome, dispatch), reason);
  }

  async #try(
    { id, kind }: ClaimedDispatch,
    { email, agencyName, today, lines }: MailToSend,
  ): Promise<{ outcome: TryOutcome; reason: string | null }> {
    const text = mailText({ kind, agencyName, publicUrl: this.address.url, today, lines });
    try {
      await this.mail.send({ messageId: id, to: email, ...text });
      return { outcome: 'accepted', reason: null };
    } catch (error) {
      this.#logger.warn({ err: error, dispatch: id }, 'mail was not taken over');
      return {
        outcome: outcomeOf(error),
        reason: error instanceof Error ? error.message.slice(0, 300) : null,
      };
    }
  }
}

function outcomeOf(error: unknown): TryOutcome {
  if (error instanceof MailRefused) return error.permanent ? 'refused-for-good' : 'refused';
  // MailUncertain, or an error that nobody knows: it may have been delivered.
  return 'unsure';
}
