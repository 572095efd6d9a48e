import { assertTransition, IllegalTransition, lifecycle } from '@app/kernel';

import {
  AlreadySigned,
  ChangeNoteMissing,
  ChangeReasonMissing,
  DraftingConfirmed,
  DraftingNotConfirmed,
  NotTheDrafter,
  NotTheirDraft,
  NotTheirTurn,
  RenditionNotReady,
  SelfApproval,
  SignedOtherContent,
  StepNotOpen,
} from './refusals';
import {
  type Assignee,
  called,
  completed,
  givenBack,
  handedOver,
  isOpen,
  layOut,
  type Officer,
  type RouteStep,
  type SignatureFields,
  type StepKind,
  type Submission,
  takerOf,
} from './way';

export { type Officer, type RouteStep, type SignatureFields, type StepKind } from './way';

/** Scheduled, effective and superseded are computed from `validity` on a day; they are never stored (DI-04). */
export const VERSION_LIFECYCLE = lifecycle({
  draft: ['in-review'],
  'in-review': ['draft', 'approved'],
  approved: ['issued'],
  issued: ['withdrawn'],
  withdrawn: [],
});
export type VersionState = keyof typeof VERSION_LIFECYCLE;

/** How the named drafter has confirmed a draft that somebody else entered for them (OF-05). */
export type DraftingWord = 'self' | 'app' | 'paper';

export interface VersionSnapshot {
  id: string;
  documentId: string;
  state: VersionState;
  issue: number;
  revision: number;
  drafterId: string;
  /** All accounts of the drafter: a second one is no second person (R3). */
  drafterAccounts: readonly string[];
  draftingConfirmed: DraftingWord | null;
  uploaderId: string;
  changeNote: string | null;
  changeClass: string | null;
  /** Whether an earlier version of the document exists. */
  hasPredecessor: boolean;
  /** Whether reason, place and legal basis of the change are said (DI-06). */
  changeExplained?: boolean;
  renditionState: 'waiting' | 'ready' | 'failed';
  renditionSha256: string | null;
  metadataHash: string | null;
  reviewRound: number;
  returnedAt: Date | null;
  submittedAt: Date | null;
  /** Whoever pressed Trình: not always the drafter (trình thay, OF-08). */
  submittedById: string | null;
  submittedByName: string | null;
  approvedAt: Date | null;
  steps: readonly RouteStep[];
}

export type DocumentFact =
  | { name: 'documents.version-submitted.v1'; payload: { versionId: string } }
  | { name: 'documents.version-returned.v1'; payload: { versionId: string } }
  | { name: 'documents.version-approved.v1'; payload: { versionId: string } };

export class DocumentVersion {
  readonly #facts: DocumentFact[] = [];
  #state: VersionSnapshot;

  private constructor(state: VersionSnapshot) {
    this.#state = state;
  }

  static restore(snapshot: VersionSnapshot): DocumentVersion {
    return new DocumentVersion(snapshot);
  }

  get snapshot(): VersionSnapshot {
    return this.#state;
  }

  /** The stations that wait now; several when people are asked at once. */
  get currentSteps(): RouteStep[] {
    return this.#state.steps.filter(({ state }) => state === 'current');
  }

  get currentStep(): RouteStep | null {
    return this.currentSteps[0] ?? null;
  }

  /** @throws NotTheirDraft, IllegalTransition */
  assertEditable(officer: Officer): void {
    if (this.#state.state !== 'draft') {
      throw new IllegalTransition('document version', this.#state.state, 'draft');
    }
    if (!this.#mayWorkOnDraft(officer)) throw new NotTheirDraft();
  }

  /** @throws NotTheirDraft, IllegalTransition, RenditionNotReady, ChangeNoteMissing (DI-06), DraftingNotConfirmed (OF-05) */
  assertSubmittable(officer: Officer): void {
    assertTransition('document version', VERSION_LIFECYCLE, [this.#state.state, 'in-review']);
    if (!this.#mayWorkOnDraft(officer)) throw new NotTheirDraft();
    if (this.#state.renditionState !== 'ready') throw new RenditionNotReady();
    const { hasPredecessor, changeNote, changeClass, changeExplained } = this.#state;
    if (hasPredecessor && (changeNote === null || changeClass === null)) throw new ChangeNoteMissing();
    if (hasPredecessor && changeExplained === false) throw new ChangeReasonMissing();
    if (this.#state.draftingConfirmed === null && officer.personId !== this.#state.drafterId)
      throw new DraftingNotConfirmed();
  }

  /** @throws IllegalTransition, DraftingConfirmed, NotTheirDraft */
  assertDraftingOpen(officer: Officer): void {
    if (this.#state.state !== 'draft') {
      throw new IllegalTransition('document version', this.#state.state, 'draft');
    }
    if (this.#state.draftingConfirmed !== null) throw new DraftingConfirmed();
    if (!this.#mayWorkOnDraft(officer)) throw new NotTheirDraft();
  }

  /** The named drafter says that the draft is theirs, or somebody holds their word on paper (OF-05). */
  confirmDrafting(officer: Officer, way: 'app' | 'paper'): void {
    this.assertDraftingOpen(officer);
    if (way === 'app' && officer.personId !== this.#state.drafterId) throw new NotTheDrafter();
    this.#state = { ...this.#state, draftingConfirmed: way };
  }

  /** Sends the version on its way. The route is fixed from here on, whatever becomes of its definition (RI-18). */
  submit(officer: Officer, { stages, at, metadataHash }: Submission): void {
    this.assertSubmittable(officer);
    const round = this.#state.reviewRound + 1;
    const steps = layOut(stages, { round, at });
    if (steps.some(({ kind, assigneeId }) => kind === 'approve' && this.#isDrafter(assigneeId)))
      throw new SelfApproval();
    this.#moveTo('in-review', {
      reviewRound: round,
      submittedAt: at,
      submittedById: officer.personId,
      submittedByName: officer.name ?? null,
      draftingConfirmed: this.#state.draftingConfirmed ?? 'app',
      returnedAt: null,
      metadataHash,
      steps: [...this.#state.steps, ...steps],
    });
    this.#facts.push({ name: 'documents.version-submitted.v1', payload: { versionId: this.#state.id } });
  }

  /** @throws IllegalTransition, NotTheirTurn, SelfApproval */
  assertDecidable(kind: StepKind, officer: Officer): RouteStep {
    this.#assertArrow('approved');
    const step = this.#stepOf(officer, kind);
    if (step === null) throw new NotTheirTurn();
    // The drafter never approves: not in a small office, not by delegation, not through another account (R3).
    if (kind === 'approve' && this.#isDrafter(officer.personId)) throw new SelfApproval();
    return step;
  }

  /** Suitable and adequate (7.5.2 c): the reviewer signs the content that lies before them. */
  review(officer: Officer, signature: SignatureFields, comment: string | null): RouteStep {
    return this.#pass(officer, 'review', { signature, comment });
  }

  /** Code, template and citations, or form: recorded, and not printed on the cover (OF-05). */
  check(
    officer: Officer,
    kind: 'iso-check' | 'form-check',
    { signature, comment }: { signature: SignatureFields; comment: string | null },
  ): RouteStep {
    return this.#pass(officer, kind, { signature, comment });
  }

  /** Approval is a second person's act: our way to meet ISO 9001:2015, 7.5.2 c. The drafter is a field, not the uploader. */
  approve(officer: Officer, signature: SignatureFields, comment: string | null = null): RouteStep {
    const step = this.#pass(officer, 'approve', { signature, comment });
    this.#moveTo('approved', { approvedAt: signature.signedAt });
    this.#facts.push({ name: 'documents.version-approved.v1', payload: { versionId: this.#state.id } });
    return step;
  }

  /** @throws IllegalTransition, NotTheirTurn */
  assertReturnable(officer: Officer): RouteStep {
    this.#assertArrow('draft');
    const step = this.#stepOf(officer);
    if (step === null) throw new NotTheirTurn();
    return step;
  }

  /** Back to the drafter, with the reason; what was signed in this round counts no more. */
  return(officer: Officer, { reason, at }: { reason: string; at: Date }): void {
    const step = this.assertReturnable(officer);
    this.#moveTo('draft', {
      returnedAt: at,
      submittedAt: null,
      metadataHash: null,
      steps: givenBack(this.#state.steps, step, { at, comment: reason, taker: takerOf(officer, step) }),
    });
    this.#facts.push({ name: 'documents.version-returned.v1', payload: { versionId: this.#state.id } });
  }

  /** @throws NotTheirDraft, IllegalTransition, AlreadySigned */
  assertRecallable(officer: Officer): void {
    this.#assertArrow('draft');
    if (!this.#mayWorkOnDraft(officer) && officer.personId !== this.#state.submittedById)
      throw new NotTheirDraft();
    if (this.#state.steps.some(({ round, state }) => round === this.#state.reviewRound && state === 'done'))
      throw new AlreadySigned();
  }

  /** Rút lại: whoever sent it takes it back while nobody has signed. */
  recall(officer: Officer, at: Date): void {
    this.assertRecallable(officer);
    this.#moveTo('draft', {
      submittedAt: null,
      metadataHash: null,
      steps: called(this.#state.steps, { round: this.#state.reviewRound, at }),
    });
  }

  /** A manager puts another person at a station that waits (R18). @throws IllegalTransition, StepNotOpen, SelfApproval */
  reassign(stepId: string, handing: { to: Assignee; reason: string; at: Date }): RouteStep {
    this.#assertArrow('approved');
    const step = this.#state.steps.find(({ id }) => id === stepId);
    if (step === undefined || !isOpen(step)) throw new StepNotOpen();
    if (step.kind === 'approve' && this.#isDrafter(handing.to.personId)) throw new SelfApproval();
    this.#state = { ...this.#state, steps: handedOver(this.#state.steps, step, handing) };
    return step;
  }

  /** Hands over what happened since the last call; the repository announces it. */
  releaseFacts(): DocumentFact[] {
    return this.#facts.splice(0);
  }

  #mayWorkOnDraft({ personId, isSecretary }: Officer): boolean {
    return isSecretary || personId === this.#state.drafterId || personId === this.#state.uploaderId;
  }

  #isDrafter(personId: string | null): boolean {
    return personId === this.#state.drafterId || this.#state.drafterAccounts.includes(personId ?? '');
  }

  /** One's own station first; then one of somebody for whom one stands in. */
  #stepOf({ personId, standsInFor = [] }: Officer, kind: StepKind | null = null): RouteStep | null {
    const waiting = this.currentSteps.filter((step) => kind === null || step.kind === kind);
    const covered = ({ assigneeId, kind: station }: RouteStep): boolean =>
      standsInFor.some(
        (mandate) =>
          mandate.personId === assigneeId &&
          (mandate.covers.length === 0 || mandate.covers.includes(station)),
      );
    return waiting.find(({ assigneeId }) => assigneeId === personId) ?? waiting.find(covered) ?? null;
  }

  #pass(
    officer: Officer,
    kind: StepKind,
    { signature, comment }: { signature: SignatureFields; comment: string | null },
  ): RouteStep {
    const step = this.assertDecidable(kind, officer);
    this.#assertSameContent(signature);
    const outcome = { at: signature.signedAt, comment, taker: takerOf(officer, step) };
    this.#state = { ...this.#state, steps: completed(this.#state.steps, step, outcome) };
    return step;
  }

  #assertSameContent({ contentHash, metadataHash = null }: SignatureFields): void {
    if (contentHash !== this.#state.renditionSha256) throw new SignedOtherContent();
    if (metadataHash !== null && metadataHash !== this.#state.metadataHash) throw new SignedOtherContent();
  }

  #assertArrow(to: VersionState): void {
    assertTransition('document version', VERSION_LIFECYCLE, [this.#state.state, to]);
  }

  #moveTo(state: VersionState, changes: Partial<VersionSnapshot> = {}): void {
    this.#assertArrow(state);
    this.#state = { ...this.#state, ...changes, state };
  }
}
