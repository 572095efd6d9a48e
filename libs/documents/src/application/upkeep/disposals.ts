import { PeopleFacade, SigningFacade } from '@app/identity';
import { type Actor, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { SignedInFuture } from '../../domain/refusals';
import { DisposalClosed, OwnDisposal, RecordNotDisposable } from '../../domain/upkeep/refusals';
import {
  type DisposalMethod,
  type DisposalRow,
  DisposalsRepository,
} from '../../persistence/upkeep/disposals.repository';
import { UpkeepTime } from './upkeep-time';

const SUBJECT = 'disposal';

/** The heads who approve, and their signature. */
@Injectable()
export class DisposalDesk {
  constructor(
    readonly signing: SigningFacade,
    private readonly work: WorkFacade,
    private readonly people: PeopleFacade,
  ) {}

  async lay(tx: WriteTransaction, id: string, count: number): Promise<void> {
    const heads = await this.people.withRole(tx, 'head');
    await this.work.open(tx, {
      kind: 'approve-disposal',
      subjectType: SUBJECT,
      subjectId: id,
      assigneeIds: heads.map(({ personId }) => personId),
      title: `Duyệt danh mục ${String(count)} hồ sơ hết thời hạn lưu`,
      link: `/disposals/${id}`,
    });
  }

  async clear(tx: WriteTransaction, id: string, reason: string): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: id, reason });
  }
}

/** Hủy, chuyển giao hồ sơ hết thời hạn lưu: a list, another person's signature, proof (DI-18). */
@Injectable()
export class Disposals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disposals: DisposalsRepository,
    private readonly desk: DisposalDesk,
    private readonly time: UpkeepTime,
  ) {}

  /** @throws RecordNotDisposable */
  propose(
    actor: Actor,
    idempotency: Idempotency | null,
    { method, reason, recordIds }: { method: DisposalMethod; reason: string; recordIds: readonly string[] },
  ): Promise<string> {
    const wanted = [...new Set(recordIds)];
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const disposable = await this.disposals.disposable(tx, wanted);
      if (wanted.length === 0 || disposable.size < wanted.length) throw new RecordNotDisposable();
      const id = this.time.ids.next();
      await this.disposals.add(tx, { id, method, reason, recordIds: wanted, at: this.time.clock.now() });
      await this.desk.lay(tx, id, wanted.length);
      tx.record({
        action: 'documents.disposal-proposed',
        subjectType: SUBJECT,
        subjectId: id,
        new: { method, recordIds: wanted },
        reason,
      });
      return id;
    });
  }

  /** @throws DisposalNotFound, DisposalClosed, OwnDisposal, WrongPassword */
  approve(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, password }: { id: string; password: string },
  ): Promise<void> {
    return this.#decide(actor, idempotency, { id, password, state: 'approved', reason: null });
  }

  /** @throws DisposalNotFound, DisposalClosed, OwnDisposal, WrongPassword */
  decline(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, password, reason }: { id: string; password: string; reason: string },
  ): Promise<void> {
    return this.#decide(actor, idempotency, { id, password, state: 'declined', reason });
  }

  /** Enters when, where and before whom it was done. @throws DisposalNotFound, DisposalClosed, RecordNotDisposable */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, ...proof }: { id: string; executedOn: LocalDate; place: string; witnesses: readonly string[] },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const disposal = await this.disposals.getForUpdate(tx, id);
      assertExecutable(disposal);
      if (proof.executedOn > todayIn(this.time.clock.now())) throw new SignedInFuture();
      const ended = await this.disposals.execute(tx, disposal, proof);
      // A record held since the list was approved stays, and with it the whole list.
      if (ended < disposal.records) throw new RecordNotDisposable();
      tx.record({
        action: 'documents.disposal-executed',
        subjectType: SUBJECT,
        subjectId: id,
        new: { ...proof, records: ended, method: disposal.method },
      });
    });
  }

  async #decide(
    actor: Actor,
    idempotency: Idempotency | null,
    {
      id,
      password,
      state,
      reason,
    }: { id: string; password: string; state: 'approved' | 'declined'; reason: string | null },
  ): Promise<void> {
    const proof = await this.desk.signing.reauthenticate(actor, password);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      assertDecidable(await this.disposals.getForUpdate(tx, id), actor);
      const approver = await this.desk.signing.signer(tx, proof);
      await this.disposals.decide(tx, id, { state, approver, reason, at: this.time.clock.now() });
      await this.desk.clear(tx, id, state === 'approved' ? 'đã duyệt' : 'không duyệt');
      tx.record({
        action: `documents.disposal-${state}`,
        subjectType: SUBJECT,
        subjectId: id,
        new: { approver: approver.signerName },
        reason,
      });
    });
  }
}

/** @throws DisposalClosed, OwnDisposal */
export function assertDecidable({ state, proposedBy }: DisposalRow, actor: Actor): void {
  if (state !== 'proposed') throw new DisposalClosed();
  if (proposedBy === actor.personId) throw new OwnDisposal();
}

/** @throws DisposalClosed */
export function assertExecutable({ state }: DisposalRow): void {
  if (state !== 'approved') throw new DisposalClosed();
}
