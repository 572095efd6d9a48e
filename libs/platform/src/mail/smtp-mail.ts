import { Readable } from 'node:stream';

import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

import { type MailSettings } from '../config';
import { type Mail, MailPort, MailRefused, MailUncertain } from './mail-port';

const TIMEOUT_MS = 10_000;
const SECURE_PORT = 465;
const PLAIN_PORT = 25;

/** SMTP by nodemailer. One connection per mail: so it is always known what a broken one was doing. */
export class SmtpMail extends MailPort {
  readonly #url: URL;
  readonly #from: string;
  readonly #domain: string;

  constructor({ smtpUrl, from }: MailSettings) {
    super();
    this.#url = new URL(smtpUrl);
    this.#from = from;
    this.#domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'iso-dien-tu.local';
  }

  override async send(mail: Mail): Promise<void> {
    const text = await this.#compose(mail);
    const connection = this.#connect();
    try {
      await until((done) => {
        connection.once('error', done);
        connection.connect(done);
      });
      await this.#signIn(connection);
    } catch (error) {
      connection.close();
      throw refused(error);
    }
    await this.#hand(connection, mail.to, text);
  }

  async #hand(connection: SMTPConnection, to: string, text: Buffer): Promise<void> {
    const body = new Body(text);
    try {
      await until((done) => {
        connection.once('error', done);
        connection.send({ from: addressOf(this.#from), to: [to] }, body, done);
      });
      connection.quit();
    } catch (error) {
      connection.close();
      // A reply of the server settles it; silence after the text began to leave does not.
      if (body.hasLeft && responseCodeOf(error) === null) throw new MailUncertain(messageOf(error));
      throw refused(error);
    }
  }

  #compose({ messageId, to, subject, html, text, unsubscribe }: Mail): Promise<Buffer> {
    return new MailComposer({
      from: this.#from,
      to,
      subject,
      html,
      text,
      messageId: `<${messageId}@${this.#domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(typeof unsubscribe === 'string' ? { 'List-Unsubscribe': `<${unsubscribe}>` } : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
  }

  #connect(): SMTPConnection {
    const secure = this.#url.protocol === 'smtps:';
    const port = this.#url.port === '' ? (secure ? SECURE_PORT : PLAIN_PORT) : Number(this.#url.port);
    const connection = new SMTPConnection({
      host: this.#url.hostname,
      port,
      secure,
      name: this.#domain,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      dnsTimeout: TIMEOUT_MS,
      logger: false,
    });
    // Late errors of a connection whose outcome is known already must not end the process.
    connection.on('error', () => undefined);
    return connection;
  }

  async #signIn(connection: SMTPConnection): Promise<void> {
    if (this.#url.username === '') return;
    const credentials = {
      user: decodeURIComponent(this.#url.username),
      pass: decodeURIComponent(this.#url.password),
    };
    await until((done) => {
      connection.login({ credentials }, done);
    });
  }
}

/** Is read only after the server said 354, so reading it means that the text begins to leave. */
class Body extends Readable {
  hasLeft = false;

  constructor(private readonly text: Buffer) {
    super();
  }

  override _read(): void {
    this.hasLeft = true;
    this.push(this.text);
    this.push(null);
  }
}

function until(start: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error(messageOf(error), { cause: error }));
    });
  });
}

function refused(error: unknown): MailRefused {
  const code = responseCodeOf(error);
  return new MailRefused(messageOf(error), code !== null && code >= 500);
}

function responseCodeOf(error: unknown): number | null {
  const { responseCode } = error as { responseCode?: unknown };
  return typeof responseCode === 'number' ? responseCode : null;
}

function messageOf(error: unknown): string {
  const { message } = error as { message?: unknown };
  return typeof message === 'string' ? message : String(error);
}

/** `ISO điện tử <iso@x.vn>` → `iso@x.vn`. */
function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}
