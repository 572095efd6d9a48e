import { Caller } from './caller';
import { ORIGIN } from './product';

interface SignInFields {
  login?: string;
  personId?: string;
  password: string;
  code?: string;
}

/** One browser with its cookies: it stays the same machine, whoever signs in. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly base: string) {}

  /** Signs in and hands back somebody at this browser. */
  async signIn(fields: SignInFields): Promise<Caller> {
    await this.try(fields);
    return this.caller();
  }

  /** What the api says to it: status and code of a refusal, or 201. */
  async try(fields: SignInFields): Promise<{ status: number; code: string | null }> {
    const response = await fetch(`${this.base}/sessions`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json', cookie: this.#header() },
      body: JSON.stringify(fields),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    const body = (await response.json()) as { code?: string };
    return { status: response.status, code: body.code ?? null };
  }

  caller(): Caller {
    return new Caller(this.base, this.#header());
  }

  /** As after the browser was closed: the machine is known, nobody is signed in. */
  forgetPerson(): void {
    this.#cookies.delete('__Host-iso_session');
  }

  #header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
