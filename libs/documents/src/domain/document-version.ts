import { assertTransition, IllegalTransition, lifecycle, type PersonId } from '@app/kernel';

import {
  ChangeNoteMissing,
  ChangeReasonMissing,
  NotTheirDraft,
  NotTheirTurn,
  RenditionNotReady,
  SelfApproval,
  SignedOtherContent,
} from './refusals';

/** Scheduled, effective and superseded are computed from `validity` on a day; they are never stored (DI-04). */
export const VERSION_LIFECYCLE = lifecycle({
  draft: ['in-review'],
  'in-review': ['draft', 'approved'],
  approved: ['issued'],
  issued: ['withdrawn'],
  withdrawn: [],
});
export type VersionState = keyof typeof VERSION_LIFECYCLE;

export type StepKind = 'review' | 'approve';
export type StepState = 'waiting' | 'current' | 'done' | 'returned' | 'cancelled';

/** One station of the way, copied into the version when it is sent (RI-18). */
export interface RouteStep {
  id: string;
  round: number;
  stepNo: number;
  kind: StepKind;
  assigneeId: string;
  assigneeName: string;
  state: StepState;
  since: Date | null;
  decidedAt: Date | null;
  comment: string | null;
}

export interface VersionSnapshot {
  id: string;
  documentId: string;
  state: VersionState;
  issue: number;
  revision: number;
  drafterId: string;
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
  approvedAt: Date | null;
  steps: readonly RouteStep[];
}

/** What a rule needs to know of the person who acts. */
export interface Officer {
  personId: PersonId | null;
  isSecretary: boolean;
}

export interface SignatureFields {
  signerId: string;
  contentHash: string;
  signedAt: Date;
}

export interface Assignee {
  stepId: string;
  personId: string;
  name: string;
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

  get currentStep(): RouteStep | null {
    return this.#state.steps.find(({ state }) => state === 'current') ?? null;
  }

  /** @throws NotTheirDraft, IllegalTransition */
  assertEditable(officer: Officer): void {
    if (this.#state.state !== 'draft') {
      throw new IllegalTransition('document version', this.#state.state, 'draft');
    }
    if (!this.#mayWorkOnDraft(officer)) throw new NotTheirDraft();
  }

  /** @throws NotTheirDraft, IllegalTransition, RenditionNotReady, ChangeNoteMissing (DI-06) */
  assertSubmittable(officer: Officer): void {
    assertTransition('document version', VERSION_LIFECYCLE, [this.#state.state, 'in-review']);
    if (!this.#mayWorkOnDraft(officer)) throw new NotTheirDraft();
    if (this.#state.renditionState !== 'ready') throw new RenditionNotReady();
    const { hasPredecessor, changeNote, changeClass, changeExplained } = this.#state;
    if (hasPredecessor && (changeNote === null || changeClass === null)) throw new ChangeNoteMissing();
    if (hasPredecessor && changeExplained === false) throw new ChangeReasonMissing();
  }

  /** Sends the version on its way: review, then approval. The route is fixed from here on. */
  submit(
    officer: Officer,
    way: { reviewer: Assignee; approver: Assignee; at: Date; metadataHash: string },
  ): void {
    this.assertSubmittable(officer);
    if (way.approver.personId === this.#state.drafterId) throw new SelfApproval();
    const round = this.#state.reviewRound + 1;
    const step = (stepNo: number, kind: StepKind, { stepId, personId, name }: Assignee): RouteStep => ({
      id: stepId,
      round,
      stepNo,
      kind,
      assigneeId: personId,
      assigneeName: name,
      state: stepNo === 1 ? 'current' : 'waiting',
      since: stepNo === 1 ? way.at : null,
      decidedAt: null,
      comment: null,
    });
    this.#moveTo('in-review', {
      reviewRound: round,
      submittedAt: way.at,
      returnedAt: null,
      metadataHash: way.metadataHash,
      steps: [...this.#state.steps, step(1, 'review', way.reviewer), step(2, 'approve', way.approver)],
    });
    this.#facts.push({ name: 'documents.version-submitted.v1', payload: { versionId: this.#state.id } });
  }

  /** @throws IllegalTransition, NotTheirTurn, SelfApproval */
  assertDecidable(kind: StepKind, officer: Officer): RouteStep {
    this.#assertArrow('approved');
    const step = this.currentStep;
    if (step?.kind !== kind || step.assigneeId !== officer.personId) throw new NotTheirTurn();
    if (kind === 'approve' && officer.personId === this.#state.drafterId) throw new SelfApproval();
    return step;
  }

  /** Suitable and adequate (7.5.2 c): the reviewer signs the content that lies before them. */
  review(officer: Officer, signature: SignatureFields, comment: string | null): RouteStep {
    const step = this.assertDecidable('review', officer);
    this.#assertSameContent(signature);
    const next = this.#state.steps.find(({ round, state }) => round === step.round && state === 'waiting');
    this.#state = {
      ...this.#state,
      steps: this.#state.steps.map((known) => {
        if (known.id === step.id) return { ...known, state: 'done', decidedAt: signature.signedAt, comment };
        return known.id === next?.id ? { ...known, state: 'current', since: signature.signedAt } : known;
      }),
    };
    return step;
  }

  /** Approval is a second person's act: our way to meet ISO 9001:2015, 7.5.2 c. The drafter is a field, not the uploader. */
  approve(officer: Officer, signature: SignatureFields): RouteStep {
    const step = this.assertDecidable('approve', officer);
    this.#assertSameContent(signature);
    this.#moveTo('approved', {
      approvedAt: signature.signedAt,
      steps: this.#state.steps.map((known) =>
        known.id === step.id ? { ...known, state: 'done', decidedAt: signature.signedAt } : known,
      ),
    });
    this.#facts.push({ name: 'documents.version-approved.v1', payload: { versionId: this.#state.id } });
    return step;
  }

  /** @throws IllegalTransition, NotTheirTurn */
  assertReturnable(officer: Officer): RouteStep {
    this.#assertArrow('draft');
    const step = this.currentStep;
    if (step?.assigneeId !== officer.personId) throw new NotTheirTurn();
    return step;
  }

  /** Back to the drafter, with the reason; what was signed in this round counts no more. */
  return(officer: Officer, { reason, at }: { reason: string; at: Date }): void {
    const step = this.assertReturnable(officer);
    this.#moveTo('draft', {
      returnedAt: at,
      submittedAt: null,
      metadataHash: null,
      steps: this.#state.steps.map((known) => {
        if (known.id === step.id) return { ...known, state: 'returned', decidedAt: at, comment: reason };
        return known.state === 'waiting' ? { ...known, state: 'cancelled', decidedAt: at } : known;
      }),
    });
    this.#facts.push({ name: 'documents.version-returned.v1', payload: { versionId: this.#state.id } });
  }

  /** Hands over what happened since the last call; the repository announces it. */
  releaseFacts(): DocumentFact[] {
    return this.#facts.splice(0);
  }

  #mayWorkOnDraft({ personId, isSecretary }: Officer): boolean {
    return isSecretary || personId === this.#state.drafterId || personId === this.#state.uploaderId;
  }

  #assertSameContent({ contentHash }: SignatureFields): void {
    if (contentHash !== this.#state.renditionSha256) throw new SignedOtherContent();
  }

  #assertArrow(to: VersionState): void {
    assertTransition('document version', VERSION_LIFECYCLE, [this.#state.state, to]);
  }

  #moveTo(state: VersionState, changes: Partial<VersionSnapshot> = {}): void {
    this.#assertArrow(state);
    this.#state = { ...this.#state, ...changes, state };
  }
}
