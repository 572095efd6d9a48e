import { NotEntitled } from '@app/identity';
import { type ReadTransaction } from '@app/platform/database';
import { type Action, actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { ProposedDeadlines } from '../application/proposed-deadlines';
import { ChangeNotFound } from '../domain/refusals';
import { type ChangeRow, ChangesQuery } from '../persistence/changes.query';
import { ChangesRepository } from '../persistence/changes.repository';
import {
  type ChangeActions,
  type ChangeDetail,
  type ChangeLine,
  type ReachedDocument,
} from './legal-change.dto';
import { reasonOf } from './reason';

/** Documents named before a confirmation. */
const FIRST = 20;

/** What the page of a change shows: its reach, live until it is confirmed, and what the caller may do. */
@Injectable()
export class ChangeReader {
  constructor(
    private readonly changes: ChangesQuery,
    private readonly repository: ChangesRepository,
    private readonly deadlines: ProposedDeadlines,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  /** @throws ChangeNotFound */
  async detail(tx: ReadTransaction, id: string, language: Language): Promise<ChangeDetail> {
    const row = await this.changes.one(tx, id);
    if (row === null) throw new ChangeNotFound();
    const { rowVersion, textId, scope, confirmedAt, confirmedByName, firstConfirmedByName } = row;
    const { withdrawnAt, withdrawnByName, withdrawReason } = row;
    return {
      ...changeLine(row),
      ...(await this.#prospect(tx, row)),
      rowVersion,
      textId,
      scope,
      confirmedAt: confirmedAt?.toISOString() ?? null,
      confirmedByName,
      firstConfirmedByName,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
      withdrawnByName,
      withdrawReason,
      firstDocuments: await this.#first(tx, row),
      byAgency: await this.changes.byAgency(tx, id),
      actions: await this.#actions(tx, id, language),
    };
  }

  /** Until a change is confirmed its reach is counted live, and its deadline is the one that the rule proposes. */
  async #prospect(
    tx: ReadTransaction,
    { id, state, reach, deadlineOn, effectiveOn }: ChangeRow,
  ): Promise<Pick<ChangeDetail, 'reach' | 'deadlineOn' | 'needsSecondPerson'>> {
    if (state !== 'recorded') return { reach, deadlineOn, needsSecondPerson: false };
    const proposal = await this.deadlines.propose(tx, effectiveOn);
    const live = await this.repository.reach(tx, id);
    return {
      reach: live,
      deadlineOn: deadlineOn ?? proposal?.deadlineOn ?? null,
      needsSecondPerson: proposal !== null && live.documents > proposal.rule.secondPersonAbove,
    };
  }

  /** What would be reached is the business of whoever confirms it. */
  async #first(tx: ReadTransaction, { id, state }: ChangeRow): Promise<ReachedDocument[]> {
    if (state !== 'recorded') return [];
    const rows = await this.changes.firstDocuments(tx, id, FIRST);
    return rows.map(({ reasons, ...row }) => ({ ...row, reasons: reasons.map(reasonOf) }));
  }

  /** The checks are those that the confirmation and the withdrawal themselves make. */
  async #actions(tx: ReadTransaction, id: string, language: Language): Promise<ChangeActions> {
    const change = await this.repository.find(tx, id);
    const person = await this.repository.confirmer(tx);
    const action = (check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!tx.actor.permissions.has('legal-impact.confirm')) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      confirm: action(() => change?.assertMayConfirm(person)),
      withdraw: action(() => change?.assertMayWithdraw(person)),
    };
  }
}

/** A change as lists show it. */
export function changeLine(row: ChangeRow): ChangeLine {
  const {
    id,
    textNumberSymbol,
    textTitle,
    kind,
    source,
    targets,
    state,
    effectiveOn,
    reach,
    done,
    total,
    recordedByAgency,
  } = row;
  return {
    id,
    textNumberSymbol,
    textTitle,
    kind,
    source,
    targets,
    state,
    effectiveOn,
    reach,
    done,
    total,
    recordedByAgency,
  };
}
