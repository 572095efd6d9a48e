import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** A mail as the list shows it. */
export interface CaughtMail {
  id: string;
  receivedAt: string;
  messageId: string | null;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
}

const KEPT = 2000;

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address, name }) => address ?? name));
}

function describe(id: string, receivedAt: string, mail: ParsedMail): CaughtMail {
  return {
    id,
    receivedAt,
    messageId: mail.messageId ?? null,
    from: mail.from?.text ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html === false ? null : (mail.html ?? null),
  };
}

/** Mails as files, newest first in memory: a restart finds those of yesterday. */
export class MailStore {
  readonly #folder: string;
  #mails: CaughtMail[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  get mails(): readonly CaughtMail[] {
    return this.#mails;
  }

  async load(): Promise<void> {
    const names = readdirSync(this.#folder).filter((name) => name.endsWith('.eml'));
    for (const name of names.sort().slice(-KEPT)) {
      const { id, receivedAt } = partsOf(name);
      this.#mails.unshift(
        describe(id, receivedAt, await simpleParser(readFileSync(join(this.#folder, name)))),
      );
    }
  }

  /** Resolves when the mail is on the disk: only then is the sender told "250". */
  async keep(raw: Buffer): Promise<void> {
    const id = randomUUID();
    const receivedAt = new Date().toISOString();
    const mail = describe(id, receivedAt, await simpleParser(raw));
    const half = join(this.#folder, `${id}.new`);
    const file = await open(half, 'w', 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, this.#path(mail));
    this.#mails.unshift(mail);
    for (const old of this.#mails.splice(KEPT)) await rm(this.#path(old), { force: true });
  }

  find(id: string): CaughtMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  raw(mail: CaughtMail): Buffer {
    return readFileSync(this.#path(mail));
  }

  async clear(): Promise<void> {
    for (const mail of this.#mails.splice(0)) await rm(this.#path(mail), { force: true });
  }

  #path({ id, receivedAt }: CaughtMail): string {
    return join(this.#folder, `${receivedAt.replaceAll(':', '-')}_${id}.eml`);
  }
}

/** "2026-11-23T08-30-00.000Z_<uuid>.eml": names sort by time. */
function partsOf(name: string): { id: string; receivedAt: string } {
  const [stamp = '', id = name] = name.slice(0, -'.eml'.length).split('_');
  const [day = '', time = ''] = stamp.split('T');
  return { id, receivedAt: `${day}T${time.replaceAll('-', ':')}` };
}
