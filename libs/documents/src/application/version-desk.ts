import { createHash } from 'node:crypto';

import { canonicalJson, type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { NotificationsFacade } from '@app/notifications';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type RouteStep } from '../domain/document-version';
import { type VersionFacts, VersionFactsQuery } from '../persistence/version-facts.query';

const SUBJECT = 'document-version';

/** Puts a version on the right person's desk and takes it off again, in the transaction that moves it. */
@Injectable()
export class VersionDesk {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly facts: VersionFactsQuery,
  ) {}

  factsOf(tx: ReadTransaction, versionId: string): Promise<VersionFacts> {
    return this.facts.get(tx, versionId);
  }

  /** The step's person finds it under "Việc của tôi" and is told. */
  async lay(tx: WriteTransaction, step: RouteStep, facts: VersionFacts): Promise<void> {
    const verb = step.kind === 'review' ? 'Xem xét' : 'Phê duyệt';
    const title = `${verb}: ${facts.code} – ${facts.title}`;
    await this.work.open(tx, {
      kind: step.kind,
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      assigneeIds: [step.assigneeId],
      title,
      detail: `Người soạn thảo: ${facts.drafterName}`,
      link: linkOf(facts),
    });
    await this.notifications.notify(tx, {
      recipients: [step.assigneeId],
      kind: `documents.${step.kind}`,
      subjectType: SUBJECT,
      subjectId: facts.versionId,
      title,
      link: linkOf(facts),
      occasion: step.id,
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

export function linkOf({ documentId, versionId }: Pick<VersionFacts, 'documentId' | 'versionId'>): string {
  return `/documents/${documentId}?version=${versionId}`;
}

/** Digest of what is signed beside the content: cover fields, drafter, what it rests on (RI-11). */
export function metadataHash(facts: VersionFacts): string {
  const {
    code,
    series,
    title,
    kind,
    issue,
    revision,
    drafterId,
    changeNote,
    changeClass,
    citations,
    namedTexts,
    changeReason,
    affectedSections,
  } = facts;
  return createHash('sha256')
    .update(
      canonicalJson({
        code,
        series,
        title,
        kind,
        issue,
        revision,
        drafterId,
        changeNote,
        changeClass,
        citations,
        namedTexts,
        // Only where they are said: what was signed before they were asked for keeps its digest.
        ...(changeReason ? { changeReason } : {}),
        ...(affectedSections ? { affectedSections } : {}),
      }),
    )
    .digest('hex');
}
