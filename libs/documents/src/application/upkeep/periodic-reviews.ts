import { PeopleFacade, SigningFacade, type SigningProof } from '@app/identity';
import { type Actor, addDays, type AgencyId, formatVi, systemActor, todayIn } from '@app/kernel';
import { ClaimWork, type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { NothingToReview } from '../../domain/upkeep/refusals';
import { type ReviewOutcome, ReviewsRepository } from '../../persistence/upkeep/reviews.repository';
import { ChangeRequests } from './change-requests';
import { UpkeepTime } from './upkeep-time';

const SUBJECT = 'periodic-review';
/** People are asked a month before the day. */
const NOTICE_DAYS = 30;
const AT_ONCE = 200;

export interface ReviewCommand {
  documentId: string;
  outcome: ReviewOutcome;
  comment: string;
  password: string;
}

/** Who is asked for a review, and who signed it. */
@Injectable()
export class ReviewDesk {
  constructor(
    readonly signing: SigningFacade,
    private readonly work: WorkFacade,
    private readonly people: PeopleFacade,
    readonly time: UpkeepTime,
  ) {}

  async lay(
    tx: WriteTransaction,
    documentId: string,
    { code, title, dueOn }: { code: string; title: string; dueOn: string },
  ): Promise<void> {
    const secretaries = await this.people.withRole(tx, 'secretary');
    await this.work.open(tx, {
      kind: 'review-periodically',
      subjectType: SUBJECT,
      subjectId: documentId,
      assigneeIds: secretaries.map(({ personId }) => personId),
      title: `Rà soát định kỳ: ${code} – ${title}`,
      link: `/documents/${documentId}`,
      dueOn,
    });
  }

  async clear(tx: WriteTransaction, documentId: string): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: documentId, reason: 'đã rà soát' });
  }
}

/** Rà soát định kỳ of what is in force (DI-15). */
@Injectable()
export class PeriodicReviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewsRepository,
    private readonly requests: ChangeRequests,
    private readonly desk: ReviewDesk,
  ) {}

  /**
   * Còn phù hợp, sửa nhỏ, sửa lớn, or lỗi thời: signed, and the next day is set. Anything but "còn phù hợp" becomes a
   * request for change that the secretary must answer.
   * @returns id of the review
   * @throws DocumentNotFound, NothingToReview, WrongPassword
   */
  async review(actor: Actor, idempotency: Idempotency | null, command: ReviewCommand): Promise<string> {
    const proof = await this.desk.signing.reauthenticate(actor, command.password);
    return this.unitOfWork.write(actor, idempotency, (tx) => this.#reviewIn(tx, proof, command));
  }

  /** @param months between two reviews of a kind of document */
  async setRule(actor: Actor, kind: string, months: number): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.reviews.setRule(tx, kind, months);
      tx.record({
        action: 'documents.review-rule-set',
        subjectType: 'review-rule',
        subjectId: actor.agencyId,
        new: { kind, months },
      });
    });
  }

  async #reviewIn(tx: WriteTransaction, proof: SigningProof, command: ReviewCommand): Promise<string> {
    const { documentId, outcome, comment } = command;
    const version = await this.reviews.effective(tx, documentId);
    if (version === null) {
      await this.reviews.assertDocument(tx, documentId);
      throw new NothingToReview();
    }
    const id = this.desk.time.ids.next();
    await this.reviews.add(tx, {
      id,
      documentId,
      versionId: version.versionId,
      outcome,
      comment,
      signer: await this.desk.signing.signer(tx, proof),
      contentHash: version.contentHash,
      reviewedAt: this.desk.time.clock.now(),
      nextDueOn: version.nextDueOn,
    });
    await this.desk.clear(tx, documentId);
    tx.record({
      action: 'documents.reviewed-periodically',
      subjectType: 'document',
      subjectId: documentId,
      new: { versionId: version.versionId, outcome, nextDueOn: version.nextDueOn },
      reason: comment,
    });
    if (outcome !== 'still-valid') {
      await this.requests.askIn(
        tx,
        {
          kind: outcome === 'obsolete' ? 'withdraw' : 'amend',
          documentId,
          title: null,
          place: null,
          reason: `Rà soát định kỳ ngày ${formatVi(todayIn(this.desk.time.clock.now()))}: ${comment}`,
          proposal: null,
        },
        'periodic-review',
      );
    }
    return id;
  }
}

/** Finds what is due and asks; nothing is lost when a wake is missed. */
@Injectable()
export class AskForReviews {
  constructor(
    private readonly claims: ClaimWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: ReviewsRepository,
    private readonly desk: ReviewDesk,
  ) {}

  async plan(): Promise<void> {
    await this.claims.run((tx) => this.reviews.plan(tx));
  }

  /** @returns how many documents were asked about */
  async execute(): Promise<number> {
    const until = addDays(todayIn(this.desk.time.clock.now()), NOTICE_DAYS);
    const due = await this.claims.run((tx) => this.reviews.unasked(tx, until, AT_ONCE));
    for (const { agencyId, documentId } of due) {
      const actor = systemActor(agencyId as AgencyId, this.desk.time.ids.next());
      await this.unitOfWork.write(actor, null, async (tx) => {
        const asked = await this.reviews.markAsked(tx, documentId);
        if (asked !== null) await this.desk.lay(tx, documentId, asked);
      });
    }
    return due.length;
  }
}
