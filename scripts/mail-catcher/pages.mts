import { type CaughtMail } from './mail-store.mts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const TIME = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Asia/Ho_Chi_Minh',
});

const STYLE = `
:root { color-scheme: light dark; --line: #c5ccd6; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --line: #46505e; --link: #8ab8f0; } }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
a { color: var(--link); } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
iframe { width: 100%; height: 60vh; border: 1px solid var(--line); background: #fff; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

function row(mail: CaughtMail): string {
  return `<tr><td class="time"><time datetime="${mail.receivedAt}">${escape(TIME.format(new Date(mail.receivedAt)))}</time></td>
<td>${escape(mail.to.join(', '))}</td><td><a href="/messages/${mail.id}">${escape(mail.subject) || '(không có tiêu đề)'}</a></td></tr>`;
}

export function listPage(mails: readonly CaughtMail[]): string {
  const title = `Thư bắt được (${mails.length})`;
  const empty = '<p>Chưa có thư nào. Thư mà hệ thống gửi sẽ hiện ở đây, không đi ra ngoài.</p>';
  const table = `<table><caption>Mới nhất ở trên</caption><thead><tr><th scope="col">Thời điểm</th><th scope="col">Người nhận</th><th scope="col">Tiêu đề</th></tr></thead><tbody>${mails.map(row).join('')}</tbody></table>`;
  return page(title, `<h1>${title}</h1>${mails.length === 0 ? empty : table}`);
}

/** The HTML part comes from outside: it is shown in a frame without scripts, forms or network. */
export function mailPage(mail: CaughtMail): string {
  const fields = [
    ['Từ', mail.from],
    ['Đến', mail.to.join(', ')],
    ['Thời điểm', TIME.format(new Date(mail.receivedAt))],
    ['Message-ID', mail.messageId ?? ''],
  ].map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escape(value)}</dd>`);
  const html =
    mail.html === null
      ? ''
      : `<h2>Dạng HTML</h2><iframe sandbox title="Nội dung thư" srcdoc="${escape(mail.html)}"></iframe>`;
  return page(
    mail.subject,
    `<p><a href="/">← Tất cả thư</a></p><h1>${escape(mail.subject)}</h1><dl>${fields.join('')}</dl>
<pre>${escape(mail.text)}</pre>${html}<p><a href="/messages/${mail.id}.eml">Tải thư gốc (.eml)</a></p>`,
  );
}

export function missingPage(): string {
  return page('Không tìm thấy', '<h1>Không tìm thấy</h1><p><a href="/">Tất cả thư</a></p>');
}
