import { addDays, assertTransition, lifecycle, type LocalDate, type Role } from '@app/kernel';

import { type DeadlineBasis } from './deadline';
import {
  ChangeNotFound,
  DeadlinePast,
  NotEntitledForField,
  NotTheSteward,
  SecondPersonNeeded,
  WithdrawReasonNeeded,
} from './refusals';

/** A change acts on documents only after somebody who is entitled for it has confirmed it (design 4). */
export const CHANGE_LIFECYCLE = lifecycle({
  recorded: ['confirmed', 'withdrawn'],
  confirmed: ['withdrawn'],
  withdrawn: [],
});
export type ChangeState = keyof typeof CHANGE_LIFECYCLE;

/** Whose agencies a change reaches: the recorder's own, those of its province, or all. */
export type ChangeScope = 'agency' | 'province' | 'installation';

/** What a text does to another that may make a document wrong; the gravest comes first. */
export const ACTING_KINDS = ['replaces', 'repeals', 'amends'] as const;
export type ActingKind = (typeof ACTING_KINDS)[number];

/** A quyết định công bố acts through the TTHC in its annex. */
export type ChangeKind = ActingKind | 'announces';

/** How far a change goes: counted before the confirmation, frozen at it. */
export interface Reach {
  agencies: number;
  documents: number;
  people: number;
}

/** Who wants to confirm, and for which fields of law they are entitled (`*` = all). */
export interface Confirmer {
  agencyId: string;
  personId: string;
  personName: string;
  roles: readonly Role[];
  entitledFields: readonly string[];
}

interface Confirmation {
  by: string;
  byName: string;
  at: Date;
}

export interface ChangeSnapshot {
  id: string;
  stewardAgencyId: string;
  audience: string;
  scope: ChangeScope;
  textId: string;
  kind: ChangeKind;
  field: string | null;
  effectiveOn: LocalDate | null;
  state: ChangeState;
  firstConfirmed: Confirmation | null;
  confirmed: Confirmation | null;
  withdrawn: (Confirmation & { reason: string }) | null;
  deadlineOn: LocalDate | null;
  deadlineBasis: DeadlineBasis | null;
  reach: Reach | null;
  rowVersion: number;
}

/** What a confirmation rests on at its moment. */
export interface ConfirmationTerms {
  at: Date;
  today: LocalDate;
  deadlineOn: LocalDate;
  /** Null when a person set the day. */
  deadlineBasis: DeadlineBasis | null;
  reach: Reach;
  /** More documents than this need two people. */
  secondPersonAbove: number;
}

export type ConfirmationOutcome = 'confirmed' | 'awaits-second-person' | 'unchanged';

const WITHIN_AGENCY: readonly Role[] = [
  'secretary',
  'head',
  'office-lead',
  'legal-steward',
  'province-admin',
];
const FOR_PROVINCE: readonly Role[] = ['province-admin', 'legal-steward'];
const TTHC_FIELD = 'tthc';
const LATEST_DEADLINE_DAYS = 366 * 3;
const SHORTEST_REASON = 10;

export class LegalChange {
  #state: ChangeSnapshot;

  private constructor(state: ChangeSnapshot) {
    this.#state = state;
  }

  static restore(snapshot: ChangeSnapshot): LegalChange {
    return new LegalChange(snapshot);
  }

  /** @throws NotTheSteward, NotEntitledForField, SecondPersonNeeded, IllegalTransition */
  assertMayConfirm(confirmer: Confirmer): void {
    this.#assertEntitled(confirmer);
    if (this.#state.state === 'confirmed') return;
    assertTransition('legal change', CHANGE_LIFECYCLE, [this.#state.state, 'confirmed']);
    if (this.#state.firstConfirmed?.by === confirmer.personId) throw new SecondPersonNeeded();
  }

  /**
   * Confirms the change; a wide one waits for a second person. Confirming again changes nothing.
   * @throws NotTheSteward, NotEntitledForField, SecondPersonNeeded, DeadlinePast, IllegalTransition
   */
  confirm(confirmer: Confirmer, terms: ConfirmationTerms): ConfirmationOutcome {
    this.assertMayConfirm(confirmer);
    if (this.#state.state === 'confirmed') return 'unchanged';
    const { today, deadlineOn, deadlineBasis, reach } = terms;
    if (deadlineOn < today || deadlineOn > addDays(today, LATEST_DEADLINE_DAYS)) throw new DeadlinePast();
    const confirmation = { by: confirmer.personId, byName: confirmer.personName, at: terms.at };
    if (reach.documents > terms.secondPersonAbove && this.#state.firstConfirmed === null) {
      this.#state = { ...this.#state, firstConfirmed: confirmation, deadlineOn, deadlineBasis };
      return 'awaits-second-person';
    }
    this.#moveTo('confirmed', { confirmed: confirmation, deadlineOn, deadlineBasis, reach });
    return 'confirmed';
  }

  /** Who may confirm may give an agency more time. @throws NotTheSteward, NotEntitledForField, ChangeNotFound */
  assertMayExtend(person: Confirmer): void {
    this.#assertEntitled(person);
    if (this.#state.state !== 'confirmed') throw new ChangeNotFound();
  }

  /** Who may confirm may take it back. @throws NotTheSteward, NotEntitledForField, IllegalTransition */
  assertMayWithdraw(person: Confirmer): void {
    this.#assertEntitled(person);
    assertTransition('legal change', CHANGE_LIFECYCLE, [this.#state.state, 'withdrawn']);
  }

  /** @throws NotTheSteward, NotEntitledForField, WithdrawReasonNeeded, IllegalTransition */
  withdraw(person: Confirmer, { reason, at }: { reason: string; at: Date }): void {
    this.assertMayWithdraw(person);
    if (reason.length < SHORTEST_REASON) throw new WithdrawReasonNeeded();
    this.#moveTo('withdrawn', { withdrawn: { by: person.personId, byName: person.personName, at, reason } });
  }

  get snapshot(): ChangeSnapshot {
    return this.#state;
  }

  #assertEntitled({ agencyId, roles, entitledFields }: Confirmer): void {
    const { scope, stewardAgencyId, field, kind } = this.#state;
    if (agencyId !== stewardAgencyId) throw new NotTheSteward();
    // Văn phòng UBND tỉnh is entitled for TTHC of every lĩnh vực.
    const fields = kind === 'announces' ? [field, TTHC_FIELD] : [field];
    const isAny = fields.some((each) => isEntitled(scope, { roles, entitledFields }, each));
    if (!isAny) throw new NotEntitledForField();
  }

  #moveTo(state: ChangeState, changes: Partial<ChangeSnapshot>): void {
    assertTransition('legal change', CHANGE_LIFECYCLE, [this.#state.state, state]);
    this.#state = { ...this.#state, ...changes, state };
  }
}

/** Beyond one's own agency a role is not enough: the person is entitled for the field of law, or for all. */
export function isEntitled(
  scope: ChangeScope,
  { roles, entitledFields }: Pick<Confirmer, 'roles' | 'entitledFields'>,
  field: string | null,
): boolean {
  const holds = (wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role));
  const forField = entitledFields.includes('*') || (field !== null && entitledFields.includes(field));
  if (scope === 'agency') return holds(WITHIN_AGENCY);
  return scope === 'province' ? holds(FOR_PROVINCE) && forField : holds(['legal-steward']) && forField;
}

/** An entry works where its steward stands: the installation for all, a province for its own, anybody else for itself. */
export function scopeOf(agencyKind: string): ChangeScope {
  if (agencyKind === 'installation') return 'installation';
  return agencyKind === 'province' ? 'province' : 'agency';
}

/** The gravest of several acts names the change. */
export function gravest(kinds: readonly ActingKind[]): ActingKind | null {
  return ACTING_KINDS.find((kind) => kinds.includes(kind)) ?? null;
}
