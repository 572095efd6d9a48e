import { createHash } from 'node:crypto';

import { parseFeed } from '@rowanmanning/feed-parser';
import { decode } from 'html-entities';

import { type Notice } from '../../domain/intake/notice';
import { LONGEST_TEXT } from '../../domain/intake/intake';
import { SourceUnreadable } from '../../domain/intake/refusals';

type Feed = ReturnType<typeof parseFeed>;
type FeedItem = Feed['items'][number];

const MOST_ITEMS = 500;
/** A feed needs no document type; one that declares entities wants to grow in the reader's memory. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;
/** RFC 6721: the source says which of its items are gone. */
const DELETED = /<(?:[\w-]+:)?deleted-entry\b[^>]*\sref=(?:"([^"]*)"|'([^']*)')/gi;
const TAKEN_BACK = /^\s*[[(]?\s*(?:đã\s+)?(?:thu\s+hồi|rút\s+lại|withdrawn|retracted)/iu;
const BLOCK_ENDS = /<(?:br|hr)\s*\/?>|<\/(?:p|div|li|tr|h\d|table|ul|ol|blockquote|td)\s*>/gi;

/** The items of an RSS or Atom feed. @throws SourceUnreadable */
export function feedNotices(xml: string): Notice[] {
  if (DECLARES.test(xml)) throw new SourceUnreadable('not-a-feed');
  const { items } = parsed(xml);
  if (items.length > MOST_ITEMS) throw new SourceUnreadable('too-many-items', { most: MOST_ITEMS });
  const gone = [...xml.matchAll(DELETED)].map((match) => tombstone(decode(match[1] ?? match[2] ?? '')));
  return oncePerKey([...items.map(noticeOf), ...gone]);
}

function parsed(xml: string): Feed {
  try {
    return parseFeed(xml);
  } catch {
    throw new SourceUnreadable('not-a-feed');
  }
}

function noticeOf(item: FeedItem): Notice {
  const title = words(item.title ?? '').replace(/\s+/gu, ' ');
  const text = words(item.content ?? item.description ?? '').slice(0, LONGEST_TEXT);
  const taken = [title, ...item.categories.map(({ term, label }) => label ?? term)];
  return {
    key: (item.id ?? item.url ?? digest(title + text)).slice(0, 500),
    title: title === '' ? text.slice(0, 120) : title,
    link: webLink(item.url),
    publishedOn: item.published === null ? null : dayOf(item.published),
    text,
    isWithdrawn: taken.some((said) => TAKEN_BACK.test(said)),
  };
}

function tombstone(key: string): Notice {
  return { key: key.slice(0, 500), title: '', link: null, publishedOn: null, text: '', isWithdrawn: true };
}

/** An item that stands there twice is one; one that is gone as well is gone. */
function oncePerKey(notices: readonly Notice[]): Notice[] {
  const kept = new Map<string, Notice>();
  for (const notice of notices) {
    const before = kept.get(notice.key);
    if (before === undefined || (notice.isWithdrawn && !before.isWithdrawn)) kept.set(notice.key, notice);
  }
  return [...kept.values()];
}

/** Plain words of what may be HTML, one line per paragraph. */
function words(html: string): string {
  const text = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(BLOCK_ENDS, '\n')
    .replace(/<[^>]*>/g, ' ');
  return decode(text)
    .normalize('NFC')
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

function webLink(url: string | null): string | null {
  const link = url === null ? null : URL.parse(url);
  return link !== null && ['http:', 'https:'].includes(link.protocol) ? link.href.slice(0, 2000) : null;
}

/** The day in Viet Nam. */
function dayOf(at: Date): string | null {
  return Number.isNaN(at.getTime())
    ? null
    : new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Tells whether the words of an item have changed. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
