import { Clock, Ids, type LocalDate } from '@app/kernel';
import { type RecordedText } from '@app/legal-register';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  ACTING_KINDS,
  type ActingKind,
  type ChangeScope,
  gravest,
  isEntitled,
  scopeOf,
} from '../domain/legal-change';
import { ChangesRepository } from '../persistence/changes.repository';

/** Opens the change that a new text makes, waiting for its confirmation. */
@Injectable()
export class RecordChange {
  constructor(
    private readonly changes: ChangesRepository,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** True when the acting person may vouch for a text of this field beyond their own desk. */
  async mayVouch(tx: ReadTransaction, field: string | null): Promise<boolean> {
    return isEntitled(await this.#scope(tx), await this.changes.confirmer(tx), field);
  }

  /** @returns the change, or null when the text replaces, repeals and amends nothing */
  async execute(tx: WriteTransaction, { id: textId, text }: RecordedText): Promise<string | null> {
    const acting = actsOf(text);
    const kind = gravest(acting.map((relation) => relation.kind));
    if (kind === null) return null;
    const id = this.ids.next();
    const scope = await this.#scope(tx);
    const targets = [...new Map(acting.map((relation) => [relation.targetId, relation])).values()];
    await this.changes.add(tx, {
      id,
      audience: tx.actor.agencyPath,
      scope,
      textId,
      kind,
      source: 'text',
      field: text.field,
      effectiveOn: earliest(acting.map(({ effectiveOn }) => effectiveOn)),
      recordedAt: this.clock.now(),
      targets,
    });
    tx.record({
      action: 'legal-impact.change-recorded',
      subjectType: 'legal-change',
      subjectId: id,
      new: { textId, kind, scope, targets: targets.map(({ targetId }) => targetId) },
    });
    return id;
  }

  /** A quyết định công bố acts through the TTHC of its annex. @returns the change that waits to be confirmed */
  async announce(
    tx: WriteTransaction,
    { textId, effectiveOn, fields }: { textId: string; effectiveOn: LocalDate; fields: readonly string[] },
  ): Promise<string> {
    const id = this.ids.next();
    const scope = await this.#scope(tx);
    await this.changes.add(tx, {
      ...{ id, textId, scope, effectiveOn, kind: 'announces', source: 'announcement', targets: [] },
      audience: tx.actor.agencyPath,
      field: fields.length === 1 ? (fields[0] ?? null) : null,
      recordedAt: this.clock.now(),
    });
    tx.record({
      action: 'legal-impact.change-recorded',
      subjectType: 'legal-change',
      subjectId: id,
      new: { textId, kind: 'announces', scope },
    });
    return id;
  }

  async #scope(tx: ReadTransaction): Promise<ChangeScope> {
    const agency = await this.organization.agency(tx, tx.actor.agencyId);
    return scopeOf(agency?.kind ?? '');
  }
}

/** One thing that a text does to another. */
export interface Act {
  kind: ActingKind;
  targetId: string;
  partly: boolean;
  effectiveOn: LocalDate;
  /** Which provisions it touches. */
  note: string | null;
}

/** What a text does to others that may make a document wrong. */
export function actsOf({ relations }: RecordedText['text']): Act[] {
  return relations.flatMap(({ kind, targetId, partly, effectiveOn, provisions, note }) =>
    isActing(kind) ? [{ kind, targetId, partly, effectiveOn, note: provisions ?? note }] : [],
  );
}

/** Whether a relation may make a document wrong. */
export function isActing(kind: string): kind is ActingKind {
  return (ACTING_KINDS as readonly string[]).includes(kind);
}

function earliest(days: readonly LocalDate[]): LocalDate | null {
  return [...days].sort()[0] ?? null;
}
