/** What became of one try at a mail. */
export type TryOutcome = 'accepted' | 'refused' | 'refused-for-good' | 'unsure';

export type DispatchState = 'planned' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled';

export interface DispatchTries {
  /** Tries so far, this one included. */
  attempts: number;
  /** Tries before this one that may have been delivered. */
  unsureTries: number;
}

export interface DispatchChange {
  state: DispatchState;
  unsureTries: number;
  /** Seconds until the next try, or null when there is none. */
  retryAfter: number | null;
}

const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3600;
/** An unsure mail is tried once more: two mails at most, never three. */
const MOST_UNSURE_TRIES = 2;

/** Exactly once is not to be had with mail: certain refusals are tried freely, unsure ones once more. */
export function afterTry(outcome: TryOutcome, tries: DispatchTries): DispatchChange {
  if (outcome === 'accepted') return { state: 'sent', unsureTries: tries.unsureTries, retryAfter: null };
  return outcome === 'unsure' ? afterUnsure(tries) : afterRefusal(outcome === 'refused-for-good', tries);
}

function afterUnsure({ unsureTries }: DispatchTries): DispatchChange {
  const unsure = unsureTries + 1;
  const retryAfter = unsure < MOST_UNSURE_TRIES ? FIRST_PAUSE_SECONDS : null;
  return { state: 'uncertain', unsureTries: unsure, retryAfter };
}

/** The mark of an unsure try stays, whatever the next one brings. */
function afterRefusal(forGood: boolean, { attempts, unsureTries }: DispatchTries): DispatchChange {
  const ends = forGood || attempts >= MOST_ATTEMPTS;
  const marked = unsureTries > 0;
  if (!ends)
    return { state: marked ? 'uncertain' : 'planned', unsureTries, retryAfter: pauseAfter(attempts) };
  return {
    state: marked ? 'uncertain' : 'failed',
    unsureTries: marked ? MOST_UNSURE_TRIES : 0,
    retryAfter: null,
  };
}

function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}
