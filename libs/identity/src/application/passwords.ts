import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

import { TooManyAtOnce } from '../domain/refusals';

/** OWASP and ASVS appendix C: m = 46 MiB, t = 1, p = 1. */
const COST = { algorithm: Algorithm.Argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const AT_ONCE = 4;
const LONGEST_QUEUE = 64;

/** A well-formed hash of no password, so that an unknown login takes as long as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=47104,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$PpE1dGbmXH6dG6yPkYJQZkQ6mzGJ7yBxJtHqS5uN0oA';

/** Argon2id with bounded memory: a flood of sign-ins must not eat the machine that reads and converts files. */
@Injectable()
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.#bounded(() => hash(password.normalize('NFC'), COST));
  }

  /** @param known hash of the person, or null when the login is unknown: both take the same time */
  verify(known: string | null, password: string): Promise<boolean> {
    return this.#bounded(async () => {
      const matches = await verify(known ?? NOBODY, password.normalize('NFC')).catch(() => false);
      return known !== null && matches;
    });
  }

  async #bounded<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= LONGEST_QUEUE) throw new TooManyAtOnce();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}
