import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { todayIn } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { addWorkingDays, OrganizationFacade } from '@app/organization';
import { WorkFacade, type WorkKind } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type RouteStep, type StepKind } from '../domain/way';
import { type VersionFacts, VersionFactsQuery } from '../persistence/version-facts.query';

const SUBJECT = 'document-version';

const DESK_WORDS: Readonly<Record<StepKind, { kind: WorkKind; verb: string }>> = {
  review: { kind: 'review', verb: 'Xem xét' },
  'iso-check': { kind: 'check-iso', verb: 'Kiểm tra ISO' },
  'form-check': { kind: 'check-form', verb: 'Kiểm tra thể thức' },
  approve: { kind: 'approve', verb: 'Phê duyệt' },
};

interface DeskMove {
  before: readonly RouteStep[];
  after: readonly RouteStep[];
  facts: VersionFacts;
  reason: string;
}

/** Puts a version on the right person's desk and takes it off again, in the transaction that moves it. */
@Injectable()
export class VersionDesk {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly facts: VersionFactsQuery,
    private readonly organization: OrganizationFacade,
  ) {}

  factsOf(tx: ReadTransaction, versionId: string): Promise<VersionFacts> {
    return this.facts.get(tx, versionId);
  }

  /** What a move of the version means for desks: stations that ended are cleared, those that opened are laid. */
  async move(tx: WriteTransaction, { before, after, facts, reason }: DeskMove): Promise<void> {
    const was = before.filter(isCurrent);
    const now = after.filter(isCurrent);
    const ended = was.filter((step) => !now.some(({ id }) => id === step.id));
    if (ended.length > 0 && ended.length === was.length) await this.clear(tx, facts.versionId, reason);
    else for (const step of ended) await this.#clearOne(tx, step, { facts, reason });
    const begun = now.filter((step) => !was.some(({ id }) => id === step.id));
    if (begun.length > 0) await this.#lay(tx, begun, facts);
  }

  /** The people of the stations find it under "Việc của tôi", with the day by which it is due, and are told. */
  async #lay(tx: WriteTransaction, steps: readonly RouteStep[], facts: VersionFacts): Promise<void> {
    const [first] = steps;
    if (first?.since == null) return;
    const { kind, verb } = DESK_WORDS[first.kind];
    const title = `${verb}: ${facts.code} – ${facts.title}`;
    const people = steps.map(({ assigneeId }) => assigneeId);
    const today = todayIn(first.since);
    const calendar = await this.organization.workingCalendar(tx, today);
    const dueOn = addWorkingDays(calendar, today, first.days);
    await this.work.open(tx, {
      kind,
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      assigneeIds: people,
      title,
      detail: `Người soạn thảo: ${facts.drafterName}`,
      link: linkOf(facts),
      dueOn,
    });
    await this.notifications.notify(tx, {
      recipients: people,
      kind: `documents.${first.kind}`,
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      title,
      link: linkOf(facts),
      occasion: first.id,
    });
  }

  async #clearOne(
    tx: WriteTransaction,
    { kind, assigneeId }: RouteStep,
    { facts, reason }: { facts: VersionFacts; reason: string },
  ): Promise<void> {
    await this.work.close(tx, {
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      kind: DESK_WORDS[kind].kind,
      assigneeId,
      reason,
    });
  }

  async clear(tx: WriteTransaction, versionId: string, reason: string): Promise<void> {
    await this.work.close(tx, { subjectType: SUBJECT, subjectId: versionId, reason });
    await this.notifications.cancelFor(tx, SUBJECT, versionId, reason);
  }

  /** The drafter learns what became of the version. */
  async tellDrafter(
    tx: WriteTransaction,
    facts: VersionFacts,
    told: { kind: string; title: string; body: string | null },
  ): Promise<void> {
    await this.notifications.notify(tx, {
      recipients: [...new Set([facts.drafterId, facts.uploaderId])],
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      link: linkOf(facts),
      occasion: `${told.kind}:${String(facts.reviewRound)}`,
      ...told,
    });
  }

  /** Somebody entered a draft in another's name: the person on the cover confirms it (OF-05). */
  async askDrafter(
    tx: WriteTransaction,
    draft: Pick<VersionFacts, 'versionId' | 'documentId' | 'code' | 'title' | 'drafterId'>,
    enteredBy: string,
  ): Promise<void> {
    await this.work.open(tx, {
      kind: 'confirm-drafting',
      subjectType: SUBJECT,
      subjectId: draft.versionId,
      assigneeIds: [draft.drafterId],
      title: `Xác nhận bản soạn thảo: ${draft.code} – ${draft.title}`,
      detail: `Người nhập thay: ${enteredBy}`,
      link: linkOf(draft),
    });
  }

  /** The drafter's word is there, or the draft names another drafter. */
  async drafterAnswered(tx: WriteTransaction, versionId: string, reason: string): Promise<void> {
    await this.work.close(tx, {
      subjectType: SUBJECT,
      subjectId: versionId,
      kind: 'confirm-drafting',
      reason,
    });
  }

  /** A returned version is work of those who made it. */
  async layBack(tx: WriteTransaction, facts: VersionFacts, reason: string): Promise<void> {
    await this.work.open(tx, {
      kind: 'fix-returned',
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      assigneeIds: [...new Set([facts.drafterId, facts.uploaderId])],
      title: `Bị trả lại: ${facts.code} – ${facts.title}`,
      detail: reason,
      link: linkOf(facts),
    });
  }
}

function isCurrent({ state }: RouteStep): boolean {
  return state === 'current';
}

export function linkOf({ documentId, versionId }: Pick<VersionFacts, 'documentId' | 'versionId'>): string {
  return `/documents/${documentId}?version=${versionId}`;
}
