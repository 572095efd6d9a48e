import { createServer, type Server, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';

/** How the server treats the next mails. */
export type SinkMood =
  | 'accept'
  /** 550 to the recipient. */
  | 'refuse-for-good'
  /** 451 to the recipient. */
  | 'refuse-for-now'
  /** Takes the text, then the line is dead before "250". */
  | 'lose-after-data'
  /** The line is dead before "354". */
  | 'lose-before-data'
  /** Takes everything, and sends it back later: the sender has done its part. */
  | 'bounce'
  /** Takes everything, but each word comes late. */
  | 'slow';

const SLOW_MS = 300;

export interface CaughtMail {
  to: string;
  messageId: string;
  raw: string;
}

/** A small SMTP server with moods. It keeps every text that reached it, also those it never confirmed. */
export class SmtpSink {
  mood: SinkMood = 'accept';
  readonly caught: CaughtMail[] = [];
  readonly #server: Server = createServer((socket) => {
    this.#talk(socket);
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  to(address: string): CaughtMail[] {
    return this.caught.filter((mail) => mail.to === address);
  }

  #talk(socket: Socket): void {
    let [rest, to, inText] = ['', '', false];
    const say = (line: string): void => {
      const speak = (): void => void socket.write(`${line}\r\n`);
      if (this.mood === 'slow') setTimeout(speak, SLOW_MS);
      else speak();
    };
    const hear = (line: string): void => {
      to = /^RCPT TO:<(.*)>/.exec(line)?.[1] ?? to;
      inText = line.startsWith('DATA') && this.mood !== 'lose-before-data';
      if (line.startsWith('DATA') && !inText) socket.destroy();
      else say(this.#replyTo(line));
    };
    const take = (text: string): void => {
      inText = false;
      this.#keep(to, text);
      if (this.mood === 'lose-after-data') socket.destroy();
      else say('250 taken');
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (;;) {
        const ending = inText ? '\r\n.\r\n' : '\r\n';
        const end = rest.indexOf(ending);
        if (end < 0 || socket.destroyed) return;
        const part = rest.slice(0, end);
        rest = rest.slice(end + ending.length);
        (inText ? take : hear)(part);
      }
    });
    say('220 sink');
  }

  #replyTo(line: string): string {
    if (line.startsWith('RCPT') && this.mood === 'refuse-for-good') return '550 no such mailbox';
    if (line.startsWith('RCPT') && this.mood === 'refuse-for-now') return '451 try later';
    if (line.startsWith('DATA')) return '354 go on';
    return line.startsWith('QUIT') ? '221 bye' : '250 fine';
  }

  #keep(to: string, raw: string): void {
    const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
    this.caught.push({ to, messageId, raw });
  }
}
