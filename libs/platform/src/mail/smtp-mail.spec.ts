import { type AddressInfo, connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type Mail, MailRefused, MailUncertain } from './mail-port';
import { SmtpMail } from './smtp-mail';

const MAIL: Mail = {
  messageId: '0190a000-0000-7000-8000-000000000001',
  to: 'hang.ntd@thanhhoa.gov.vn',
  subject: 'Việc cần làm hôm nay: Quy trình cấp bản sao Trích lục hộ tịch',
  html: '<p>Kính gửi <b>Nguyễn Thị Diễm Hằng</b></p>',
  text: 'Kính gửi Nguyễn Thị Diễm Hằng',
};

/** A mail server that does as a test wants. */
class Sink {
  readonly taken: string[] = [];
  #server: SMTPServer | null = null;

  /** Answers the port. */
  async start(behaviour: Partial<SMTPServerOptions> = {}): Promise<number> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, _session, done) => {
        void text(stream).then((taken) => {
          this.taken.push(taken);
          done(null);
        });
      },
      ...behaviour,
    });
    server.on('error', () => undefined);
    this.#server = server;
    return new Promise((resolve) => {
      const listener = server.listen(0, '127.0.0.1', () => {
        resolve((listener.address() as AddressInfo).port);
      });
    });
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}

const refusing = (responseCode: number): Error =>
  Object.assign(new Error('refused by the sink'), { responseCode });

describe('SmtpMail', () => {
  let sink: Sink;

  beforeEach(() => {
    sink = new Sink();
  });

  afterEach(() => sink.stop());

  const outcomeOf = (mail: SmtpMail): Promise<unknown> =>
    mail.send(MAIL).then(
      () => 'taken',
      (error: unknown) => error,
    );

  it('hands over a mail that is read back as it was written', async () => {
    const mail = mailTo(await sink.start());

    await mail.send(MAIL);

    const read = await simpleParser(sink.taken[0] ?? '');
    expect(read).toMatchObject({
      subject: MAIL.subject,
      text: expect.stringContaining(MAIL.text) as unknown,
    });
    expect(read.html).toContain(MAIL.html);
    expect(read.from?.value).toEqual([{ address: 'iso@thanhhoa.gov.vn', name: 'ISO điện tử' }]);
  });

  it('gives two tries of one dispatch the same Message-ID', async () => {
    const mail = mailTo(await sink.start());

    await mail.send(MAIL);
    await mail.send(MAIL);

    const ids = await Promise.all(sink.taken.map(async (text) => (await simpleParser(text)).messageId));
    expect(ids).toEqual(Array(2).fill(`<${MAIL.messageId}@thanhhoa.gov.vn>`));
  });

  it('marks it as sent by a machine, so that no holiday answer comes back', async () => {
    const mail = mailTo(await sink.start());

    await mail.send(MAIL);

    expect(sink.taken[0]).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  });

  it('lets no line end in a subject or address make a header', async () => {
    const mail = mailTo(await sink.start());

    await mail.send({ ...MAIL, subject: 'a\r\nBcc: other@example.org' });

    const read = await simpleParser(sink.taken[0] ?? '');
    expect(read.bcc).toBeUndefined();
  });

  it.each([
    ['greeting', { onConnect: (_session, done) => done(refusing(421)) }, false],
    ['sender, for now', { onMailFrom: (_address, _session, done) => done(refusing(450)) }, false],
    ['sender, for good', { onMailFrom: (_address, _session, done) => done(refusing(550)) }, true],
    ['recipient, for now', { onRcptTo: (_address, _session, done) => done(refusing(451)) }, false],
    ['recipient, for good', { onRcptTo: (_address, _session, done) => done(refusing(550)) }, true],
    [
      'text, for now',
      { onData: (stream, _session, done) => void stream.resume().on('end', () => done(refusing(452))) },
      false,
    ],
    [
      'text, for good',
      { onData: (stream, _session, done) => void stream.resume().on('end', () => done(refusing(554))) },
      true,
    ],
  ] satisfies [string, Partial<SMTPServerOptions>, boolean][])(
    'knows that a refused %s was not delivered',
    async (_what, behaviour, permanent) => {
      const outcome = await outcomeOf(mailTo(await sink.start(behaviour)));

      expect(outcome).toBeInstanceOf(MailRefused);
      expect(outcome).toMatchObject({ permanent });
    },
  );

  it('knows that nothing left when no server answers', async () => {
    const outcome = await outcomeOf(mailTo(await closedPort()));

    expect(outcome).toBeInstanceOf(MailRefused);
    expect(outcome).toMatchObject({ permanent: false });
  });

  it.each([
    ['before the text', 'RCPT TO', MailRefused],
    ['when the text is asked for', 'DATA', MailRefused],
    ['while the text leaves', 'Subject:', MailUncertain],
    ['after the last dot', '\r\n.\r\n', MailUncertain],
  ])('tells what it knows when the line breaks %s', async (_when, trigger, expected) => {
    const line = await lineThatBreaksAt(trigger, await sink.start());

    const outcome = await outcomeOf(mailTo(line.port));

    expect(outcome).toBeInstanceOf(expected);
    await line.close();
  });
});

function mailTo(port: number): SmtpMail {
  return new SmtpMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'ISO điện tử <iso@thanhhoa.gov.vn>' });
}

async function closedPort(): Promise<number> {
  const { port, close } = await lineThatBreaksAt('', 1);
  await close();
  return port;
}

/** A line to a server that breaks once the sender has said the given words; the server still hears them. */
async function lineThatBreaksAt(
  trigger: string,
  target: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    let said = '';
    near.on('data', (chunk: Buffer) => {
      far.write(chunk);
      said += chunk.toString('latin1');
      if (said.includes(trigger)) near.resetAndDestroy();
    });
    far.on('data', (chunk: Buffer) => near.write(chunk));
    near.on('error', () => far.destroy());
    near.on('close', () => far.end());
    far.on('error', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
