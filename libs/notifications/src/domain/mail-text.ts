/** One line of a mail: what, and where to read it. Content stays in the application. */
export interface MailLine {
  title: string;
  link: string | null;
}

export interface MailText {
  subject: string;
  html: string;
  text: string;
}

interface MailContent {
  kind: 'digest' | 'urgent';
  agencyName: string;
  /** Address of the staff app, without a slash at the end. */
  publicUrl: string;
  lines: readonly MailLine[];
}

const MOST_LINES = 100;

/** A list of links in Vietnamese, English second. The same title and link stand once, however often they were due. */
export function mailText({ kind, agencyName, publicUrl, lines }: MailContent): MailText {
  const once = [...new Map(lines.map((line) => [`${line.title}\n${line.link ?? ''}`, line])).values()];
  const shown = once
    .slice(0, MOST_LINES)
    .map(({ title, link }) => ({ title, url: `${publicUrl}${link ?? '/'}` }));
  const more = once.length - shown.length;
  const heading =
    kind === 'urgent'
      ? `${agencyName}: ${String(once.length)} việc cần xử lý ngay`
      : `${agencyName}: ${String(once.length)} việc cần biết hôm nay`;
  const moreText =
    more > 0 ? [`… và ${String(more)} việc khác (and ${String(more)} more): ${publicUrl}`] : [];
  const closing =
    'Thư tự động, mở liên kết để xem nội dung. This is an automatic mail; open a link to read more.';
  return {
    subject: `ISO điện tử – ${heading}`,
    text: [
      heading,
      '',
      ...shown.map(({ title, url }) => `- ${title}\n  ${url}`),
      ...moreText,
      '',
      closing,
    ].join('\n'),
    html: [
      '<!doctype html><html lang="vi"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.6">',
      `<h1 style="font-size:16px">${escapeHtml(heading)}</h1><ul>`,
      ...shown.map(({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`),
      ...moreText.map((text) => `<li>${escapeHtml(text)}</li>`),
      `</ul><p style="color:#555;font-size:13px">${escapeHtml(closing)}</p></body></html>`,
    ].join(''),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
