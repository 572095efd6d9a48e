import { assertTransition, lifecycle, type LocalDate } from '@app/kernel';

import { type Condition, unmet } from './readiness';
import {
  AlreadyRegistered,
  AlreadySigned,
  ContentSigned,
  NotPublished,
  NotReady,
  NotYetSigned,
  ReasonMissing,
  SignedInFuture,
} from './refusals';

/** Once signed the content stays; once published only ending is left (design, section 5). */
export const DECLARATION_LIFECYCLE = lifecycle({
  draft: ['ready'],
  ready: ['draft', 'signed'],
  signed: ['registered'],
  registered: ['published'],
  published: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
});
export type DeclarationState = keyof typeof DECLARATION_LIFECYCLE;
export type DeclarationKind = 'first' | 'again';

/** Copied at signing: people and agencies change, the act stays as it was. */
export interface DeclarationSignature {
  signerId: string;
  signerName: string;
  signerPosition: string;
  signerFormula: string;
  contentHash: string;
  signedAt: Date;
}

export interface Registration {
  number: string;
  signedOn: LocalDate;
  today: LocalDate;
}

export interface DeclarationSnapshot {
  state: DeclarationState;
  kind: DeclarationKind;
  reason: string | null;
  number: string | null;
  signedOn: LocalDate | null;
  signature: DeclarationSignature | null;
  withdrawalReason: string | null;
}

/** Bản công bố HTQLCL: what the agency says of itself, signed by its head, numbered by văn thư, seen by everybody. */
export class Declaration {
  #state: DeclarationSnapshot;

  private constructor(state: DeclarationSnapshot) {
    this.#state = state;
  }

  /** @throws ReasonMissing */
  static draft({ kind, reason }: { kind: DeclarationKind; reason: string | null }): Declaration {
    assertReasoned(kind, reason);
    return new Declaration({
      state: 'draft',
      kind,
      reason,
      number: null,
      signedOn: null,
      signature: null,
      withdrawalReason: null,
    });
  }

  static restore(snapshot: DeclarationSnapshot): Declaration {
    return new Declaration(snapshot);
  }

  get snapshot(): DeclarationSnapshot {
    return this.#state;
  }

  /** Ready as long as no condition that must be met is unmet. */
  assess(conditions: readonly Condition[]): void {
    this.assertEditable();
    const next = unmet(conditions).length === 0 ? 'ready' : 'draft';
    if (next !== this.#state.state) this.#moveTo(next);
  }

  /** @throws ContentSigned, ReasonMissing */
  edit({ kind, reason }: { kind: DeclarationKind; reason: string | null }): void {
    this.assertEditable();
    assertReasoned(kind, reason);
    this.#state = { ...this.#state, kind, reason };
  }

  /** @throws AlreadySigned, NotReady */
  sign(signature: DeclarationSignature, conditions: readonly Condition[]): void {
    this.assertSignable(conditions);
    this.assess(conditions);
    this.#moveTo('signed', { signature });
  }

  /** Văn thư enters the number and the date of the paper; the product makes neither. @throws NotYetSigned, AlreadyRegistered, SignedInFuture */
  register({ number, signedOn, today }: Registration): void {
    this.assertRegistrable();
    if (signedOn > today) throw new SignedInFuture();
    this.#moveTo('registered', { number, signedOn });
  }

  publish(): void {
    this.#moveTo('published');
  }

  supersede(): void {
    this.#moveTo('superseded');
  }

  /** @throws NotPublished */
  withdraw(reason: string): void {
    this.assertWithdrawable();
    this.#moveTo('withdrawn', { withdrawalReason: reason });
  }

  /** @throws ContentSigned */
  assertEditable(): void {
    if (!this.#isOpen) throw new ContentSigned();
  }

  /** @throws AlreadySigned, NotReady */
  assertSignable(conditions: readonly Condition[]): void {
    if (!this.#isOpen) throw new AlreadySigned();
    const missing = unmet(conditions);
    if (missing.length > 0) throw new NotReady(missing);
  }

  /** @throws NotYetSigned, AlreadyRegistered */
  assertRegistrable(): void {
    if (this.#isOpen) throw new NotYetSigned();
    if (this.#state.state !== 'signed') throw new AlreadyRegistered();
  }

  /** @throws NotPublished */
  assertWithdrawable(): void {
    if (this.#state.state !== 'published') throw new NotPublished();
  }

  get #isOpen(): boolean {
    return this.#state.state === 'draft' || this.#state.state === 'ready';
  }

  #moveTo(state: DeclarationState, changes: Partial<DeclarationSnapshot> = {}): void {
    assertTransition('declaration', DECLARATION_LIFECYCLE, [this.#state.state, state]);
    this.#state = { ...this.#state, ...changes, state };
  }
}

function assertReasoned(kind: DeclarationKind, reason: string | null): void {
  if (kind === 'again' && reason === null) throw new ReasonMissing();
}
