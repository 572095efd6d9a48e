import { assertTransition, foldVietnamese, lifecycle } from '@app/kernel';

import { type ScanFindings } from './page-code';
import {
  ApprovalFileClosed,
  ApprovalFileRefused,
  ComparisonReasonNeeded,
  PaperFactsMissing,
  SecondPersonNeeded,
  SignerNameDiffers,
} from './refusals';

export const APPROVAL_FILE_LIFECYCLE = lifecycle({
  received: ['checked', 'refused'],
  checked: ['approved', 'refused'],
  refused: [],
  approved: [],
});
export type ApprovalFileState = keyof typeof APPROVAL_FILE_LIFECYCLE;
export type OutsideWay = 'outside' | 'paper';

/** What the rules need of the check of a signed PDF; the rest of it is shown, not judged again. */
export interface SignedFindings {
  readonly verdict: string;
  readonly signatures: readonly { readonly kind: string; readonly signerName: string | null }[];
}

export interface ApprovalPart {
  fileName: string;
  sha256: string;
  size: number;
}

export interface PaperFacts {
  signers: readonly string[];
  signedOn: string | null;
  originalPlace: string | null;
}

export interface ApprovalFileSnapshot extends PaperFacts {
  id: string;
  versionId: string;
  stepId: string;
  way: OutsideWay;
  state: ApprovalFileState;
  parts: readonly ApprovalPart[];
  contentHash: string;
  sha256: string | null;
  size: number | null;
  uploaderId: string;
  report: SignedFindings | ScanFindings | null;
  problem: string | null;
  refusalReason: string | null;
  confirmationNote: string | null;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
}

/** Why a signed PDF does not count, in the order of what is found. */
export function problemOf(verdict: string): string | null {
  return verdict === 'valid' ? null : `documents.signature-${verdict}`;
}

/** @throws PaperFactsMissing */
export function assertPaperFacts(way: OutsideWay, { signers, signedOn, originalPlace }: PaperFacts): void {
  if (way === 'paper' && (signers.length === 0 || signedOn === null || originalPlace === null))
    throw new PaperFactsMissing();
}

interface Decider {
  id: string;
  name: string;
}

/** A file that carries an approval given outside the product, from receipt to its use or refusal. */
export class ApprovalFile {
  #state: ApprovalFileSnapshot;

  private constructor(state: ApprovalFileSnapshot) {
    this.#state = state;
  }

  static restore(snapshot: ApprovalFileSnapshot): ApprovalFile {
    return new ApprovalFile(snapshot);
  }

  get snapshot(): ApprovalFileSnapshot {
    return this.#state;
  }

  get scan(): ScanFindings | null {
    return this.#state.way === 'paper' ? (this.#state.report as ScanFindings | null) : null;
  }

  get signed(): SignedFindings | null {
    return this.#state.way === 'outside' ? (this.#state.report as SignedFindings | null) : null;
  }

  /** @throws ApprovalFileRefused, ApprovalFileClosed */
  assertChecked(way: OutsideWay): void {
    const { state, problem } = this.#state;
    if (state === 'refused' && problem !== null) throw new ApprovalFileRefused(problem);
    if (state !== 'checked' || this.#state.way !== way) throw new ApprovalFileClosed();
  }

  /** Whether the certificate of a signature names the person whose turn it is. */
  names(person: string): boolean {
    const wanted = foldVietnamese(person);
    return (this.signed?.signatures ?? []).some(
      ({ kind, signerName }) =>
        kind === 'person' && signerName !== null && foldVietnamese(signerName) === wanted,
    );
  }

  /** The signature speaks for itself; where it names somebody else, whoever records it says why it counts. @throws SignerNameDiffers */
  record(
    by: Decider,
    { at, note, assigneeName }: { at: Date; note: string | null; assigneeName: string },
  ): void {
    this.assertChecked('outside');
    if (!this.names(assigneeName) && note === null) throw new SignerNameDiffers();
    this.#decide(by, { at, note });
  }

  /** @throws SecondPersonNeeded, ApprovalFileRefused, ApprovalFileClosed */
  assertConfirmable(personId: string | null): void {
    this.assertChecked('paper');
    if (personId === this.#state.uploaderId) throw new SecondPersonNeeded();
  }

  /** Đã đối chiếu bản gốc: a second person has compared scan and paper. @throws SecondPersonNeeded, ComparisonReasonNeeded */
  confirm(by: Decider, { at, note }: { at: Date; note: string | null }): void {
    this.assertConfirmable(by.id);
    if (this.scan?.outcome !== 'matches' && note === null) throw new ComparisonReasonNeeded();
    this.#decide(by, { at, note });
  }

  /** The scan is not what the original is, or is not to be used. */
  refuse(by: Decider, { at, reason }: { at: Date; reason: string }): void {
    if (this.#state.state !== 'checked') throw new ApprovalFileClosed();
    this.#moveTo('refused', {
      refusalReason: reason,
      decidedById: by.id,
      decidedByName: by.name,
      decidedAt: at,
    });
  }

  #decide({ id, name }: Decider, { at, note }: { at: Date; note: string | null }): void {
    this.#moveTo('approved', {
      decidedById: id,
      decidedByName: name,
      decidedAt: at,
      confirmationNote: note,
    });
  }

  #moveTo(state: ApprovalFileState, changes: Partial<ApprovalFileSnapshot>): void {
    assertTransition('approval file', APPROVAL_FILE_LIFECYCLE, [this.#state.state, state]);
    this.#state = { ...this.#state, ...changes, state };
  }
}
