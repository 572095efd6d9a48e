import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { enters, type Official, type Role } from '../people/official.mts';
import { failureFolder } from './browser.mts';

/** People of one story: each signs in once, at their first act, in a browser window of their own. */
export class Cast {
  readonly #present = new Map<string, Promise<Official>>();
  #browser: Browser | null = null;
  #web = '';
  #hasFailed = false;

  meets(browser: Browser, web: string): void {
    this.#browser = browser;
    this.#web = web;
  }

  as<Person extends Official>(role: Role<Person>, login: string): Promise<Person> {
    const known = this.#present.get(login) ?? this.#enters(role, login);
    this.#present.set(login, known);
    return known as Promise<Person>;
  }

  /** One chapter after the other: after one that failed the rest could only fail too, and says so at once. */
  chapter(act: () => Promise<void>): () => Promise<void> {
    return async () => {
      if (this.#hasFailed) throw new Error('not reached: an earlier chapter failed');
      try {
        await act();
      } catch (error) {
        this.#hasFailed = true;
        await this.#leavePictures();
        throw error;
      }
    };
  }

  #enters(role: Role<Official>, login: string): Promise<Official> {
    if (this.#browser === null) throw new Error('The browser is not open yet.');
    return enters(role, this.#browser, { web: this.#web, login });
  }

  async #leavePictures(): Promise<void> {
    for (const [login, entering] of this.#present) {
      const person = await entering.catch(() => null);
      const path = join(failureFolder(), `${login}.png`);
      await person?.page.screenshot({ path, timeout: 5000 }).catch(() => null);
    }
  }
}

const DAY_MS = 86_400_000;
const HANOI = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day in Vietnam so many days ago, as it stands on paper: dd/mm/yyyy. */
export function dayOnPaper(daysAgo = 0): string {
  return HANOI.format(new Date(Date.now() - daysAgo * DAY_MS));
}
