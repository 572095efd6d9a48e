import { PeopleFacade } from '@app/identity';
import { type Actor, formatVi, type LocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { AlreadyContinued, PredecessorNotFound } from '../../domain/adoption/refusals';
import { ContinuationsQuery, type PredecessorVersion } from '../../persistence/adoption/continuations.query';
import { LocalDraftsRepository } from '../../persistence/adoption/local-drafts.repository';
import { TakenStore } from './receive-offers';

export interface ContinueCommand {
  versionIds: readonly string[];
  /** Địa bàn áp dụng; none: the place of the former agency. */
  territory: string | null;
  limitedUntil: LocalDate | null;
}

@Injectable()
export class ContinueDocuments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly predecessors: ContinuationsQuery,
    private readonly rows: LocalDraftsRepository,
    private readonly store: TakenStore,
  ) {}

  /**
   * Tiếp tục áp dụng: documents of predecessors become versions of this agency that wait for its decision. The
   * predecessor's rows stay as they are. @returns ids of the versions @throws PredecessorNotFound, AlreadyContinued
   */
  async execute(actor: Actor, idempotency: Idempotency | null, command: ContinueCommand): Promise<string[]> {
    const ids = [...new Set(command.versionIds)];
    const found = await this.unitOfWork.read(actor, (tx) => this.predecessors.versions(tx, ids));
    assertAll(found, ids);
    for (const version of found) await this.store.files.keep(version.agencyId, actor.agencyId, version);
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const versions = await this.predecessors.versions(tx, ids);
      assertAll(versions, ids);
      const continued: string[] = [];
      for (const version of versions) continued.push(await this.#continue(tx, version, command));
      return continued;
    });
  }

  async #continue(
    tx: WriteTransaction,
    from: PredecessorVersion,
    { territory, limitedUntil }: ContinueCommand,
  ): Promise<string> {
    const { code, series, title, issue, revision, changeNote, master, rendition, metadataHash } = from;
    const taken = {
      id: this.store.ids.next(),
      documentId: this.store.ids.next(),
      kind: 'continued' as const,
      origin: {
        agencyId: from.agencyId,
        documentId: from.documentId,
        versionId: from.versionId,
        name: from.agencyName,
      },
      ...{ code, series, title, issue, revision, changeNote, master, rendition, metadataHash },
      documentKind: from.kind,
      territory: territory ?? `Địa bàn của ${from.agencyName} trước sắp xếp`,
      limitedUntil,
      verificationCode: this.store.verificationCode(),
      at: this.store.clock.now(),
    };
    const documentId = await this.store.versions.document(tx, taken);
    await this.store.versions.add(tx, { ...taken, documentId });
    await this.rows.copyContent(tx, { fromAgencyId: from.agencyId, fromVersionId: from.versionId }, taken.id);
    tx.record({
      action: 'documents.continuation-prepared',
      subjectType: 'document',
      subjectId: documentId,
      new: { versionId: taken.id, origin: taken.origin, territory: taken.territory, limitedUntil },
    });
    return taken.id;
  }
}

/** The successor's secretary hears that there is something to decide. */
@Injectable()
export class HearSuccession {
  constructor(
    private readonly people: PeopleFacade,
    private readonly work: WorkFacade,
  ) {}

  async execute(
    tx: WriteTransaction,
    { predecessors, happenedOn }: { predecessors: number; happenedOn: string },
  ): Promise<void> {
    const secretaries = await this.people.withRole(tx, 'secretary');
    await this.work.open(tx, {
      kind: 'continue-documents',
      subjectType: 'succession',
      subjectId: tx.actor.agencyId,
      assigneeIds: secretaries.map(({ personId }) => personId),
      title: `Quyết định tài liệu tiếp tục áp dụng của ${String(predecessors)} cơ quan trước sắp xếp`,
      detail: `Sắp xếp từ ngày ${formatVi(happenedOn as LocalDate)}`,
      link: '/continuations',
    });
    tx.record({
      action: 'documents.succession-heard',
      subjectType: 'agency',
      subjectId: tx.actor.agencyId,
      new: { predecessors, happenedOn },
    });
  }

  /** The first decision that continues something answers the task; more may follow from the screen. */
  async decided(tx: WriteTransaction, versionId: string): Promise<void> {
    const continued = await tx.one(
      `select 1 from documents.version where agency_id = $1 and id = $2 and origin_kind = 'continued'`,
      [tx.actor.agencyId, versionId],
    );
    if (continued === null) return;
    await this.work.close(tx, {
      subjectType: 'succession',
      subjectId: tx.actor.agencyId,
      reason: 'đã ban hành quyết định tiếp tục áp dụng',
    });
  }
}

/** @throws PredecessorNotFound, AlreadyContinued */
function assertAll(versions: readonly PredecessorVersion[], ids: readonly string[]): void {
  if (versions.length !== ids.length) throw new PredecessorNotFound();
  if (versions.some(({ continuedBy }) => continuedBy !== null)) throw new AlreadyContinued();
}
