import { KeptByOwner } from './adoption/refusals';
import { type DocumentVersion, type Officer, type RouteStep, type VersionState } from './document-version';
import { ClassNotConfirmable, DraftExists, NothingToCopy, SelfApproval } from './refusals';

/** Controlled copies are made of what is or was issued; a draft is read on the screen. @throws NothingToCopy */
export function assertCopyable(state: VersionState, rendition: 'waiting' | 'ready' | 'failed'): void {
  if ((state !== 'issued' && state !== 'withdrawn') || rendition !== 'ready') throw new NothingToCopy();
}

/** DI-05: a document has one version under way at a time, made where its owner is (OF-06). @throws DraftExists, KeptByOwner */
export function assertNewVersionPossible(underWayVersionId: string | null, isKeptByOwner: boolean): void {
  if (isKeptByOwner) throw new KeptByOwner();
  if (underWayVersionId !== null) throw new DraftExists();
}

/**
 * R7: who approves says how much a version changes, from its review until it is issued; never the drafter.
 * @throws ClassNotConfirmable, SelfApproval
 */
export function assertClassConfirmable(
  { state, hasPredecessor, drafterId }: { state: VersionState; hasPredecessor: boolean; drafterId: string },
  { personId }: Officer,
): void {
  if ((state !== 'in-review' && state !== 'approved') || !hasPredecessor) throw new ClassNotConfirmable();
  if (drafterId === personId) throw new SelfApproval();
}

/** Kiểm tra ISO or thể thức, whichever waits for this person. @throws NotTheirTurn, IllegalTransition */
export function assertCheckable(version: DocumentVersion, officer: Officer): RouteStep {
  const isForm = version.currentStep?.kind === 'form-check';
  return version.assertDecidable(isForm ? 'form-check' : 'iso-check', officer);
}
