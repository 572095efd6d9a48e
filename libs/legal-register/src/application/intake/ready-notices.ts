import { identityOf } from '../../domain/intake/intake';
import { type Notice } from '../../domain/intake/notice';
import { readNotice } from '../../domain/intake/read-notice';
import { type NewIntake } from '../../persistence/intake/intakes.repository';
import { digest, feedNotices } from './feed-notices';

/** An item with all that its judgement rests on; made before any transaction is open. */
export interface ReadyNotice extends Notice {
  contentHash: string;
  identityKey: string | null;
  /** The file that it is, of a watched folder. */
  file: NewIntake['file'];
}

/** The items of a feed; `prefix` keeps those of several feeds in one folder apart. @throws SourceUnreadable */
export function readyNotices(xml: string, prefix = ''): ReadyNotice[] {
  return feedNotices(xml).map((notice) => ({
    ...notice,
    key: prefix + notice.key,
    contentHash: digest(`${notice.title}\n${notice.text}`),
    identityKey: notice.isWithdrawn ? null : identityIn(notice),
    file: null,
  }));
}

/** What a notice says that it is, when it says all of it. */
function identityIn({ title, text }: Pick<Notice, 'title' | 'text'>): string | null {
  try {
    return identityOf(readNotice(title, text));
  } catch {
    // Words that a rule stumbles over are a proposal like any other; a person reads them.
    return null;
  }
}
