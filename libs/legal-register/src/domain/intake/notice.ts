/** One item of a source, as it stands there today. */
export interface Notice {
  /** The source's own name of the item. */
  readonly key: string;
  readonly title: string;
  readonly link: string | null;
  readonly publishedOn: string | null;
  readonly text: string;
  /** The source has taken it back. */
  readonly isWithdrawn: boolean;
}

/** What is remembered of an item that was seen before. */
export interface SeenNotice {
  readonly contentHash: string;
  readonly isWithdrawn: boolean;
  /** The proposal made of it; null when it was withdrawn before it ever came. */
  readonly intake: { readonly id: string; readonly isOpen: boolean } | null;
}

export type NoticeVerdict =
  /** Nothing is new. */
  | 'none'
  /** A new proposal. */
  | 'propose'
  /** Another notice of a text that waits already, from elsewhere or under another name. */
  | 'join'
  /** The words have changed while nobody has decided: read again. */
  | 'read-again'
  /** The words have changed after somebody decided: they are told. */
  | 'tell'
  /** Taken back: the proposal says so. */
  | 'withdraw'
  /** Taken back before it ever came: remembered, so that it makes no proposal later. */
  | 'remember';

/**
 * What follows from one item. It depends on what was seen of the same item, and on whether the same text waits already;
 * not on the order of the items in the source.
 */
export function judge(
  notice: Pick<Notice, 'isWithdrawn'> & { contentHash: string },
  { seen, hasTwin }: { seen: SeenNotice | null; hasTwin: boolean },
): NoticeVerdict {
  if (seen === null) return judgeNew(notice.isWithdrawn, hasTwin);
  // What was taken back does not come back by itself: feeds go on showing it for days.
  if (seen.isWithdrawn) return 'none';
  if (notice.isWithdrawn) return 'withdraw';
  if (seen.contentHash === notice.contentHash || seen.intake === null) return 'none';
  return seen.intake.isOpen ? 'read-again' : 'tell';
}

function judgeNew(isWithdrawn: boolean, hasTwin: boolean): NoticeVerdict {
  if (isWithdrawn) return 'remember';
  return hasTwin ? 'join' : 'propose';
}
