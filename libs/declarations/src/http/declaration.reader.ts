import { NotEntitled } from '@app/identity';
import { type Actor } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import {
  type Action,
  actionOf,
  explained,
  type Language,
  PortalAddress,
  ProblemCatalogue,
} from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { DeclarationScope } from '../application/declaration-scope';
import { Declaration, type DeclarationState } from '../domain/declaration';
import { type Condition } from '../domain/readiness';
import { type DeclarationRow, type ScopeLineRow, snapshotOf } from '../persistence/declaration-row';
import { DeclarationsRepository } from '../persistence/declarations.repository';
import { CONDITION_WORDS, WAITING_WORDS } from './condition-words';
import { type ConditionView, type DeclarationDetail, type ShownState } from './declaration.dto';

/** What the page of a declaration shows, with what the caller may do and why not. */
@Injectable()
export class DeclarationReader {
  constructor(
    private readonly declarations: DeclarationsRepository,
    private readonly scope: DeclarationScope,
    private readonly catalogue: ProblemCatalogue,
    private readonly portal: PortalAddress,
  ) {}

  /** @throws DeclarationNotFound */
  async get(tx: ReadTransaction, id: string, language: Language): Promise<DeclarationDetail> {
    const { row } = await this.declarations.get(tx, id);
    const lines = await this.declarations.lines(tx, row);
    const conditions = await this.scope.readiness(tx, row, lines);
    return {
      id: row.id,
      rowVersion: row.rowVersion,
      state: shownState(row.state),
      kind: row.kind,
      reason: row.reason,
      standard: row.standardLabel,
      number: row.number,
      signedOn: row.signedOn,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      procedures: lines.length,
      scope: lines.map(shownLine),
      conditions: conditions.map((condition) => shownCondition(condition, language)),
      signerName: row.signerName,
      signerPosition: row.signerPosition,
      portalUrl: row.publishedAt === null ? null : `${this.portal.url}/cong-bo/${row.verificationCode}`,
      withdrawalReason: row.withdrawalReason,
      waiting: row.state === 'registered' && row.waitingFor !== null ? WAITING_WORDS[language] : null,
      actions: this.#actions(tx.actor, row, { conditions, language }),
    };
  }

  #actions(
    actor: Actor,
    row: DeclarationRow,
    { conditions, language }: { conditions: readonly Condition[]; language: Language },
  ): DeclarationDetail['actions'] {
    const declaration = Declaration.restore(snapshotOf(row));
    const act = (permission: string, check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(permission) || row.agencyId !== actor.agencyId) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      sign: act('declarations.sign', () => {
        declaration.assertSignable(conditions);
      }),
      register: act('declarations.register', () => {
        declaration.assertRegistrable();
      }),
      withdraw: act('declarations.withdraw', () => {
        declaration.assertWithdrawable();
      }),
      edit: act('declarations.prepare', () => {
        declaration.assertEditable();
      }),
    };
  }
}

/** Whether a draft is ready is told by its conditions and by what may be done with it. */
export function shownState(state: DeclarationState): ShownState {
  return state === 'ready' ? 'draft' : state;
}

function shownLine({
  documentId,
  versionId,
  code,
  series,
  title,
  issue,
  revision,
}: ScopeLineRow): DeclarationDetail['scope'][number] {
  return { documentId, versionId, code, series, title, issue, revision };
}

function shownCondition({ code, state }: Condition, language: Language): ConditionView {
  const { label, detail, link } = CONDITION_WORDS[code];
  return { code, state, label: label[language], detail: state === 'met' ? null : detail[language], link };
}
