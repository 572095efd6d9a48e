/** One line of a mail: what, and where to read it. Content stays in the application. */
export interface MailLine {
  title: string;
  link: string | null;
  /** Deadline, when there is one. */
  dueOn?: string | null;
  /** False = good to know only. */
  duty?: boolean;
}

export interface MailText {
  subject: string;
  html: string;
  text: string;
  /** Where to stop such mails; null when one of its lines is a duty. */
  unsubscribe: string | null;
}

interface MailContent {
  kind: 'digest' | 'urgent';
  agencyName: string;
  /** Address of the staff app, without a slash at the end. */
  publicUrl: string;
  lines: readonly MailLine[];
  /** The day on which it leaves, `yyyy-mm-dd`: what is overdue stands first. */
  today?: string;
}

const MOST_LINES = 100;
const CLOSING =
  'Thư tự động, mở liên kết để xem nội dung. This is an automatic mail; open a link to read more.';
const SETTINGS = '/account';

interface Section {
  heading: string;
  lines: readonly { title: string; url: string }[];
}

/**
 * A list of links in Vietnamese, English second. What is overdue stands first, then deadlines, then the rest; the same
 * title and link stand once, however often they were due.
 */
export function mailText({ kind, agencyName, publicUrl, lines, today = '' }: MailContent): MailText {
  const once = [...new Map(lines.map((line) => [`${line.title}\n${line.link ?? ''}`, line])).values()];
  const sections = sectionsOf(once.slice(0, MOST_LINES), publicUrl, today);
  const more = once.length - MOST_LINES;
  const heading =
    kind === 'urgent'
      ? `${agencyName}: ${String(once.length)} việc cần xử lý ngay`
      : `${agencyName}: ${String(once.length)} việc cần biết hôm nay`;
  const moreText =
    more > 0 ? `… và ${String(more)} việc khác (and ${String(more)} more): ${publicUrl}` : null;
  return {
    subject: `ISO điện tử – ${heading}`,
    text: plainOf(heading, sections, moreText),
    html: htmlOf(heading, sections, moreText),
    unsubscribe: lines.every(({ duty }) => duty === false) ? `${publicUrl}${SETTINGS}` : null,
  };
}

function sectionsOf(lines: readonly MailLine[], publicUrl: string, today: string): Section[] {
  const place = ({ dueOn, duty }: MailLine): number => {
    if (duty === false) return 3;
    if (dueOn === null || dueOn === undefined) return 2;
    return dueOn < today ? 0 : 1;
  };
  return ['Quá hạn', 'Có thời hạn', 'Việc và thông báo', 'Để biết'].flatMap((heading, at) => {
    const own = lines.filter((line) => place(line) === at);
    if (own.length === 0) return [];
    return [{ heading, lines: own.map(({ title, link }) => ({ title, url: `${publicUrl}${link ?? '/'}` })) }];
  });
}

function plainOf(heading: string, sections: readonly Section[], more: string | null): string {
  return [
    heading,
    ...sections.flatMap((section) => [
      '',
      `${section.heading.toLocaleUpperCase('vi')} (${String(section.lines.length)})`,
      ...section.lines.map(({ title, url }) => `- ${title}\n  ${url}`),
    ]),
    ...(more === null ? [] : [more]),
    '',
    CLOSING,
  ].join('\n');
}

/** Headings and lists for those who hear a mail, colours that a dark mail program may turn round, no picture at all. */
function htmlOf(heading: string, sections: readonly Section[], more: string | null): string {
  return [
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(heading)}</title></head>`,
    '<body style="margin:0;padding:16px;font-family:sans-serif;font-size:15px;line-height:1.6">',
    `<div role="article" lang="vi" style="max-width:640px"><h1 style="font-size:18px;margin:0 0 8px">${escapeHtml(heading)}</h1>`,
    ...sections.flatMap((section) => [
      `<h2 style="font-size:15px;margin:16px 0 4px">${escapeHtml(section.heading)} (${String(section.lines.length)})</h2>`,
      '<ul style="margin:0;padding-left:20px">',
      ...section.lines.map(
        ({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`,
      ),
      '</ul>',
    ]),
    ...(more === null ? [] : [`<p>${escapeHtml(more)}</p>`]),
    `<p style="font-size:13px;margin-top:16px">${escapeHtml(CLOSING)}</p></div></body></html>`,
  ].join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
