import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { MailStore } from './mail-store.mts';
import { listPage, mailPage, missingPage } from './pages.mts';

// A mail server for one machine: takes every mail, sends none on, shows them on a page. The embedded profile's only.

const HOST = '127.0.0.1';
const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const store = new MailStore(required('ISO_MAIL_FOLDER'));
await store.load();

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  size: LARGEST_MAIL_BYTES,
  logger: false,
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      store.keep(Buffer.concat(parts)).then(
        () => done(null),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    });
  },
});
smtp.on('error', (error) => console.error(error.message));

interface Answer {
  status?: number;
  type: string;
  body: string | Buffer;
}

const html = (body: string, status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body });
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

function messages(url: URL): Answer {
  const to = url.searchParams.get('to');
  return json(store.mails.filter((mail) => to === null || mail.to.includes(to)));
}

function message(path: string): Answer {
  const [, id = '', eml] = /^\/messages\/([0-9a-f-]+)(\.eml)?$/.exec(path) ?? [];
  const mail = store.find(id);
  if (!mail) return html(missingPage(), 404);
  return eml === undefined ? html(mailPage(mail)) : { type: 'message/rfc822', body: store.raw(mail) };
}

const PAGES: Record<string, (url: URL) => Answer> = {
  '/': () => html(listPage(store.mails)),
  '/health/ready': () => json({ status: 'ok', messages: store.mails.length }),
  '/api/messages': messages,
};

async function answer({ method, url: target = '/' }: IncomingMessage): Promise<Answer> {
  const url = new URL(target, 'http://localhost');
  if (method === 'DELETE' && url.pathname === '/api/messages') {
    await store.clear();
    return json({ messages: 0 });
  }
  if (method !== 'GET' && method !== 'HEAD') return json({ title: 'Method not allowed' }, 405);
  return PAGES[url.pathname]?.(url) ?? message(url.pathname);
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  answer(request).then(
    ({ status = 200, type, body }) => {
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:",
      });
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}

const web = createServer(serve);
web.listen(Number(required('ISO_MAIL_PORT')), HOST);
smtp.listen(Number(required('ISO_SMTP_PORT')), HOST);

for (const name of ['SIGTERM', 'SIGINT'] as const) {
  process.once(name, () => {
    smtp.close(() => {
      web.close(() => process.exit(0));
      web.closeAllConnections();
    });
  });
}
