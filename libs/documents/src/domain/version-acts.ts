import { KeptByOwner } from './adoption/refusals';
import { type VersionState } from './document-version';
import { DraftExists, NothingToCopy } from './refusals';

/** Controlled copies are made of what is or was issued; a draft is read on the screen. @throws NothingToCopy */
export function assertCopyable(state: VersionState, rendition: 'waiting' | 'ready' | 'failed'): void {
  if ((state !== 'issued' && state !== 'withdrawn') || rendition !== 'ready') throw new NothingToCopy();
}

/** DI-05: a document has one version under way at a time, made where its owner is (OF-06). @throws DraftExists, KeptByOwner */
export function assertNewVersionPossible(underWayVersionId: string | null, isKeptByOwner: boolean): void {
  if (isKeptByOwner) throw new KeptByOwner();
  if (underWayVersionId !== null) throw new DraftExists();
}
