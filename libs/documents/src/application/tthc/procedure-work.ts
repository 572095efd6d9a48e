import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { CoverageQuery, type ProcedureToBuild } from '../../persistence/tthc/coverage.query';
import { ProcedureLinksRepository } from '../../persistence/tthc/procedure-links.repository';

const SUBJECT = 'administrative-procedure';
const KIND = 'build-procedure';
const RULE = 'documents.build-procedure/1';
/** TTHC that a notice names before it only counts. */
const NAMED = 5;

/** "Xây dựng quy trình mới": opened by a confirmed quyết định công bố, ended by a linked version that is issued (TT-02). */
@Injectable()
export class ProcedureWork {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly coverage: CoverageQuery,
    private readonly links: ProcedureLinksRepository,
  ) {}

  async announced(tx: WriteTransaction, announcementId: string): Promise<void> {
    const missing = await this.coverage.toBuild(tx, announcementId);
    const people = await this.coverage.keepers(tx);
    if (missing.length === 0 || people.length === 0) return;
    for (const procedure of missing) await this.#open(tx, procedure, people);
    await this.#tell(tx, { announcementId, missing, people });
    tx.record({
      action: 'documents.procedures-to-build',
      subjectType: 'announcement',
      subjectId: announcementId,
      new: { procedures: missing.map(({ procedureId }) => procedureId) },
    });
  }

  /** Issued versions of these documents answer for their TTHC. */
  async built(tx: WriteTransaction, documentIds: readonly string[]): Promise<void> {
    await this.#close(tx, await this.links.proceduresOf(tx, documentIds), 'Đã ban hành quy trình');
  }

  async withdrawn(tx: WriteTransaction, announcementId: string): Promise<void> {
    const made = await this.coverage.madeBy(tx, announcementId);
    await this.#close(tx, made, 'Quyết định công bố đã được rút');
  }

  async #open(
    tx: WriteTransaction,
    { procedureId, code, name, numberSymbol, deadlineOn }: ProcedureToBuild,
    people: readonly string[],
  ): Promise<void> {
    const title = `Xây dựng quy trình mới: ${[code, name].filter(Boolean).join(' – ')}`;
    const link = `/administrative-procedures/${procedureId}`;
    await this.work.open(tx, {
      kind: KIND,
      subjectType: SUBJECT,
      subjectId: procedureId,
      assigneeIds: people,
      title,
      detail: `Công bố tại ${numberSymbol}`,
      link,
      dueOn: deadlineOn,
    });
    if (deadlineOn === null) return;
    await this.notifications.remind(tx, {
      ruleVersion: RULE,
      subjectType: SUBJECT,
      subjectId: procedureId,
      recipients: people,
      dueOn: deadlineOn,
      title,
      link,
    });
  }

  async #tell(
    tx: WriteTransaction,
    {
      announcementId,
      missing,
      people,
    }: { announcementId: string; missing: readonly ProcedureToBuild[]; people: readonly string[] },
  ): Promise<void> {
    const more = missing.length - NAMED;
    await this.notifications.notify(tx, {
      recipients: people,
      kind: 'legal-change',
      subjectType: 'announcement',
      subjectId: announcementId,
      occasion: 'announced',
      title: `${missing[0]?.numberSymbol ?? ''}: ${String(missing.length)} thủ tục mới cần xây dựng quy trình`,
      body: [
        ...missing.slice(0, NAMED).map(({ name }) => name),
        ...(more > 0 ? [`và ${String(more)} thủ tục khác`] : []),
      ].join('\n'),
      link: '/coverage?state=missing',
      urgent: true,
    });
  }

  async #close(tx: WriteTransaction, procedureIds: readonly string[], reason: string): Promise<void> {
    for (const id of procedureIds) {
      await this.work.close(tx, { subjectType: SUBJECT, subjectId: id, kind: KIND, reason });
      await this.notifications.cancelFor(tx, SUBJECT, id, reason);
    }
  }
}
