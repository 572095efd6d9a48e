import { addDays, type LocalDate } from '@app/kernel';

/** One piece of work with a deadline: a title and a link, no content. */
export interface CalendarEntry {
  id: string;
  title: string;
  link: string;
  dueOn: LocalDate;
  openedAt: Date;
}

interface FeedHead {
  name: string;
  /** Address of the staff app, without a slash at the end. */
  publicUrl: string;
}

const LONGEST_LINE = 75;

/** RFC 5545: all-day entries that block no time. The same entries give the same bytes. */
export function icalendarOf({ name, publicUrl }: FeedHead, entries: readonly CalendarEntry[]): string {
  const host = new URL(publicUrl).hostname;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ISO dien tu//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(({ id, title, link, dueOn, openedAt }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${host}`,
      `DTSTAMP:${instant(openedAt)}`,
      `DTSTART;VALUE=DATE:${day(dueOn)}`,
      `DTEND;VALUE=DATE:${day(addDays(dueOn, 1))}`,
      `SUMMARY:${escape(title)}`,
      `URL:${publicUrl}${link}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

function day(date: LocalDate): string {
  return date.replaceAll('-', '');
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Lines of at most 75 octets, never cut within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    const limit = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1;
    if (Buffer.byteLength(part + character) > limit) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
