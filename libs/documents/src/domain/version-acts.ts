import { type VersionState } from './document-version';
import { DraftExists, NothingToCopy } from './refusals';

/** Controlled copies are made of what is or was issued; a draft is read on the screen. @throws NothingToCopy */
export function assertCopyable(state: VersionState, rendition: 'waiting' | 'ready' | 'failed'): void {
  if ((state !== 'issued' && state !== 'withdrawn') || rendition !== 'ready') throw new NothingToCopy();
}

/** DI-05: a document has one version under way at a time. @throws DraftExists */
export function assertNewVersionPossible(underWayVersionId: string | null): void {
  if (underWayVersionId !== null) throw new DraftExists();
}
