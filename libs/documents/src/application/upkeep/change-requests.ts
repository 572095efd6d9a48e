import { PeopleFacade } from '@app/identity';
import { type Actor } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { DocumentNotFound } from '../../domain/refusals';
import { ChangeRequestClosed, ChangeRequestSubject } from '../../domain/upkeep/refusals';
import {
  type ChangeRequestKind,
  type ChangeRequestRow,
  ChangeRequestsRepository,
  type NewChangeRequest,
} from '../../persistence/upkeep/change-requests.repository';
import { UpkeepTime } from './upkeep-time';

const SUBJECT = 'change-request';
const VERBS: Record<ChangeRequestKind, string> = {
  new: 'Đề nghị ban hành mới',
  amend: 'Đề nghị sửa đổi',
  withdraw: 'Đề nghị bãi bỏ',
};

export interface AskForChange {
  kind: ChangeRequestKind;
  documentId: string | null;
  /** Name of the document that is asked for; taken from the document otherwise. */
  title: string | null;
  place: string | null;
  reason: string;
  proposal: string | null;
}

/** Who must see a request, and who is told of its answer. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly people: PeopleFacade,
  ) {}

  async lay(
    tx: WriteTransaction,
    request: Pick<NewChangeRequest, 'id' | 'kind' | 'title' | 'reason'>,
  ): Promise<void> {
    const secretaries = await this.people.withRole(tx, 'secretary');
    await this.work.open(tx, {
      kind: 'answer-request',
      subjectType: SUBJECT,
      subjectId: request.id,
      assigneeIds: secretaries.map(({ personId }) => personId),
      title: `${VERBS[request.kind]}: ${request.title}`,
      detail: request.reason.slice(0, 500),
      link: `/change-requests/${request.id}`,
    });
  }

  async close(tx: WriteTransaction, id: string, reason: string): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: id, reason });
  }

  async tell(
    tx: WriteTransaction,
    { id, requesterId, title }: { id: string; requesterId: string; title: string },
    { word, body }: { word: 'accepted' | 'declined' | 'done'; body: string | null },
  ): Promise<void> {
    const said = { accepted: 'được tiếp nhận', declined: 'không được tiếp nhận', done: 'đã thực hiện xong' };
    await this.notifications.notify(tx, {
      recipients: [requesterId],
      kind: `documents.request-${word}`,
      subjectType: SUBJECT,
      subjectId: id,
      title: `Đề nghị về "${title}" ${said[word]}`,
      body,
      link: `/change-requests/${id}`,
      occasion: word,
    });
  }
}

/** Any reader may ask for a change; the ISO secretary answers; an issued version ends it (7.5.3, R4). */
@Injectable()
export class ChangeRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ChangeRequestsRepository,
    private readonly desk: RequestDesk,
    private readonly time: UpkeepTime,
  ) {}

  /** @throws DocumentNotFound, ChangeRequestSubject */
  async ask(actor: Actor, idempotency: Idempotency | null, asked: AskForChange): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, (tx) => this.askIn(tx, asked, 'reader'));
  }

  /** The same inside the transaction of a periodic review. */
  async askIn(
    tx: WriteTransaction,
    asked: AskForChange,
    source: NewChangeRequest['source'],
  ): Promise<string> {
    const title = await this.#titleOf(tx, asked);
    const { actor } = tx;
    const request: NewChangeRequest = {
      ...asked,
      id: this.time.ids.next(),
      title,
      source,
      requester: { id: actor.personId ?? '', name: actor.personName },
    };
    await this.requests.add(tx, request);
    await this.desk.lay(tx, request);
    tx.record({
      action: 'documents.change-requested',
      subjectType: asked.documentId === null ? SUBJECT : 'document',
      subjectId: asked.documentId ?? request.id,
      new: { requestId: request.id, kind: asked.kind, title, source },
      reason: asked.reason,
    });
    return request.id;
  }

  /** @throws ChangeRequestNotFound, ChangeRequestClosed */
  accept(actor: Actor, idempotency: Idempotency | null, id: string): Promise<void> {
    return this.#decide(actor, idempotency, { id, state: 'accepted', reason: null });
  }

  /** @throws ChangeRequestNotFound, ChangeRequestClosed */
  decline(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    return this.#decide(actor, idempotency, { id, state: 'declined', reason });
  }

  /** The secretary says that it is done, as with a new document. @throws ChangeRequestNotFound, ChangeRequestClosed */
  async finish(actor: Actor, idempotency: Idempotency | null, id: string): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const request = await this.requests.getForUpdate(tx, id);
      assertAccepted(request);
      await this.requests.finish(tx, id);
      await this.desk.tell(tx, request, { word: 'done', body: null });
      tx.record({
        action: 'documents.change-request-done',
        subjectType: request.documentId === null ? SUBJECT : 'document',
        subjectId: request.documentId ?? id,
        new: { requestId: id },
      });
    });
  }

  /** A version came into force, or the document ended: what was accepted about it is done. */
  async answered(
    tx: WriteTransaction,
    { documentId, versionId }: { documentId: string; versionId: string },
    kinds: readonly ChangeRequestKind[],
  ): Promise<void> {
    for (const request of await this.requests.answer(tx, documentId, { versionId, kinds })) {
      await this.desk.tell(tx, request, { word: 'done', body: null });
      tx.record({
        action: 'documents.change-request-done',
        subjectType: 'document',
        subjectId: documentId,
        new: { requestId: request.id, versionId },
      });
    }
  }

  async #decide(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, state, reason }: { id: string; state: 'accepted' | 'declined'; reason: string | null },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const request = await this.requests.getForUpdate(tx, id);
      assertOpen(request);
      await this.requests.decide(tx, id, { state, reason, at: this.time.clock.now() });
      await this.desk.close(tx, id, state === 'accepted' ? 'đã tiếp nhận' : 'không tiếp nhận');
      await this.desk.tell(tx, request, { word: state, body: reason });
      tx.record({
        action: `documents.change-request-${state}`,
        subjectType: request.documentId === null ? SUBJECT : 'document',
        subjectId: request.documentId ?? id,
        new: { requestId: id },
        reason,
      });
    });
  }

  async #titleOf(tx: WriteTransaction, { kind, documentId, title }: AskForChange): Promise<string> {
    if (kind === 'new') {
      if (documentId !== null || title === null) throw new ChangeRequestSubject();
      return title;
    }
    if (documentId === null) throw new ChangeRequestSubject();
    const known = await this.requests.titleOf(tx, documentId);
    if (known === null) throw new DocumentNotFound();
    return `${known.code} – ${known.title}`;
  }
}

/** @throws ChangeRequestClosed */
export function assertOpen({ state }: Pick<ChangeRequestRow, 'state'>): void {
  if (state !== 'opened') throw new ChangeRequestClosed();
}

/** @throws ChangeRequestClosed */
export function assertAccepted({ state }: Pick<ChangeRequestRow, 'state'>): void {
  if (state !== 'accepted') throw new ChangeRequestClosed();
}
