import { NotEntitled } from '@app/identity';
import { type ReadTransaction } from '@app/platform/database';
import { type Action, actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { ProposedDeadlines } from '../application/proposed-deadlines';
import { ChangeNotFound } from '../domain/refusals';
import { type ChangeRow, ChangesQuery } from '../persistence/changes.query';
import { ChangesRepository } from '../persistence/changes.repository';
import { type ChangeDetail, type ChangeLine } from './legal-change.dto';

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
    return {
      ...changeLine(row),
      ...(await this.#prospect(tx, row)),
      rowVersion,
      textId,
      scope,
      confirmedAt: confirmedAt?.toISOString() ?? null,
      confirmedByName,
      firstConfirmedByName,
      byAgency: await this.changes.byAgency(tx, id),
      actions: { confirm: await this.#confirmation(tx, id, language) },
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

  /** The check is the one that the confirmation itself makes. */
  async #confirmation(tx: ReadTransaction, id: string, language: Language): Promise<Action> {
    const change = await this.repository.find(tx, id);
    const confirmer = await this.repository.confirmer(tx);
    const action = actionOf(() => {
      if (!tx.actor.permissions.has('legal-impact.confirm')) throw new NotEntitled();
      change?.assertMayConfirm(confirmer);
    });
    return explained(action, this.catalogue, language);
  }
}

/** A change as lists show it. */
export function changeLine(row: ChangeRow): ChangeLine {
  const {
    id,
    textNumberSymbol,
    textTitle,
    kind,
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
    targets,
    state,
    effectiveOn,
    reach,
    done,
    total,
    recordedByAgency,
  };
}
