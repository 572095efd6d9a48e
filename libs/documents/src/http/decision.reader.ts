import { NotEntitled } from '@app/identity';
import { type Actor, Clock, formatVi, todayIn } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { type Action, actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { IssuingDecision } from '../domain/issuing-decision';
import { type DecisionDetailRow, DecisionsQuery } from '../persistence/decisions.query';
import { type DecisionDetail } from './decision.dto';

/** What the page of a decision shows, with what the caller may do and why not. */
@Injectable()
export class DecisionReader {
  constructor(
    private readonly decisions: DecisionsQuery,
    private readonly catalogue: ProblemCatalogue,
    private readonly clock: Clock,
  ) {}

  async get(tx: ReadTransaction, id: string, language: Language): Promise<DecisionDetail> {
    const row = await this.decisions.get(tx, id);
    const { formState, formNote, formCheckedAt, formCheckerName, formCheck, leftStanding: _, ...shown } = row;
    const withdrawn = row.lines.filter(({ action }) => action === 'withdraw');
    return {
      ...shown,
      versionIds: row.lines.filter(({ action }) => action !== 'withdraw').map(({ versionId }) => versionId),
      withdrawals: withdrawn.map(({ documentId, reason, successor }) => ({
        documentId,
        reason: reason ?? '',
        successorId: successor?.documentId ?? null,
      })),
      replacesId: row.replaces?.id ?? null,
      form: {
        state: formState,
        required: formCheck === 'required',
        note: formNote,
        checkedAt: formCheckedAt,
        checkerName: formCheckerName,
      },
      warnings: row.state === 'draft' ? this.#warnings(row) : [],
      actions: this.#actions(tx.actor, row, language),
    };
  }

  /** What the secretary should know before the decision is signed; nothing here stops anybody. */
  #warnings(row: DecisionDetailRow): DecisionDetail['warnings'] {
    const firstDay = row.effectiveFrom ?? todayIn(this.clock.now());
    const late = row.lines
      .filter(({ action, endsFrom }) => action === 'replace' && endsFrom !== null && endsFrom >= firstDay)
      .map(({ code, endsFrom }) => ({
        code: 'documents.line-too-early',
        level: 'warning',
        message: `${code} có phiên bản bắt đầu hiệu lực từ ${endsFrom === null ? '' : formatVi(endsFrom)}; quyết định này phải có hiệu lực sau ngày đó.`,
        where: null,
      }));
    const standing = row.leftStanding.map(({ code, title }) => ({
      code: 'documents.left-standing',
      level: 'warning',
      message: `${code} “${title}” vẫn còn hiệu lực theo quyết định bị thay thế. Thêm vào phần bãi bỏ nếu không áp dụng nữa.`,
      where: null,
    }));
    return [...late, ...standing];
  }

  #actions(actor: Actor, row: DecisionDetailRow, language: Language): DecisionDetail['actions'] {
    const decision = IssuingDecision.restore({ ...row, lines: row.lines.length });
    const act = (permission: string, check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(permission) || actor.agencyId !== row.agencyId) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      edit: act('documents.draft-decision', () => {
        decision.assertEditable();
      }),
      checkForm: act('documents.check-form', () => {
        decision.assertCheckable();
      }),
      register: act('documents.register-decision', () => {
        decision.assertRegistrable();
      }),
      attachScan: act('documents.attach-scan', () => undefined),
    };
  }
}
